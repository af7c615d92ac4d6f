import { parse as parseYaml } from 'yaml';
import { planWorkflows } from '../plan-workflow.js';
import { actionlintErrors } from './testing/actionlint.js';
import { githubErrors } from './testing/github-parser.js';
import { nameOf, repository, variants } from './testing/variants.js';

interface Step {
  name?: string;
  id?: string;
  uses?: string;
  run?: string;
  if?: string;
  env?: Record<string, string>;
  with?: Record<string, unknown>;
  'continue-on-error'?: boolean;
}

interface Job {
  permissions?: Record<string, string>;
  'timeout-minutes'?: number;
  environment?: string;
  needs?: string;
  if?: string;
  concurrency?: { 'cancel-in-progress': unknown };
  steps: Step[];
}

interface Workflow {
  on: Record<string, unknown>;
  permissions: unknown;
  concurrency?: object;
  jobs: Record<string, Job>;
}

const main = '.github/workflows/benchline.yml';
const comment = '.github/workflows/benchline-comment.yml';
const scheduled = '.github/workflows/benchline-scheduled.yml';

function textsOf(variant: (typeof variants)[number], more: Record<string, string | null> = {}): Map<string, string> {
  return new Map(planWorkflows({ defaultBranch: 'main', ...variant }, repository(more)).map(({ path, text }) => [path, text]));
}

function read(texts: Map<string, string>, path: string): Workflow {
  return parseYaml(texts.get(path) ?? '') as Workflow;
}

const onGithub = variants.filter(({ forge }) => forge === 'github').map((variant) => [nameOf(variant), variant] as const);

it('is tried with checkers that find planted faults', async () => {
  const planted = textsOf(onGithub[0]![1]).get(main)!.replace('runs-on: ubuntu-24.04', 'runs-onn: ubuntu-24.04').replace('${{ github.token }}', '${{ github.tokn }}');
  expect(githubErrors(main, planted).join()).toMatch(/runs-onn/);
  expect((await actionlintErrors(main, planted)).join()).toMatch(/runs-onn[\s\S]*tokn/);
});

