import { createHash } from 'node:crypto';
import type { Comparison } from '@benchline/core/model';
import { createFakeWorld } from '../testing/fake-world.js';
import { reportText, runLine } from '../testing/sample-project.js';
import { around } from '../testing/sample-report.js';

const base = 'b'.repeat(40);
const digest = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`;
const slow = { values: { small: around(1600), large: around(9000) } };
const loose = JSON.stringify({ project: 'core', compare: { stored: { warn: '400%', fail: '500%' } } });

/** A baseline of a report as files below `baselines/`. */
function baseline(id: string, report: string): Record<string, string> {
  const record = JSON.stringify({ schemaVersion: 1, id, project: 'core', hostClass: 'default', fingerprint: '0123456789abcdef', promotion: { by: 'ada', at: '2026-11-02T00:00:00Z', reason: 'x', commit: { sha: null, dirty: null, branch: null, mergeBase: null }, criteria: [] }, reports: [{ path: 'reports/1.json', digest: digest(report), runId: '1', createdAt: '2026-11-01T00:00:00Z' }], previous: null, held: false });
  return { 'baselines/current.json': JSON.stringify({ schemaVersion: 1, current: { default: { id, digest: digest(record) } } }), [`baselines/${id}/baseline.json`]: record, [`baselines/${id}/reports/1.json`]: report };
}

const world = () =>
  createFakeWorld({
    // The change brings thresholds that let everything pass, and a baseline as slow as itself.
    files: { '.git/HEAD': '', 'benchline.json': loose, '.benchline/report.json': reportText(slow), ...baseline('own', reportText(slow)) },
    git: { mergeBase: base, commits: { [base]: { 'benchline.json': '{"project": "core"}', ...baseline('reviewed', reportText({ values: { small: around(1000), large: around(9000) } })) } } },
  });
const comparisonOf = (one: ReturnType<typeof world>) => JSON.parse(one.files.text('/repo/.benchline/comparison.json')) as Comparison;

describe('compare --policy-ref', () => {
  it('takes thresholds and baseline of the merge base, not those that the change brings', async () => {
    const own = world();
    expect((await runLine(own, 'compare')).exitCode).toBe(0);
    expect(comparisonOf(own).base!.baseline).toBe('own');
    const reviewed = world();
    const { exitCode } = await runLine(reviewed, 'compare', '--policy-ref', 'auto');
    expect([exitCode, comparisonOf(reviewed).base!.baseline, comparisonOf(reviewed).policy.stored]).toEqual([3, 'reviewed', { warn: 0.1, fail: 0.25 }]);
    expect(await runLine(reviewed, 'gate', '--policy-ref', 'auto')).toMatchObject({ exitCode: 3, stdout: expect.not.stringMatching(/BNL05[012]/) });
  });

  it('a project that is not there yet keeps its own', async () => {
    const fresh = createFakeWorld({ files: { '.git/HEAD': '', 'benchline.json': loose, '.benchline/report.json': reportText(slow) }, git: { mergeBase: base, commits: { [base]: { 'README.md': '' } } } });
    expect((await runLine(fresh, 'compare', '--policy-ref', base)).exitCode).toBe(0);
    expect(comparisonOf(fresh)).toMatchObject({ base: null, policy: { stored: { fail: 5 } } });
  });

  it('a ref that is not there is an error', async () => {
    expect(await runLine(world(), 'compare', '--policy-ref', 'gone')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('There is no commit gone') });
  });
});
