import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { defaultLineLimits } from '../files.js';
import { readLines } from './read-lines.js';

const chunk = 256 * 1024;
let folder: string;
beforeAll(() => { folder = realpathSync(mkdtempSync(join(tmpdir(), 'benchline-lines-'))); });
afterAll(() => rmSync(folder, { recursive: true }));

function written(text: string): string {
  const path = join(folder, 'file');
  writeFileSync(path, text);
  return path;
}

const linesOf = (text: string, limits = {}) => [...readLines(written(text), { ...defaultLineLimits, ...limits })].flat();

test('lines are what the whole text split at line feeds would be, wherever chunks end', () => {
  const length = fc.oneof(fc.constantFrom(0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk + 7), fc.integer({ min: 0, max: 300 }));
  const line = fc.tuple(fc.constantFrom('a', 'ö', '\r', '€', '😀'), length).map(([character, times]) => character.repeat(times));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const text = lines.join('\n');
      expect(linesOf(text)).toEqual(text.split('\n'));
    }),
    { numRuns: 60, seed: 20261120 },
  );
});

test('a file is never in memory as a whole: each batch has the lines of one chunk', () => {
  const batches = [...readLines(written('x'.repeat(99).concat('\n').repeat(20_000)), defaultLineLimits)];
  expect(batches.length).toBeGreaterThan(5);
  expect(Math.max(...batches.map((lines) => lines.length))).toBeLessThanOrEqual(Math.ceil(chunk / 100));
});

test.each([
  ['a line that does not end', 'x'.repeat(1_000_000), { line: 300_000 }, 'at most 300000 B a line, found more'],
  ['a file that is too large', 'x\n'.repeat(1000), { bytes: 100 }, 'at most 100 B, found 2000 B'],
])('is refused: %s', (_name, text, limits, what) => {
  expect(() => linesOf(text, limits)).toThrow(expect.objectContaining({ exitCode: 2, findings: [expect.objectContaining({ code: 'BNL012', what: expect.stringContaining(what) })] }));
});
