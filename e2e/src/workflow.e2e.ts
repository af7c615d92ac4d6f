import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { startForge, type ForgeDouble } from './forge-double.js';
import { packTarballs } from './pack.js';
import { absentPrograms, unlessAbsent } from './required-programs.js';
import { runJob, type JobResult, type WorkflowRun } from './workflow-runner.js';
import { createWorkspace, type Workspace } from './workspace.js';

const nxVersions = (process.env['E2E_NX'] ?? '22.7.12,23.2.1,24.0.6').split(',');
const main = '.github/workflows/benchline.yml';

/** A tool whose numbers a file says, so that verdicts are certain: three runs of every benchmark, a thousandth apart. */
const measure = `
const speed = require('./speed.json');
for (const [name, ms] of Object.entries(speed)) for (let run = 0; run < 12; run++) console.log(name + ': ' + ms * (1 + (run % 3) / 1000) + ' ms');
`;
const config = {
  suites: [{ name: 'made', tool: 'mapping', command: ['node', 'measure.js'], rounds: 3, mapping: { lines: [{ pattern: '^(?<name>\\S+): (?<value>\\S+) (?<unit>\\S+)$', kind: 'raw', ordered: true, repeated: true }] } }],
  slo: [{ benchmark: 'decode', metric: 'time', max: '200 ms' }],
};

/** A repository, its remote, and the machines that CI would clone it to. */
interface Stage {
  workspace: Workspace;
  git(folder: string, ...args: string[]): string;
  write(project: string, speed: Record<string, number>): void;
  /** Commits everything in the repository and pushes the branch. */
  push(message: string, branch: string): string;
  /** A clone at a branch's tip, with what `npm ci` would install. */
  machine(branch: string): string;
  job(name: string, folder: string, more: Partial<WorkflowRun>): Promise<JobResult>;
}

function createStage(name: string, packages: readonly string[]): Stage {
  const workspace = createWorkspace(name, { BENCHLINE_HOST_CLASS: 'e2e' });
  let machines = 0;
  const git: Stage['git'] = (folder, ...args) => workspace.must('git', ['-C', join(workspace.root, folder), ...args]).trim();
  workspace.must('git', ['init', '--quiet', '--bare', '--initial-branch=main', 'origin.git']);
  workspace.must('git', ['init', '--quiet', '--initial-branch=main', 'seed']);
  git('seed', 'remote', 'add', 'origin', join(workspace.root, 'origin.git'));
  workspace.write('seed/.gitignore', 'node_modules\n.nx\n.turbo\n.benchline/\n');
  workspace.write('seed/package.json', { name: 'seed', private: true });
  expect(workspace.run('npm', ['install', '--save-dev', ...packages], { cwd: 'seed' })).toMatchObject({ code: 0 });
  return {
    workspace,
    git,
    write(project, speed) {
      workspace.write(`seed/${project}/measure.js`, measure);
      workspace.write(`seed/${project}/benchline.json`, config);
      workspace.write(`seed/${project}/speed.json`, speed);
      workspace.write(`seed/${project}/package.json`, { name: project.split('/').at(-1)!, private: true });
    },
    push(message, branch) {
      git('seed', 'checkout', '--quiet', '-B', branch);
      git('seed', 'add', '--all');
      git('seed', 'commit', '--quiet', '--allow-empty', '--message', message);
      git('seed', 'push', '--quiet', '--force', 'origin', branch);
      return git('seed', 'rev-parse', 'HEAD');
    },
    machine(branch) {
      const folder = `machine-${(machines += 1)}`;
      workspace.must('git', ['clone', '--quiet', '--branch', branch, join(workspace.root, 'origin.git'), join(workspace.root, folder)]);
      symlinkSync(join(workspace.root, 'seed/node_modules'), join(workspace.root, folder, 'node_modules'));
      return folder;
    },
    job(job, folder, more) {
      const root = join(workspace.root, folder);
      const artefacts = join(workspace.root, 'artefacts');
      mkdirSync(artefacts, { recursive: true });
      const outer = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(NX_|GIT_|GITHUB_|BENCHLINE_|TURBO_|FORCE_COLOR|NO_COLOR|NODE_OPTIONS|npm_)/.test(name)));
      const machine = { ...outer, CI: 'true', GITHUB_ACTIONS: 'true', NX_DAEMON: 'false', NX_TUI: 'false', NX_CACHE_DIRECTORY: join(root, '.nx/cache'), NX_WORKSPACE_DATA_DIRECTORY: join(root, '.nx/data'), RETRY_SECONDS: '0', GIT_CONFIG_NOSYSTEM: '1', npm_config_loglevel: 'error' };
      const usual = { 'github.ref': 'refs/heads/main', 'github.token': 'token', 'github.server_url': 'https://forge.example', 'github.repository': 'o/r', 'github.run_id': '1', 'vars.BENCHLINE_TESTS_PASSED': 'true' };
      return runJob({ text: workspace.read(`${folder}/${main}`), artefacts, done: ['Install'], ...more, env: { ...machine, ...more.env }, context: { ...usual, ...more.context } }, job, root);
    },
  };
}

