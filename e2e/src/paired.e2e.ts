import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cargoTarget } from './cargo-target.js';
import { packTarballs } from './pack.js';
import { unlessAbsent } from './required-programs.js';
import { createWorkspace, type Run, type Workspace } from './workspace.js';

interface Row {
  benchmark: string;
  verdict: string;
  slowdown: number | null;
  confirmation: string;
}

interface Comparison {
  mode: string;
  rows: Row[];
  summary: { verdict: string; exitCode: number };
  paired: { looksTaken: number; control: { judged: number; flagged: number } | null };
}

const flags = ['regressed', 'warn'];

describe('paired mode in a Node workspace', () => {
  const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'benchline-sides-')));
  let workspace: Workspace;
  const benchline = (...args: string[]): Run => workspace.run(join(workspace.root, 'node_modules/.bin/benchline'), args, { cwd: 'libs/app' });
  const interrupted = (signal: string, words: string): Run =>
    workspace.run(process.execPath, [join(__dirname, '../fixtures/paired/interrupt.cjs'), signal, words, join(workspace.root, 'node_modules/.bin/benchline'), 'compare', '--against', 'main'], { cwd: 'libs/app' });
  const comparison = () => workspace.readJson<Comparison>('libs/app/.benchline/comparison.json');
  const lastResult = () => (workspace.exists('libs/app/.benchline/comparison.json') ? workspace.read('libs/app/.benchline/comparison.json') : null);
  const leftFolders = () => readdirSync(temporary).filter((name) => name.startsWith('benchline-paired-'));
  const worktrees = () => workspace.must('git', ['worktree', 'list', '--porcelain']).match(/^worktree /gm)?.length;
  const branch = (name: string, from = 'main') => workspace.must('git', ['checkout', '--quiet', '-b', name, from]);
  const status = () => workspace.must('git', ['status', '--porcelain']);

  beforeAll(() => {
    workspace = createWorkspace('sides-node', { TMPDIR: temporary, BENCHLINE_LOCK: `paired-${process.pid}` });
    workspace.copy('paired/node', '.');
    workspace.write('.gitignore', 'node_modules\n.benchline\n.git-global\n.nx\n');
    workspace.must('git', ['init', '--quiet', '--initial-branch=main']);
    const { schemas, core, cli } = packTarballs();
    workspace.must('npm', ['install', '--save-dev', schemas, core, cli]);
    workspace.commit('first');
    branch('slower');
    workspace.write('libs/parse/index.js', workspace.read('libs/parse/index.js').replace('1000', '1250'));
    workspace.write('libs/app/bench/more.bench.js', "bench('more', () => Math.sqrt(2));\n");
    workspace.commit('slower');
  });

  beforeEach(() => workspace.must('git', ['checkout', '--quiet', 'slower']));

  afterAll(() => {
    workspace.dispose();
    rmSync(temporary, { recursive: true, force: true, maxRetries: 3 });
  });

  afterEach(() => {
    expect(leftFolders()).toEqual([]);
    expect(worktrees()).toBe(1);
  });

  test('a slowdown in a linked library is found; a benchmark that only head has is new', () => {
    const run = benchline('compare', '--against', 'main');
    expect(run).toMatchObject({ code: 3 });
    expect(run.output).toMatch(/First look \(10 rounds a side\): about .*Budget 4 min/);
    expect(comparison()).toMatchObject({ mode: 'paired', summary: { verdict: 'regressed' }, paired: { control: null } });
    expect(comparison().rows).toEqual(expect.arrayContaining([
      expect.objectContaining({ benchmark: 'bench/app/parse', verdict: 'regressed', confirmation: 'confirmed' }),
      expect.objectContaining({ benchmark: 'bench/more/more', verdict: 'new' }),
    ]));
    expect(comparison().rows.find(({ verdict }) => verdict === 'regressed')?.slowdown).toBeCloseTo(0.25, 1);
    expect(status()).toBe('');
  });

  test('an unchanged branch is not flagged, nor is the control arm; what is uncommitted stays as it is', () => {
    branch('words');
    workspace.write('libs/parse/index.js', `${workspace.read('libs/parse/index.js')}// Only words.\n`);
    const run = benchline('compare', '--against', 'main', '--control', 'full');
    expect(run).toMatchObject({ code: 0 });
    expect(comparison().rows.map(({ verdict }) => verdict)).not.toContainEqual(expect.stringMatching(/regressed|warn|new|missing|failed/));
    expect(comparison().paired.control).toMatchObject({ judged: 1, flagged: 0 });
    expect(run.output).toMatch(/Control arm, base against itself: 0 of 1 flagged \(95 % interval 0-\d+ %\)/);
    expect(status()).toBe(' M libs/parse/index.js\n');
    workspace.must('git', ['checkout', '--', '.']);
  });

  test('a base that does not build is named, with the command, and nothing of the last result changes', () => {
    const before = lastResult();
    branch('broken');
    const config = workspace.readJson<{ suites: object[] }>('libs/app/benchline.json');
    workspace.write('libs/app/benchline.json', { ...config, suites: [{ ...config.suites[0], build: ['node', 'build.cjs'] }] });
    workspace.write('libs/app/build.cjs', 'throw new Error("no such header");\n');
    workspace.commit('broken build');
    branch('mended', 'broken');
    workspace.write('libs/app/build.cjs', '');
    workspace.commit('mended build');
    const run = benchline('compare', '--against', 'broken');
    expect(run).toMatchObject({ code: 4 });
    expect(run.output).toMatch(/BNL011[\s\S]*Base \(commit [0-9a-f]{7}\): node build\.cjs failed/);
    expect(lastResult()).toBe(before);
  });

  test('a budget that not even the first look fits into is refused, with the one it needs', () => {
    const run = benchline('compare', '--against', 'main', '--time-budget', '1 s');
    expect(run).toMatchObject({ code: 2 });
    expect(run.output).toMatch(/BNL027[\s\S]*--time-budget "\d+/);
  });

  test.each([
    ['a missing ref', ['no-such-branch'], /BNL022[\s\S]*There is no commit no-such-branch/],
    ['a ref of another history', ['orphan'], /BNL022[\s\S]*no commit in common/],
  ])('%s has a clear outcome', (_, [ref = ''], words) => {
    if (ref === 'orphan') workspace.run('git', ['branch', 'orphan', workspace.must('git', ['commit-tree', 'HEAD^{tree}', '-m', 'orphan']).trim()]);
    const run = benchline('compare', '--against', ref);
    expect(run).toMatchObject({ code: 2 });
    expect(run.output).toMatch(words);
  });

  test('a shallow clone says how to get the history', () => {
    const clone = join(temporary, 'clone');
    workspace.must('git', ['clone', '--quiet', '--depth=1', '--no-single-branch', '--branch=slower', `file://${workspace.root}`, clone]);
    const run = workspace.run(join(workspace.root, 'node_modules/.bin/benchline'), ['compare', '--against', 'origin/main', '--project', join(clone, 'libs/app')]);
    expect(run).toMatchObject({ code: 2 });
    expect(run.output).toMatch(/BNL022[\s\S]*shallow clone[\s\S]*fetch-depth: 0/);
  });

  test('Ctrl-C leaves no worktree, no process and the last result', () => {
    const before = lastResult();
    const run = interrupted('SIGINT', 'block 1');
    expect(run).toMatchObject({ code: 4 });
    expect(run.output).toContain('BNL021');
    expect(processesIn(temporary)).toEqual([]);
    expect(lastResult()).toBe(before);
  });

  test('what a killed run left is gone after the next one', () => {
    expect(interrupted('SIGKILL', 'block 1').code).toBe(1);
    expect(leftFolders()).toHaveLength(1);
    expect(benchline('compare', '--against', 'main', '--time-budget', '1 s').code).toBe(2);
  });
});

