import { inspectWorkflows, planWorkflows, workflowPaths } from './plan-workflow.js';
import type { Snapshot } from './scaffold-plan.js';
import { isWorthReading } from './snapshot-scope.js';
import { repository } from './workflow/testing/variants.js';
import type { WorkflowRequest } from './workflow/workflow-options.js';

const main = '.github/workflows/benchline.yml';
const scheduled = '.github/workflows/benchline-scheduled.yml';

function applied(snapshot: Snapshot, request: WorkflowRequest): Map<string, string | null> {
  return new Map([...snapshot, ...planWorkflows(request, snapshot).map(({ path, text }) => [path, text] as const)]);
}

function states(request: WorkflowRequest, snapshot: Snapshot): Record<string, string> {
  return Object.fromEntries(inspectWorkflows(request, snapshot).files.map(({ path, state }) => [path, state]));
}

it('is the same for the same repository, and nothing the second time, whatever was asked the first time', () => {
  for (const request of [{}, { mode: 'stored', enforce: 'always', forkComments: true, defaultBranch: 'trunk' }, { runner: 'none' }, { forge: 'gitlab', schedule: false }] as const) {
    expect(planWorkflows(request, repository())).toEqual(planWorkflows(request, repository()));
    const once = applied(repository(), request);
    expect(planWorkflows(request, once)).toEqual([]);
    expect(planWorkflows({}, once)).toEqual([]);
    expect(inspectWorkflows({}, once).options).toMatchObject(request);
  }
});

it('follows what the repository suggests where nothing is asked', () => {
  const suggested = (more: Record<string, string | null>, without: readonly string[] = []) => inspectWorkflows({}, new Map([...repository(more)].filter(([path]) => !without.includes(path)))).options;
  expect(suggested({})).toEqual({ forge: 'github', runner: 'nx', mode: 'paired', enforce: 'main', forkComments: false, schedule: true, defaultBranch: 'main' });
  expect(suggested({}, ['nx.json'])).toMatchObject({ runner: 'turbo' });
  expect(suggested({}, ['nx.json', 'turbo.json'])).toMatchObject({ runner: 'none' });
  expect(suggested({ '.gitlab-ci.yml': null })).toMatchObject({ forge: 'gitlab' });
  expect(suggested({ '.gitlab-ci.yml': null, '.github/workflows/ci.yml': null })).toMatchObject({ forge: 'github' });
});

it('writes again what would be generated differently now', () => {
  const standing = applied(repository(), {});
  standing.set('new/benchline.json', '{"suites":[{"name":"a","tool":"hyperfine"}]}');
  expect(planWorkflows({}, standing)).toEqual([]);
  expect(planWorkflows({ enforce: 'always' }, standing)).toMatchObject([{ path: main, change: 'update' }, { path: scheduled, change: 'update' }]);
  const each = applied(repository(), { runner: 'none' });
  each.set('new/benchline.json', '{}');
  expect(states({}, each)).toEqual({ [main]: 'stale', [scheduled]: 'stale' });
});

describe('a file edited by hand', () => {
  const standing = applied(repository(), {});
  standing.set(main, `${standing.get(main)}# mine\n`);

  it('is left alone, also where it is outdated', () => {
    expect(states({}, standing)).toEqual({ [main]: 'edited', [scheduled]: 'current' });
    expect(planWorkflows({ enforce: 'always' }, standing).map(({ path }) => path)).toEqual([scheduled]);
  });

  it('is written over with force alone', () => {
    expect(planWorkflows({ force: true }, standing)).toMatchObject([{ path: main, change: 'update' }]);
  });

  it.each(['name: mine\n', '', '# benchline-workflow {broken} sha256:0\n', null])('and so is one that was never generated: %j', (text) => {
    expect(states({}, new Map([...repository(), [main, text]]))).toEqual({ [main]: 'edited', [scheduled]: 'absent' });
  });
});

it('takes a formatter, or the line ends of Windows, for no edit', () => {
  const standing = applied(repository(), {});
  const formatted = standing.get(main)!.replace("'pull_request'", '"pull_request"').replace(/\n/g, '\r\n').replace('permissions: {}', 'permissions:   {}');
  standing.set(main, formatted);
  expect(states({}, standing)[main]).toBe('current');
  expect(states({ enforce: 'always' }, standing)[main]).toBe('stale');
});

it('names what was generated and is not asked for any more', () => {
  const standing = applied(repository(), { forkComments: true });
  expect(states({ forkComments: false, schedule: false }, standing)).toEqual({ [main]: 'stale', '.github/workflows/benchline-comment.yml': 'leftover', [scheduled]: 'leftover' });
  expect(planWorkflows({ forkComments: false, schedule: false }, standing).map(({ path }) => path)).toEqual([main]);
});

it('ignores options in a header that are none', () => {
  const standing = applied(repository(), {});
  standing.set(main, standing.get(main)!.replace('"runner":"nx"', '"runner":"make","extra":{},"defaultBranch":"a b"'));
  expect(inspectWorkflows({}, standing).options).toMatchObject({ runner: 'nx', defaultBranch: 'main' });
});

it('is nothing where no project has a config', () => {
  expect(planWorkflows({}, new Map([['package.json', '{}'], ['nx.json', '{}']]))).toEqual([]);
});

it("takes the root's config for a project where it is the only one", () => {
  const snapshot: Snapshot = new Map([['benchline.toml', '[[suites]]\nname = "a"\ntool = "hyperfine"\n']]);
  const [file] = planWorkflows({ version: '1.2.3' }, snapshot);
  expect(file!.text).toContain('PROJECT: .\n');
  expect(file!.text).toContain('run: npm install --global benchline@1.2.3\n');
  expect(file!.text).toContain('hyperfine');
});

it.each([[{ defaultBranch: 'a b' }], [{ defaultBranch: "x' || true" }], [{ forge: 'gitlab', forkComments: true }]] as const)('refuses %j', (request) => {
  expect(() => planWorkflows(request, repository())).toThrow(/cannot name safely|for GitHub/);
});

it.each(['github', 'gitlab'] as const)('refuses a folder whose name would begin a line of its own (%s)', (forge) => {
  const snapshot = repository({ 'packages/g\nevil:/benchline.json': '{"suites": []}' });
  expect(() => planWorkflows({ forge, runner: 'none' }, snapshot)).toThrow(/cannot name safely/);
});

it('everything it reads is worth reading', () => {
  for (const path of [...workflowPaths, 'nx.json', 'turbo.json', 'a/benchline.json', 'a/benchline.toml', 'benchline.yaml', 'b/benchline.yml']) expect([path, isWorthReading(path)]).toEqual([path, true]);
});