const pullRequest = (more: Partial<WorkflowRun> = {}): Partial<WorkflowRun> => ({ ...more, context: { 'github.event_name': 'pull_request', 'github.base_ref': 'main' }, env: { GITHUB_BASE_REF: 'main', GITHUB_EVENT_NAME: 'pull_request', ...more.env } });
const pushed = (more: Record<string, string> = {}): Partial<WorkflowRun> => ({ context: { 'github.event_name': 'push', 'needs.promotion-plan.outputs.ready': 'true', ...more }, env: { GITHUB_EVENT_NAME: 'push', GITHUB_REF_NAME: 'main' } });

/** Commits, digests and times are new in each run. */
function withoutCommits(comment: string): string {
  return comment.replace(/\b\d{8}T\d{6}Z-[0-9a-f]+-[0-9a-f]+/g, 'BASELINE').replace(/\b\d{4}-\d\d-\d\d\b/g, 'DATE').replace(/\b[0-9a-f]{7,40}\b/g, 'COMMIT');
}

const { describe: describeWithGit } = unlessAbsent(['git', 'bash']);

describeWithGit('the generated workflow, step by step, without a task runner', () => {
  let stage: Stage;
  beforeAll(() => {
    const { schemas, core, cli } = packTarballs();
    stage = createStage('workflow', [schemas, core, cli]);
    stage.write('text', { decode: 100, encode: 50 });
    expect(stage.workspace.run('npm', ['exec', '--no', '--', 'benchline', 'workflow', '--mode', 'stored', '--enforce', 'always', '--fork-comments', '--default-branch', 'main'], { cwd: 'seed' })).toMatchObject({ code: 0 });
    stage.push('benchmarks', 'main');
  });
  afterAll(() => stage.workspace.dispose());

  it('is up to date as soon as it is written', () => {
    expect(stage.workspace.run('npm', ['exec', '--no', '--', 'benchline', 'workflow', '--check'], { cwd: 'seed' })).toMatchObject({ code: 0 });
  });

  it('works before there is a baseline: the first run on the default branch is green, and can be promoted', async () => {
    const folder = stage.machine('main');
    const job = await stage.job('default-branch', folder, pushed());
    expect([job.succeeded, job.steps]).toEqual([true, expect.anything()]);
    expect(job.step('Judge all projects together')).toMatchObject({ code: 0, output: expect.stringMatching(/Performance Report: 1 project.*\[PASS\]/) });
    expect(job.summary).toContain('decode');
  });

  it('promotes nothing while nobody has said that the tests passed, and says so', async () => {
    const plan = await stage.job('promotion-plan', stage.machine('main'), pushed({ 'vars.BENCHLINE_TESTS_PASSED': '' }));
    expect([plan.succeeded, plan.outputs]).toEqual([true, { ready: 'false' }]);
    expect(plan.step('Show every criterion, change nothing').output).toMatch(/tests-passed[\s\S]*::warning title=Baseline kept::/);
  });

  it('promotes what the first run measured, on top of what was pushed meanwhile', async () => {
    const plan = await stage.job('promotion-plan', stage.machine('main'), pushed());
    expect([plan.succeeded, plan.outputs]).toEqual([true, { ready: 'true' }]);
    const folder = stage.machine('main');
    stage.workspace.write('seed/README.md', 'meanwhile\n');
    stage.push('meanwhile', 'main');
    const job = await stage.job('promote', folder, pushed());
    expect([job.succeeded, job.step('Push, if the baselines are still those compared with').output]).toEqual([true, expect.stringContaining('rejected')]);
    stage.git('seed', 'pull', '--quiet', 'origin', 'main');
    expect(stage.git('seed', 'log', '--format=%s', '-2')).toMatch(/^Promote benchmark baselines of [0-9a-f]{12} \[skip ci\]\nmeanwhile$/);
    expect(stage.git('seed', 'show', '--name-only', '--format=', 'HEAD').split('\n').every((path) => path.startsWith('text/baselines/'))).toBe(true);
    expect(stage.workspace.readJson('seed/text/baselines/current.json')).toEqual(expect.objectContaining({}));
  });

  it('does not promote over a baseline that somebody else promoted meanwhile', async () => {
    const measuring = await stage.job('default-branch', stage.machine('main'), pushed());
    expect(measuring.succeeded).toBe(true);
    const folder = stage.machine('main');
    const pointer = stage.workspace.read('seed/text/baselines/current.json');
    stage.workspace.write('seed/text/baselines/current.json', `${pointer} \n`);
    stage.push('another promotion', 'main');
    const job = await stage.job('promote', folder, pushed());
    expect([job.succeeded, job.step('Push, if the baselines are still those compared with')]).toEqual([false, expect.objectContaining({ code: 3, output: expect.stringContaining('nothing is promoted') })]);
    stage.workspace.write('seed/text/baselines/current.json', pointer);
    stage.push('as it was', 'main');
  });

  it('passes a pull request that changes nothing', async () => {
    stage.workspace.write('seed/README.md', 'words\n');
    stage.push('words', 'words');
    const job = await stage.job('pull-request', stage.machine('words'), pullRequest());
    expect(job.step('Measure text')).toMatchObject({ code: 0 });
    expect([job.succeeded, job.step('Judge all projects together')]).toEqual([true, expect.objectContaining({ code: 0, output: expect.stringMatching(/\[PASS\]/) })]);
  });

  it('fails a slower one with 3, keeps its results, and says in the summary what is slower', async () => {
    stage.git('seed', 'checkout', '--quiet', 'main');
    stage.write('text', { decode: 180, encode: 50 });
    stage.push('slower', 'slower');
    const folder = stage.machine('slower');
    const job = await stage.job('pull-request', folder, pullRequest());
    expect(job.step('Measure text')).toMatchObject({ code: 3 });
    expect(job.step('Judge all projects together')).toMatchObject({ code: 3, output: expect.stringMatching(/Performance Report: .*1 regressed.* \[FAIL\]/) });
    expect(job.succeeded).toBe(false);
    expect(job.summary).toMatch(/decode.*\+80/);
    expect(existsSync(join(stage.workspace.root, 'artefacts/benchline/text/.benchline/comparison.json'))).toBe(true);
    expect(existsSync(join(stage.workspace.root, 'artefacts/benchline-gate/gate.json'))).toBe(true);
  });

  it('hands the verdict to the workflow that comments, which runs nothing of the pull request', async () => {
    const forge = await startForge();
    const head = stage.git('seed', 'rev-parse', 'slower');
    forge.pulls.push({ number: 7, state: 'open', head: { ref: 'slower', sha: head, user: { login: 'f' }, repo: { full_name: 'f/r' } }, base: { repo: { full_name: 'o/r' } } });
    stage.workspace.write('event.json', {
      action: 'completed',
      repository: { full_name: 'o/r' },
      workflow_run: { id: 5, run_number: 3, run_attempt: 1, event: 'pull_request', head_branch: 'slower', head_sha: head, head_repository: { full_name: 'f/r', owner: { login: 'f' } }, html_url: 'https://forge.example/runs/5' },
    });
    const verdict = join(stage.workspace.root, 'artefacts/benchline-gate/gate.json');
    stage.workspace.write('bin/gh', `#!/bin/sh\ncase "$2" in *artifacts\\?name=benchline-gate) echo 11;; */artifacts/11/zip) cat '${verdict}';; *) exit 1;; esac\n`);
    chmodSync(join(stage.workspace.root, 'bin/gh'), 0o755);
    const folder = stage.machine('main');
    const env = { PATH: `${join(stage.workspace.root, 'bin')}:${process.env['PATH']}`, RUNNER_TEMP: stage.workspace.root, GITHUB_EVENT_PATH: join(stage.workspace.root, 'event.json'), GITHUB_EVENT_NAME: 'workflow_run', GITHUB_REPOSITORY: 'o/r', GITHUB_API_URL: forge.api, GITHUB_WORKFLOW: 'benchmarks comment', GITHUB_JOB: 'comment' };
    const context = { 'github.event.workflow_run.event': 'pull_request', 'github.event.workflow_run.conclusion': 'failure', 'github.event.workflow_run.id': '5' };
    const job = await stage.job('comment', folder, { text: stage.workspace.read(`${folder}/.github/workflows/benchline-comment.yml`), context, env });
    await forge.close();
    expect([job.step('Comment with the verdict of the run that measured').output, job.succeeded]).toEqual([expect.stringContaining('Comment created'), true]);
    expect(forge.comments).toEqual([expect.stringMatching(/untrusted[\s\S]*decode[\s\S]*\+80/)]);
  });

  it('misses an objective in the weekly check: the job fails, the evidence is packed, an issue tells it', async () => {
    stage.git('seed', 'checkout', '--quiet', 'main');
    stage.write('text', { decode: 400, encode: 50 });
    stage.push('much slower', 'week');
    const folder = stage.machine('week');
    const text = stage.workspace.read(`${folder}/.github/workflows/benchline-scheduled.yml`);
    const job = await stage.job('objectives', folder, { text, context: { 'github.event_name': 'schedule' } });
    expect([job.succeeded, job.step('Judge all projects together')]).toEqual([false, expect.objectContaining({ code: 3, output: expect.stringContaining('BNL005') })]);
    expect(job.step('Build the audit packages')).toMatchObject({ code: 0, output: expect.stringContaining('Audit package') });
    expect(stage.workspace.must('find', ['artefacts/benchline-audit', '-name', 'manifest.json'])).toContain('/text/.benchline/audit/text-');
    stage.workspace.write('bin/gh', '#!/bin/sh\nprintf "%s|" "$@" >> "$RUNNER_TEMP/gh.log"; echo >> "$RUNNER_TEMP/gh.log"\n');
    stage.workspace.write('bin/curl', '#!/bin/sh\ncat > "$RUNNER_TEMP/curl.log"; printf "%s|" "$@" >> "$RUNNER_TEMP/curl.log"\n');
    for (const program of ['gh', 'curl']) chmodSync(join(stage.workspace.root, 'bin', program), 0o755);
    const env = { PATH: `${join(stage.workspace.root, 'bin')}:${process.env['PATH']}`, RUNNER_TEMP: stage.workspace.root };
    const alert = await stage.job('alert', folder, { text, context: { 'job.status': 'failure', 'secrets.BENCHLINE_ALERT_WEBHOOK': 'https://chat.example/secret' }, env });
    expect(alert.succeeded).toBe(true);
    expect(stage.workspace.read('gh.log')).toMatch(/label\|create\|benchline-alert[^\n]*\nissue\|list\|[^\n]*\nissue\|create\|--title\|[^\n]*https:\/\/forge\.example\/o\/r\/actions\/runs\/1/);
    expect(stage.workspace.read('curl.log')).toMatch(/^url = "https:\/\/chat\.example\/secret"\n--config\|-\|[^\n]*"text"/);
  });

  it('fails where a project cannot be measured, and says that it is missing', async () => {
    stage.git('seed', 'checkout', '--quiet', 'main');
    stage.write('text', { decode: 100, encode: 50 });
    stage.workspace.write('seed/text/measure.js', 'process.exit(1);\n');
    stage.push('broken', 'broken');
    const job = await stage.job('pull-request', stage.machine('broken'), pullRequest());
    expect([job.succeeded, job.step('Judge all projects together').code]).toEqual([false, 2]);
  });
});

