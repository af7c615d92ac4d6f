import type { Ci } from '@benchline/core/model';
import { findCi } from '../origin/ci-provider.js';
import { sampleReport } from '../testing/sample-report.js';
import { isSameJob } from './same-job.js';

const gitHub = { GITHUB_ACTIONS: 'true', GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'o/r', GITHUB_RUN_ID: '42', GITHUB_RUN_ATTEMPT: '1', GITHUB_JOB: 'bench', RUNNER_NAME: 'GitHub Actions 1' };

function reportOf(ci: Ci, measured: 'now' | 'elsewhere' = 'now') {
  const report = sampleReport();
  return { ...report, provenance: { ...report.provenance, ci, measured } };
}

test.each([
  ['one job', gitHub, true],
  ['two jobs of one run', { ...gitHub, GITHUB_JOB: 'base' }, false],
  ['two entries of a matrix', { ...gitHub, RUNNER_NAME: 'GitHub Actions 2' }, false],
  ['a run started again', { ...gitHub, GITHUB_RUN_ATTEMPT: '2' }, false],
  ['no CI', {}, false],
])('reports of %s', (_, env, same) => {
  expect(isSameJob([reportOf(findCi(gitHub)), reportOf(findCi(env))])).toBe(same);
});

test('numbers that were measured elsewhere say nothing about the job', () => {
  expect(isSameJob([reportOf(findCi(gitHub)), reportOf(findCi(gitHub), 'elsewhere')])).toBe(false);
});
