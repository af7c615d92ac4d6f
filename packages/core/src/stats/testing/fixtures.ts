import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The cases of a committed oracle file, such as 'shift/scipy.json'. */
export function readCases<Case>(file: string): readonly Case[] {
  const path = join(__dirname, '../../../fixtures/stats', file);
  const { cases } = JSON.parse(readFileSync(path, 'utf8')) as { cases: readonly Case[] };
  if (cases.length === 0) throw new Error(`no cases in ${file}`);
  return cases;
}

/** Asserts agreement to a relative error, by default ten digits; zeros must be met to 1e-300. */
export function expectClose(actual: number, expected: number, relative = 1e-10): void {
  const error = Math.abs(actual - expected);
  if (actual !== expected && !(error <= Math.max(relative * Math.abs(expected), 1e-300))) {
    throw new Error(`expected ${expected}, got ${actual}: relative error ${error / Math.abs(expected)}, allowed ${relative}`);
  }
}