describeWithGit.each(nxVersions)('the generated workflow, step by step, with Nx %s', (nxVersion) => {
  let stage: Stage;
  let forge: ForgeDouble;
  beforeAll(async () => {
    forge = await startForge();
    stage = createStage('workflow-nx', [`nx@${nxVersion}`, ...Object.values(packTarballs())]);
    stage.workspace.write('seed/nx.json', { analytics: false, neverConnectToCloud: true, defaultBase: 'main', plugins: ['@benchline/nx'] });
    for (const project of ['text', 'image']) stage.write(`libs/${project}`, { decode: 100 });
    expect(stage.workspace.run('npm', ['exec', '--no', '--', 'benchline', 'workflow', '--mode', 'stored', '--enforce', 'always', '--default-branch', 'main'], { cwd: 'seed' })).toMatchObject({ code: 0 });
    stage.push('benchmarks', 'main');
  });
  afterAll(async () => {
    stage.workspace.dispose();
    await forge.close();
  });

  it('measures everything when started by hand, which makes the first baselines', async () => {
    const job = await stage.job('default-branch', stage.machine('main'), pushed({ 'github.event_name': 'workflow_dispatch' }));
    expect(job.step('Judge all projects together')).toMatchObject({ code: 0, output: expect.stringMatching(/Performance Report: 2 projects.*\[PASS\]/) });
    const promoted = await stage.job('promote', stage.machine('main'), pushed());
    expect(promoted.succeeded).toBe(true);
    stage.git('seed', 'pull', '--quiet', 'origin', 'main');
    expect(['text', 'image'].map((project) => stage.workspace.exists(`seed/libs/${project}/baselines/current.json`))).toEqual([true, true]);
  });

  it('judges a pull request by what it reaches: the slower project fails it, the other is not measured, and the comment says so', async () => {
    stage.write('libs/text', { decode: 170 });
    const head = stage.push('slower', 'slower');
    const folder = stage.machine('slower');
    stage.workspace.write('event.json', { pull_request: { number: 7, head: { sha: head, repo: { full_name: 'o/r' } } } });
    const env = { GITHUB_EVENT_PATH: join(stage.workspace.root, 'event.json'), GITHUB_REPOSITORY: 'o/r', GITHUB_API_URL: forge.api, GITHUB_SERVER_URL: 'https://forge.example', GITHUB_RUN_ID: '1', GITHUB_RUN_NUMBER: '1', GITHUB_RUN_ATTEMPT: '1', GITHUB_WORKFLOW: 'benchmarks', GITHUB_JOB: 'pull-request' };
    const job = await stage.job('pull-request', folder, pullRequest({ env }));
    expect(job.step('Judge all projects together')).toMatchObject({ code: 3, output: expect.stringMatching(/1 regressed.* \[FAIL\]/) });
    expect(stage.workspace.exists(`${folder}/libs/image/.benchline`)).toBe(false);
    expect(forge.comments.map(withoutCommits)).toEqual([readFileSync(join(__dirname, '../golden/workflow-comment.md'), 'utf8')]);
  });

  it('measures since the last success on the default branch', async () => {
    stage.git('seed', 'checkout', '--quiet', 'main');
    const before = stage.git('seed', 'rev-parse', 'HEAD');
    stage.write('libs/image', { decode: 100, encode: 10 });
    stage.push('more', 'main');
    const folder = stage.machine('main');
    const job = await stage.job('default-branch', folder, pushed({ NX_BASE: before }));
    expect(job.step('Judge all projects that changed together')).toMatchObject({ code: 0 });
    expect(stage.workspace.exists(`${folder}/libs/text/.benchline`)).toBe(false);
    expect(stage.workspace.exists(`${folder}/libs/image/.benchline/comparison.json`)).toBe(true);
  });
});

