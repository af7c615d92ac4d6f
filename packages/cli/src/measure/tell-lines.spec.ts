import { createFakeWorld } from '../testing/fake-world.js';
import { createProgress } from './progress.js';
import { createRedactor } from './redaction.js';
import { tellLines } from './tell-lines.js';

function tell(lines: readonly string[], verbose = true, speaker = 'api'): string {
  const world = createFakeWorld();
  const redactor = createRedactor(['hunter\\d'], world.host);
  const teller = tellLines(speaker, { verbose, progress: createProgress(world, { lines: verbose }), redactor }, world);
  for (const line of lines) teller(line);
  return world.complained();
}

test('each line has the speaker before it', () => {
  expect(tell(['Running 1s test', '', 'Requests/sec:\t100'])).toBe('api | Running 1s test\napi | Requests/sec:    100\n');
});

test.each(['::error file=x::gotcha', '::add-mask::x', 'a ::set-output name=x::y', '##[error]x', '##vso[task.setvariable]x', '\u001b[1m::error::x'])('no command for a CI system comes out of %j', (line) => {
  const told = tell([line]);
  expect(told).toMatch(/^api \| /);
  expect(told).not.toMatch(/(?:^|\s)::|##\w*\[/m);
});

test('nor out of the name of a suite', () => {
  expect(tell(['x'], true, '::error::')).toBe('\\u003a:error:: | x\n');
});

test('a terminal gets no colours, no movement and no second line', () => {
  expect(tell(['\u001b[31mred\u001b[0m', '10 %\r20 %', 'a\u0007\u009b2Jb'])).toMatch(/^api \| red\napi \| 10 %\napi \| 20 %\napi \| a[^\u0007\u009b]*b\n$/);
});

test('what the config redacts is not told', () => {
  expect(tell(['password hunter2'])).toBe('api | password [redacted]\n');
});

test('not verbose, the lines stay behind the step, which a log does not have', () => {
  expect(tell(['Running'], false)).toBe('');
});