describe.each(onGithub)('%s', (_, variant) => {
  const texts = textsOf(variant);
  const all = [...texts].map(([path, text]) => ({ path, text, workflow: parseYaml(text) as Workflow }));
  const jobs = all.flatMap(({ workflow }) => Object.values(workflow.jobs));
  const steps = jobs.flatMap((job) => job.steps);

  it('is the files asked for, which GitHub and actionlint accept', async () => {
    expect([...texts.keys()]).toEqual([main, ...(variant.forkComments ? [comment] : []), ...(variant.schedule ? [scheduled] : [])]);
    for (const { path, text } of all) {
      expect([path, githubErrors(path, text)]).toEqual([path, []]);
      expect(await actionlintErrors(path, text)).toEqual([]);
    }
  });

  it('grants nothing at the top, and to each job what it says why it needs', () => {
    for (const { text, workflow } of all) {
      expect(workflow.permissions).toEqual({});
      expect(workflow.concurrency).toBeDefined();
      for (const grant of text.matchAll(/^ {6}[a-z-]+: (?:read|write)\b.*$/gm)) expect(grant[0]).toMatch(/ # \S/);
    }
    for (const job of jobs) {
      expect(job.permissions).toBeDefined();
      expect(job['timeout-minutes']).toBeGreaterThan(0);
    }
    const writers = all.flatMap(({ workflow }) => Object.entries(workflow.jobs).flatMap(([name, { permissions = {} }]) => Object.entries(permissions).filter(([, grant]) => grant === 'write').map(([scope]) => `${name}: ${scope}`)));
    expect(writers).toEqual([
      ...(variant.forkComments ? [] : ['pull-request: pull-requests']),
      'promote: contents',
      ...(variant.forkComments ? ['comment: pull-requests'] : []),
      ...(variant.schedule ? ['alert: issues'] : []),
    ]);
  });

  it('pins every action to a commit and names its release', () => {
    const uses = [...texts.values()].flatMap((text) => [...text.matchAll(/uses: (.*)$/gm)].map((match) => match[1]));
    expect(uses.length).toBeGreaterThan(8);
    for (const use of uses) expect(use).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('keeps expressions out of scripts, and secrets within environments', () => {
    for (const { run } of steps) expect(run ?? '').not.toContain('${{');
    for (const job of jobs) expect(/secrets\./.test(JSON.stringify(job)) && job.environment === undefined).toBe(false);
    for (const { text } of all) expect(text).not.toMatch(/pull_request_target|allow-unsafe-pr-checkout|inherit/);
  });

  it('checks out the whole history and leaves no credentials behind', () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.length).toBeGreaterThanOrEqual(4);
    for (const { with: given } of checkouts) expect(given).toEqual({ 'fetch-depth': 0, 'persist-credentials': false });
    for (const { uses, with: given } of steps) if (uses?.startsWith('actions/setup-node@')) expect(given).toMatchObject({ 'package-manager-cache': false });
  });

  it('judges after measuring, whatever measuring said, and keeps the results of a run that failed', () => {
    const { 'pull-request': pull, 'default-branch': push } = read(texts, main).jobs;
    for (const job of [pull!, push!]) {
      const gate = job.steps.findIndex(({ run }) => run?.includes('benchline gate'));
      const measuring = job.steps.slice(0, gate).filter(({ run }) => /bench-|benchline (?:bench|compare)/.test(run ?? ''));
      expect(measuring.length).toBeGreaterThan(0);
      for (const step of measuring) expect(step['continue-on-error']).toBe(true);
      expect(job.steps.at(-1)).toMatchObject({ if: '${{ !cancelled() }}', with: { name: 'benchline', 'include-hidden-files': true } });
    }
    const gate = pull!.steps.find(({ run }) => run?.includes('benchline gate'))!;
    expect([gate['continue-on-error'], gate.run!.includes('--advisory'), gate.run!.includes('--comment'), gate.run!.includes('--policy-ref auto')]).toEqual([undefined, variant.enforce === 'main', !variant.forkComments, true]);
    expect(push!.steps.filter(({ run }) => run?.includes('benchline gate')).some(({ run }) => run!.includes('--advisory'))).toBe(false);
  });

  it('promotes in an environment, after a trial that may only read, one at a time', () => {
    const { 'promotion-plan': plan, promote } = read(texts, main).jobs;
    expect(plan).toMatchObject({ needs: 'default-branch', permissions: { contents: 'read' } });
    expect(promote).toMatchObject({ needs: 'promotion-plan', environment: 'benchline-baselines', concurrency: { 'cancel-in-progress': false } });
    // A run that waits for the environment's reviewers would hold the group, and runs that wait for it cancel each other.
    expect(read(texts, main).concurrency).toMatchObject({ group: 'benchmarks-${{ github.event.pull_request.number || github.run_id }}' });
    const writing = promote!.steps.map(({ run }) => run ?? '').join('\n');
    expect(writing).not.toMatch(/push.*(?:--force|-f\b|\+HEAD)/);
    expect(writing).toContain('--ignore-scripts');
    expect(writing).not.toMatch(/benchline (?:bench|compare)\b/);
  });

  it('is read by a job that runs nothing of the pull request', () => {
    if (!variant.forkComments) return expect(texts.has(comment)).toBe(false);
    const { on, jobs } = read(texts, comment);
    expect(Object.keys(on)).toEqual(['workflow_run']);
    expect(texts.get(comment)).toMatch(/workflow_run: # zizmor: ignore\[dangerous-triggers\] \S+/);
    const [checkout] = jobs['comment']!.steps;
    expect(checkout!.with).not.toHaveProperty('ref');
    expect(jobs['comment']!.steps.map(({ run }) => run ?? '').join('\n')).toMatch(/--ignore-scripts[\s\S]*benchline comment "\$RUNNER_TEMP\/benchline-gate\.zip" --from-workflow-run/);
  });
});

describe('what measures', () => {
  const usual = { forge: 'github', runner: 'nx', mode: 'paired', enforce: 'main', forkComments: false, schedule: true } as const;
  const commands = (texts: Map<string, string>, job: string) => read(texts, main).jobs[job]!.steps.flatMap(({ run }) => run ?? []);

  it('is what Nx reaches: side by side on a pull request, against the baseline since the last success elsewhere', () => {
    const texts = textsOf(usual);
    expect(commands(texts, 'pull-request')).toEqual(expect.arrayContaining(['bench-paired', 'bench-slo'].map((targets) => `npm exec --no -- nx affected -t ${targets} --parallel=1`)));
    expect(commands(texts, 'pull-request')).toContain('npm exec --no -- benchline gate --affected --policy-ref auto --advisory --comment');
    expect(commands(texts, 'default-branch')).toEqual(expect.arrayContaining(['npm exec --no -- nx affected -t bench-compare bench-slo --parallel=1', 'npm exec --no -- nx run-many -t bench-compare bench-slo --parallel=1', 'npm exec --no -- benchline gate --affected "$NX_BASE"']));
    expect(texts.get(main)).toContain('      NX_BASE: origin/${{ github.base_ref }}\n');
  });

  it('calls Nx targets by the names that nx.json gives them, and not those switched off', () => {
    const registered = (options: object) => ({ 'nx.json': JSON.stringify({ plugins: ['other', { plugin: '@benchline/nx', options }] }) });
    const renamed = textsOf(usual, registered({ compareTargetName: 'perf-diff', sloTargetName: false, pairedTargetName: 'a; rm -rf b' }));
    expect(commands(renamed, 'default-branch')).toContain('npm exec --no -- nx affected -t perf-diff --parallel=1');
    expect(commands(renamed, 'pull-request')).toContain('npm exec --no -- nx affected -t bench-paired --parallel=1');
    const off = textsOf(usual, registered({ pairedTargetName: false }));
    expect(commands(off, 'pull-request')).toContain('npm exec --no -- benchline compare --against auto --project "$PROJECT"');
    expect(commands(off, 'pull-request')).toContain('npm exec --no -- benchline gate --policy-ref auto --advisory --comment');
  });

  it('is what Turborepo reaches, by the tasks that turbo.json has', () => {
    const turbo = { ...usual, runner: 'turbo' as const };
    expect(commands(textsOf(turbo), 'pull-request')).toContain('npm exec --no -- turbo run bench-paired --affected --concurrency=1 --continue');
    const older = textsOf(turbo, { 'turbo.json': '// mine\n{ "tasks": { "bench-compare": {}, "bench-slo": {} } }' });
    expect(commands(older, 'pull-request')).toContain('npm exec --no -- benchline compare --against auto --project "$PROJECT"');
    expect(commands(older, 'default-branch')).toContain('npm exec --no -- benchline fingerprint --out .benchline-provenance.json && TURBO_SCM_BASE="$NX_BASE" npm exec --no -- turbo run bench-compare bench-slo --affected --concurrency=1 --continue');
    const bare = textsOf(turbo, { 'turbo.json': '{}' });
    expect(commands(bare, 'default-branch')).toContain('npm exec --no -- benchline gate');
  });

  it('is each project where nobody knows what depends on what', () => {
    const { jobs } = read(textsOf({ ...usual, runner: 'none' }), main);
    const measured = jobs['default-branch']!.steps.filter(({ run }) => run?.includes('benchline bench'));
    expect(measured.map(({ env }) => env)).toEqual([{ PROJECT: 'crates/decode' }, { PROJECT: 'packages/text' }]);
    expect(jobs['pull-request']!.steps.some(({ run }) => run?.includes('hyperfine'))).toBe(true);
  });

  it.each([
    ['pnpm-lock.yaml', 'pnpm install --frozen-lockfile', 'pnpm exec benchline gate'],
    ['yarn.lock', 'yarn install --immutable', 'yarn run benchline gate'],
  ])('installs what %s locks', (lock, install, gate) => {
    const texts = textsOf(usual, { [lock]: null });
    expect(commands(texts, 'default-branch')).toEqual(expect.arrayContaining(['corepack enable', install, gate]));
  });

  it('keeps hostile folder names as they are: neither YAML, nor a shell, nor GitHub reads more into them', () => {
    const folder = 'a: b "c" #d ${{ github.token }} $(e)';
    const texts = textsOf({ ...usual, runner: 'none' }, { [`${folder}/benchline.json`]: '{}' });
    const step = read(texts, main).jobs['default-branch']!.steps.find(({ env }) => env?.['PROJECT']?.startsWith('a: b'));
    expect(step!.env!['PROJECT']).toBe("a: b \"c\" #d ${{ '${{' }} github.token }} $(e)");
    expect(githubErrors(main, texts.get(main)!)).toEqual([]);
  });
});
