import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { BaselinePointer, SloResult } from '@benchline/core/model';
import { createFakeWorld } from '../testing/fake-world.js';
import { UserError } from '../user-error.js';
import { renderCanonicalJson } from './canonical-json.js';
import { parseArtefact, readArtefact, writeArtefact } from './index.js';
import { patternWording } from './schema-wording.js';

const digest = `sha256:${'0'.repeat(64)}`;
const pointer: BaselinePointer = { schemaVersion: 1, current: { ci: { id: 'a'.repeat(16), digest } } };

function thrownBy(work: () => unknown): UserError {
  try {
    work();
  } catch (cause) {
    if (cause instanceof UserError) return cause;
    throw cause;
  }
  throw new Error('Nothing was thrown');
}

function rendered(value: unknown): string {
  return [...renderCanonicalJson(value)].join('');
}

describe('canonical JSON', () => {
  it('is what JSON.stringify gives with two spaces, for lists of at most twenty', () => {
    const value = { b: [1, 2, { c: null }], a: {}, e: [], text: 'ü"\n', left: undefined };
    expect(rendered(value)).toBe(`${JSON.stringify(value, null, 2)}\n`);
  });

  it('has an item a line in longer lists', () => {
    const lines = rendered({ rows: Array.from({ length: 21 }, (_, index) => ({ index, inner: [1, 2] })) }).split('\n');
    expect(lines).toHaveLength(21 + 5);
    expect(lines[2]).toBe('    {"index":0,"inner":[1,2]},');
  });

  it('reads back as the same value', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => expect(JSON.parse(rendered(value))).toEqual(JSON.parse(JSON.stringify(value)))), { seed: 1 });
  });
});

it('words for patterns are words for patterns that the schemas have', () => {
  const definitions = JSON.parse(readFileSync(join(__dirname, '../../../../schemas/definitions.v1.json'), 'utf8')) as { $defs: Record<string, { pattern?: string }> };
  const patterns = Object.values(definitions.$defs).flatMap(({ pattern }) => pattern ?? []);
  expect(Object.keys(patternWording).sort()).toEqual(patterns.sort());
});

describe('artefacts', () => {
  it('come back as they were written, with the same digest', async () => {
    const world = createFakeWorld();
    const written = await writeArtefact(world, 'baseline-pointer', '/repo/baselines/current.json', pointer);
    const read = await readArtefact(world, 'baseline-pointer', '/repo/baselines/current.json');
    expect(read.value).toEqual(pointer);
    expect({ digest: read.digest, bytes: read.bytes }).toEqual(written);
  });

  it.each([NaN, Infinity, -Infinity])('never hold %p', async (tolerance) => {
    const world = createFakeWorld();
    const result = {
      schemaVersion: 1, project: 'p', report: { digest, runId: 'a'.repeat(32), commit: { sha: null, dirty: null, branch: null, mergeBase: null } },
      policy: [{ suite: null, benchmark: 'b', metric: 'time', statistic: 'median', kind: 'ceiling', limit: 1, target: null, unit: 'ns', tolerance, confident: false }],
      objectives: [], summary: { counts: { pass: 0, warn: 0, fail: 0, unknown: 0 }, verdict: 'pass', exitCode: 0 }, findings: [],
    } as SloResult;
    await expect(writeArtefact(world, 'slo-result', '/repo/slo.json', result)).rejects.toMatchObject({ exitCode: 2, findings: [{ code: 'BNL003', pointer: '/policy/0/tolerance', file: '/repo/slo.json' }] });
    expect(world.files.contents.size).toBe(0);
  });

  it('name what is missing', async () => {
    await expect(readArtefact(createFakeWorld(), 'performance-report', '/repo/report.json')).rejects.toMatchObject({
      exitCode: 2, findings: [{ code: 'BNL008', what: '/repo/report.json is missing.', why: 'It is needed as performance report.' }],
    });
  });

  it.each([
    ['a property that is missing', { current: {} }, '/', 'expected the property "schemaVersion", found nothing'],
    ['a property too many', { ...pointer, extra: 1 }, '/', 'expected no property "extra", found it'],
    ['a wrong type', { schemaVersion: 1, current: [] }, '/current', 'expected an object, found a list of 0'],
    ['a wrong version', { schemaVersion: 2, current: {} }, '/schemaVersion', 'expected 1, found 2'],
    ['a bad digest', { schemaVersion: 1, current: { ci: { id: 'a'.repeat(16), digest: 'md5' } } }, '/current/ci/digest', 'expected a digest such as sha256:0123..., found "md5"'],
    ['no object at all', null, '/', 'expected an object, found null'],
  ])('tell of %s: place, expected, found', (_name, value, place, message) => {
    const { findings, exitCode } = thrownBy(() => parseArtefact('baseline-pointer', JSON.stringify(value), 'current.json'));
    expect(exitCode).toBe(2);
    expect(findings[0]).toMatchObject({ code: 'BNL003', file: 'current.json', pointer: place });
    expect(findings[0]!.what).toContain(message);
  });

  it.each([
    ['truncated', '{"schemaVersion": 1, "curr', 'BNL002'],
    ['empty', '', 'BNL002'],
    ['not a number', '{"schemaVersion": NaN}', 'BNL002'],
    ['20,000 levels deep', '['.repeat(20_000), 'BNL012'],
    ['a number too large', '{"schemaVersion": 1e999, "current": {}}', 'BNL003'],
    ['an own __proto__', '{"schemaVersion": 1, "current": {}, "__proto__": {"polluted": true}}', 'BNL003'],
  ])('refuse text that is %s', (_name, text, code) => {
    expect(thrownBy(() => parseArtefact('baseline-pointer', text, 'current.json'))).toMatchObject({ exitCode: 2, findings: [{ code, file: 'current.json' }] });
    expect(({} as { polluted?: true }).polluted).toBeUndefined();
  });

  it('never meet an exception that is no UserError, whatever the text', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), fc.json().map((text) => text.slice(0, text.length / 2))), (text) => {
      expect(thrownBy(() => parseArtefact('baseline', text, 'x.json')).exitCode).toBe(2);
    }), { seed: 2 });
  });
});