describeWithGit('the generated workflow, step by step, with Turborepo', () => {
  let stage: Stage;
  beforeAll(() => {
    const { schemas, core, cli } = packTarballs();
    stage = createStage('workflow-turbo', ['turbo@2.11.11', schemas, core, cli]);
    const npm = stage.workspace.must('npm', ['--version']).trim();
    stage.workspace.write('seed/package.json', { ...stage.workspace.readJson<object>('seed/package.json'), packageManager: `npm@${npm}`, workspaces: ['libs/*'] });
    const reading = { dependsOn: ['bench'], cache: false, passThroughEnv: ['GITHUB_*'] };
    stage.workspace.write('seed/turbo.json', { tasks: { bench: { env: ['BENCHLINE_HOST_CLASS'], outputs: ['.benchline/**'] }, 'bench-compare': reading, 'bench-slo': reading } });
    for (const project of ['text', 'image']) {
      stage.write(`libs/${project}`, { decode: 100 });
      stage.workspace.write(`seed/libs/${project}/package.json`, { name: project, version: '0.0.0', private: true, scripts: { bench: 'benchline bench', 'bench-compare': 'benchline compare', 'bench-slo': 'benchline slo' } });
    }
    stage.workspace.write('seed/.gitignore', `${stage.workspace.read('seed/.gitignore')}.benchline-provenance.json\n`);
    expect(stage.workspace.run('npm', ['exec', '--no', '--', 'benchline', 'workflow', '--mode', 'stored', '--enforce', 'always', '--fork-comments', '--default-branch', 'main'], { cwd: 'seed' })).toMatchObject({ code: 0 });
    stage.push('benchmarks', 'main');
  });
  afterAll(() => stage.workspace.dispose());

  it('makes the first baselines, and fails a pull request by the project that it makes slower', async () => {
    const first = await stage.job('default-branch', stage.machine('main'), pushed({ 'github.event_name': 'workflow_dispatch' }));
    expect(first.step('Judge all projects together')).toMatchObject({ code: 0, output: expect.stringMatching(/Performance Report: 2 projects.*\[PASS\]/) });
    expect(await stage.job('promote', stage.machine('main'), pushed())).toMatchObject({ succeeded: true });
    stage.git('seed', 'pull', '--quiet', 'origin', 'main');
    stage.write('libs/text', { decode: 170 });
    stage.workspace.must('git', ['-C', 'seed', 'checkout', '--quiet', '--', 'libs/text/package.json']);
    stage.push('slower', 'slower');
    const folder = stage.machine('slower');
    const job = await stage.job('pull-request', folder, pullRequest());
    expect(job.step('Judge all projects together')).toMatchObject({ code: 3, output: expect.stringMatching(/1 regressed.* \[FAIL\]/) });
    expect(stage.workspace.exists(`${folder}/libs/image/.benchline`)).toBe(false);
  });
});

