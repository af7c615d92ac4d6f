import { promisify } from 'node:util';
import type { FileDigest } from '@benchline/core/model';
import type { Parsed } from '@benchline/core/parse';
import type { World } from '../ports/world.js';

/** The rounds of a suite whose values are kept. */
export interface SampledSuite {
  name: string;
  rounds: readonly Parsed[];
}

const memberBytes = 1 << 20;

/** Writes every raw value into `<folder>/<digest>.json.gz`, `{suites: [{name, rounds: [[{benchmark, metric, unit, values}]]}]}`; null where no tool gave any. */
export async function writeSamples(suites: readonly SampledSuite[], place: { folder: string; shown: string }, world: Pick<World, 'files'>): Promise<FileDigest | null> {
  if (!suites.some(({ rounds }) => rounds.some(({ readings }) => readings.some(({ values }) => values !== null)))) return null;
  const unnamed = `${place.folder}/unfinished.json.gz`;
  const { bytes, digest } = await world.files.writeAtomically(unnamed, compress(samplesJson(suites)));
  const name = `${digest.slice('sha256:'.length)}.json.gz`;
  await world.files.rename(unnamed, `${place.folder}/${name}`);
  return { path: `${place.shown}/${name}`, bytes, digest };
}

/** In pieces: the whole text is never in memory. */
function* samplesJson(suites: readonly SampledSuite[]): Generator<string> {
  yield '{"schemaVersion":1,"suites":[';
  for (const [index, { name, rounds }] of suites.entries()) {
    yield `${index === 0 ? '' : ','}{"name":${JSON.stringify(name)},"rounds":[`;
    for (const [round, { readings }] of rounds.entries()) {
      const kept = readings.flatMap(({ benchmark, metric, values }) => (metric === null || values === null ? [] : [{ benchmark: benchmark.id, metric: metric.name, unit: metric.unit, values }]));
      yield round === 0 ? '[' : ',[';
      for (const [at, row] of kept.entries()) yield `${at === 0 ? '' : ','}${JSON.stringify(row)}`;
      yield ']';
    }
    yield ']}';
  }
  yield ']}\n';
}

/** Digits are random: more effort makes a file that is one part in fifty smaller, in twice the time. */
const effort = { level: 1 };
const mostAtOnce = 4;

/** A gzip file may have many members: each piece is compressed by itself, a few at a time on other threads, and the same text gives the same bytes. */
async function* compress(texts: Iterable<string>): AsyncGenerator<Uint8Array> {
  const { gzip } = await import('node:zlib');
  const compressing: Promise<Uint8Array>[] = [];
  try {
    for (const text of joined(texts)) {
      compressing.push(promisify(gzip)(text, effort));
      if (compressing.length >= mostAtOnce) yield (await compressing.shift()) as Uint8Array;
    }
    for (const member of compressing.splice(0)) yield await member;
  } finally {
    await Promise.allSettled(compressing);
  }
}

/** At least one piece; all but the last have the size of a member. */
function* joined(texts: Iterable<string>): Generator<string> {
  let open: string[] = [];
  let length = 0;
  for (const text of texts) {
    open.push(text);
    length += text.length;
    if (length < memberBytes) continue;
    yield open.join('');
    open = [];
    length = 0;
  }
  yield open.join('');
}
