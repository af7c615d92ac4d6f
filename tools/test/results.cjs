/**
 * What a step came to: `tests` null for a step that counts none.
 * @typedef {{ name: string, ok: boolean, seconds: number, tests: { passed: number, failed: number, skipped: number } | null }} StepResult
 */

/** Counts of a jest result file; a suite that could not run counts as one failure. Null where jest wrote none. */
function countTests(report) {
  if (report === null) return null;
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests, numTodoTests } = report;
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites, skipped: numPendingTests + numTodoTests };
}

/** Whether a step holds: it exited with 0, and nothing was skipped where that is forbidden. */
function judgeStep({ exitCode, tests, forbidSkips }) {
  return exitCode === 0 && !(forbidSkips && tests !== null && tests.skipped > 0);
}

/** All tests that passed and failed. A failed step without a failed test (a compiler's error, a crash, a forbidden skip) counts as one failure. */
function total(results) {
  const passed = results.reduce((sum, { tests }) => sum + (tests?.passed ?? 0), 0);
  const failed = results.reduce((sum, { ok, tests }) => sum + (ok ? 0 : Math.max(1, tests?.failed ?? 0)), 0);
  return { passed, failed };
}

/** One line a step, and a last line `N passed, N failed`. */
function renderResults(results) {
  const lines = results.map(({ name, ok, seconds, tests }) => {
    const counts = tests === null ? '' : `  ${tests.passed} passed, ${tests.failed} failed, ${tests.skipped} skipped`;
    return `${name.padEnd(6)} ${ok ? 'ok  ' : 'FAIL'} ${seconds.toFixed(1).padStart(7)} s${counts}`;
  });
  const { passed, failed } = total(results);
  return [...lines, '', `${passed} passed, ${failed} failed`].join('\n');
}

module.exports = { countTests, judgeStep, renderResults, total };