/** Processes whose working folder lies in a folder; where the system tells (Linux). */
function processesIn(folder: string): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && workingFolder(pid).startsWith(folder));
}

function workingFolder(pid: string): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return '';
  }
}

unlessAbsent(['cargo', 'git']).describe('paired mode on a Criterion crate while another core is busy', () => {
  const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'benchline-sides-')));
  let workspace: Workspace;
  let busy: ChildProcess;

  beforeAll(() => {
    mkdirSync(cargoTarget, { recursive: true });
    workspace = createWorkspace('sides-crate', { TMPDIR: temporary, CARGO_TARGET_DIR: cargoTarget, BENCHLINE_LOCK: `paired-${process.pid}` });
    workspace.copy('paired/crate', '.');
    workspace.write('.gitignore', 'target\n.benchline\n.git-global\n');
    workspace.write('benchline.json', { suites: [{ name: 'mix', tool: 'criterion', command: ['cargo', 'bench'], warmup: '100 ms', measure: '200 ms' }] });
    workspace.must('git', ['init', '--quiet', '--initial-branch=main']);
    workspace.commit('first');
    workspace.must('git', ['checkout', '--quiet', '-b', 'slower']);
    workspace.write('src/lib.rs', workspace.read('src/lib.rs').replace('1000', '1100'));
    workspace.commit('slower');
    busy = spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' });
  });

  afterAll(() => {
    busy.kill('SIGKILL');
    workspace.dispose();
    rmSync(temporary, { recursive: true, force: true, maxRetries: 3 });
  });

  test('10 % slower is found', () => {
    const run = workspace.run(process.execPath, [join(__dirname, '../../packages/cli/bin.js'), 'compare', '--against', 'main', '--control', 'off', '--time-budget', '5 min']);
    const { rows } = workspace.readJson<Comparison>('.benchline/comparison.json');
    expect(rows).toHaveLength(1);
    expect(flags).toContain(rows[0]?.verdict);
    expect(rows[0]?.slowdown).toBeCloseTo(0.1, 1);
    expect(run.code).toBe(rows[0]?.verdict === 'regressed' ? 3 : 0);
  });
});
