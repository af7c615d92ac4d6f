import { compareReports } from '@benchline/core/judge';
import type { GateResult } from '@benchline/core/model';
import { renderCanonicalJson } from '../artefacts/canonical-json.js';
import { runGate } from '../commands/gate.js';
import { loadConfig } from '../config/load-config.js';
import { fakeSha } from '../testing/fake-git.js';
import { createFakeWorld } from '../testing/fake-world.js';
import { around, sampleReport } from '../testing/sample-report.js';

const base = 'b'.repeat(40);
const config = { 'nx.json': '{}', 'packages/api/benchline.json': '{"project": "api"}' };
const place = 'packages/api/.benchline/comparison.json';

/** A comparison that finds nothing; `sha` is what it says of its own commit. */
async function comparison(sha: string | null): Promise<string> {
  const { policy } = (await loadConfig(createFakeWorld({ files: config }), { project: 'packages/api' })).config;
  const side = { reports: [{ ...sampleReport({ values: { small: around(1000) } }), project: 'api' }], digests: [`sha256:${'ab'.repeat(32)}`], baseline: null };
  const made = compareReports({ project: 'api', mode: 'files', base: side, head: side, policy, sameJob: true });
  return [...renderCanonicalJson({ ...made, head: { ...made.head, commit: { ...made.head.commit, sha } } })].join('');
}

async function judge({ committed, found, env, folders = [] }: { committed: Record<string, string>; found: Record<string, string>; env: Record<string, string>; folders?: string[] }): Promise<GateResult> {
  const world = createFakeWorld({ env, files: { ...config, ...found }, git: { mergeBase: base, commits: { [base]: config, [fakeSha]: { ...config, ...committed } } } });
  return (await runGate({ folders }, world)).json as GateResult;
}

const onPullRequest = { CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'pull_request', GITHUB_BASE_REF: 'main' };

it.each([['no commit', null], ['this commit', fakeSha]])('a pull request cannot bring its own verdict with it, even one that speaks of %s', async (_, sha) => {
  const forged = await comparison(sha);
  const { summary, projects, findings } = await judge({ committed: { [place]: forged }, found: { [place]: forged }, env: onPullRequest });
  expect(projects).toMatchObject([{ project: 'api', verdict: 'missing' }]);
  expect(findings.find(({ code }) => code === 'BNL039')).toMatchObject({ level: 'error', file: place, what: expect.stringContaining('it is committed') });
  expect(summary.exitCode).toBe(2);
});

it('nor in a folder of downloaded results', async () => {
  const forged = await comparison(null);
  const path = 'artifacts/api/comparison.json';
  expect((await judge({ committed: { [path]: forged }, found: { [path]: forged }, env: onPullRequest, folders: ['artifacts'] })).summary.exitCode).toBe(2);
});

it('a committed result that this run has written anew counts', async () => {
  const { projects, findings } = await judge({ committed: { [place]: await comparison(null) }, found: { [place]: await comparison(fakeSha) }, env: onPullRequest });
  expect(projects).toMatchObject([{ project: 'api', verdict: 'unchanged' }]);
  expect(findings.filter(({ code }) => code === 'BNL039')).toEqual([]);
});

it('where the working tree is the policy, what is committed there was looked at', async () => {
  const text = await comparison(fakeSha);
  expect((await judge({ committed: { [place]: text }, found: { [place]: text }, env: {} })).summary.exitCode).toBe(0);
});
