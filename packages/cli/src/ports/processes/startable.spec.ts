import { dirname } from 'node:path';
import { finds } from './startable.js';

const env = { PATH: dirname(process.execPath) };

test.each([
  ['node on PATH', 'node', true],
  ['a path', process.execPath, true],
  ['what is nowhere', 'no-such-program-anywhere', false],
  ['a folder', dirname(process.execPath), false],
])('%s', (_, program, found) => {
  expect(finds({ program, cwd: process.cwd(), env })).toBe(found || process.platform === 'win32');
});
