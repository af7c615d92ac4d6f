import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
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
  const content = compress(samplesJson(suites));
  const name = createHash('sha256').update(content).digest('hex');
  const { bytes, digest } = await world.files.writeAtomically(`${place.folder}/${name}.json.gz`, content);
  return { path: `${place.shown}/${name}.json.gz`, bytes, digest };
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

/** A gzip file may have many members: each piece is compressed by itself, and the same text gives the same bytes. */
function compress(pieces: Iterable<string>): Uint8Array {
  const members: Buffer[] = [];
  let open: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    open.push(piece);
    length += piece.length;
    if (length < memberBytes) continue;
    members.push(gzipSync(open.join('')));
    open = [];
    length = 0;
  }
  members.push(gzipSync(open.join('')));
  return Buffer.concat(members);
}
