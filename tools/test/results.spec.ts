import { countTests, judgeStep, renderResults, total } from './results.cjs';

const report = { numPassedTests: 5, numFailedTests: 1, numRuntimeErrorTestSuites: 2, numPendingTests: 3, numTodoTests: 4 };
const green = { passed: 7, failed: 0, skipped: 0 };

it('counts tests, suites that did not run, and skips', () => {
  expect(countTests(report)).toEqual({ passed: 5, failed: 3, skipped: 7 });
  expect(countTests(null)).toBeNull();
});

it.each([
  ['a step that exited with 0', { exitCode: 0, tests: null, forbidSkips: true }, true],
  ['a step that exited with 1', { exitCode: 1, tests: green, forbidSkips: false }, false],
  ['skips', { exitCode: 0, tests: { ...green, skipped: 1 }, forbidSkips: false }, true],
  ['skips that are forbidden', { exitCode: 0, tests: { ...green, skipped: 1 }, forbidSkips: true }, false],
])('judges %s', (_name, step, ok) => {
  expect(judgeStep(step)).toBe(ok);
});

it('counts a failed step without failed tests as one failure', () => {
  const step = { seconds: 1, name: 'x' };
  expect(total([{ ...step, ok: true, tests: green }, { ...step, ok: false, tests: null }, { ...step, ok: false, tests: { passed: 1, failed: 2, skipped: 0 } }, { ...step, ok: false, tests: green }])).toEqual({ passed: 15, failed: 4 });
});

it('ends with the counts', () => {
  expect(renderResults([{ name: 'types', ok: true, seconds: 12.345, tests: null }, { name: 'unit', ok: false, seconds: 100, tests: { passed: 2, failed: 1, skipped: 0 } }])).toBe(
    'types  ok      12.3 s\nunit   FAIL   100.0 s  2 passed, 1 failed, 0 skipped\n\n2 passed, 1 failed',
  );
});