it('zizmor and actionlint find nothing in any variant', () => {
  const absent = absentPrograms(['zizmor', 'actionlint']);
  if (absent.length > 0) process.stderr.write(`SKIPPED, ${absent.join(', ')} not found: workflows are tried with the others\n`);
  const workspace = createWorkspace('workflow-lint');
  const { schemas, core, cli } = packTarballs();
  workspace.write('package.json', { private: true });
  workspace.must('npm', ['install', '--save-dev', schemas, core, cli]);
  const variants = ['nx', 'turbo', 'none'].flatMap((runner) => ['paired', 'stored'].flatMap((mode) => [[], ['--fork-comments', '--enforce', 'always']].map((more) => ['--runner', runner, '--mode', mode, ...more])));
  for (const [index, variant] of variants.entries()) {
    workspace.write(`${index}/benchline.json`, config);
    workspace.write(`${index}/package-lock.json`, {});
    workspace.write(`${index}/package.json`, { private: true });
    workspace.must('npm', ['exec', '--no', '--', 'benchline', 'workflow', '--project', String(index), '--default-branch', 'main', ...variant]);
    cpSync(join(workspace.root, String(index), '.github'), join(workspace.root, 'all', String(index), '.github'), { recursive: true });
  }
  const files = workspace.must('find', ['all', '-name', '*.yml']).trim().split('\n');
  expect(files.length).toBeGreaterThan(variants.length);
  if (!absent.includes('actionlint')) expect(workspace.run('actionlint', ['-shellcheck=', ...files])).toMatchObject({ code: 0, output: '' });
  if (!absent.includes('zizmor')) expect(workspace.run('zizmor', ['--offline', '--persona=pedantic', '--no-progress', 'all'])).toMatchObject({ code: 0, output: expect.stringContaining('No findings to report') });
  workspace.dispose();
});
