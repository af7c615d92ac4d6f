import { join } from 'node:path';
import type { MeasuredCommand } from './timed-run.js';

const bin = join(__dirname, '..', '..', 'packages', 'cli', 'bin.js');

/** The built command line as a command to measure. */
export function benchline(args: readonly string[], cwd: string, expected: readonly number[] = [0]): MeasuredCommand {
  return { program: process.execPath, args: [bin, ...args], cwd, expected };
}
