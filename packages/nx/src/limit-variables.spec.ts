import { execSync } from 'node:child_process';
import { limitVariables } from './limit-variables.js';

test('the runtime input changes with the variables that set limits, and with nothing else', () => {
  const printed = (env: Record<string, string>): string => execSync((limitVariables as { runtime: string }).runtime, { encoding: 'utf8', env: { PATH: process.env['PATH'], ...env } });
  expect(printed({ BENCHLINE_ROUNDS: '3', XBENCHLINE_MAX__A__B: '1' })).toBe('');
  expect(printed({ BENCHLINE_MIN__CORE__A: '80 MB/s', BENCHLINE_MAX__CORE__A: '2ms', OTHER: 'x' })).toBe('BENCHLINE_MAX__CORE__A=2ms\nBENCHLINE_MIN__CORE__A=80 MB/s\n');
});
