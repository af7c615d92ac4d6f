import { cargoTarget } from './cargo-target.js';
import { testGenerators } from './nx-generator-tests.js';
import { testTargets } from './nx-target-tests.js';
import { packTarballs } from './pack.js';
import { unlessAbsent } from './required-programs.js';
import { createWorkspace, type Run, type Workspace } from './workspace.js';

interface Report {
  runId: string;
  suites: { tool: string; benchmarks: { id: string; metrics: { name: string }[] }[] }[];
}

const versions = (process.env['E2E_NX'] ?? '22.7.12,23.2.1,24.0.6').split(',');

unlessAbsent(['cargo', 'git']).describe.each(versions)('in a workspace of Nx %s', (version) => {
  let workspace: Workspace;
  const nx = (...args: string[]): Run => workspace.run('node_modules/.bin/nx', args);
  const report = () => workspace.readJson<Report>('crates/core/.benchline/report.json');
  const targets = (project: string) => Object.keys((JSON.parse(nx('show', 'project', project, '--json').stdout) as { targets: object }).targets);

  beforeAll(() => {
    workspace = createWorkspace(`nx-${version}`, { CARGO_TARGET_DIR: cargoTarget });
    workspace.write('package.json', { name: 'workspace', private: true, workspaces: ['libs/*'] });
    workspace.write('nx.json', { analytics: false, neverConnectToCloud: true, defaultBase: 'main' });
    workspace.write('.gitignore', 'node_modules\n.nx\n.git-global\n');
    for (const crate of ['core', 'bytes']) workspace.copy(`nx/${crate}`, `crates/${crate}`);
    workspace.copy('nx/json', 'libs/json');
    workspace.write('benchline.json', { host: { class: 'e2e' } });
    workspace.copy('nx/Cargo.toml', 'Cargo.toml');
    workspace.copy('nx/Cargo.lock', 'Cargo.lock');
    workspace.must('git', ['init', '--quiet', '--initial-branch=main']);
    workspace.must('npm', ['install', '--save-dev', `nx@${version}`, ...Object.values(packTarballs())]);
  });

  afterAll(() => workspace.dispose());

  test('init sets up every project with benchmarks, and a second time changes nothing', () => {
    expect(nx('g', '@benchline/nx:init', '--no-interactive').code).toBe(0);
    expect(workspace.readJson('crates/core/benchline.json')).toMatchObject({ suites: [{ tool: 'criterion' }] });
    expect(workspace.readJson('libs/json/benchline.json')).toMatchObject({ suites: [{ tool: 'tinybench' }] });
    expect(workspace.exists('.github/workflows/benchline.yml')).toBe(true);
    workspace.commit('set up benchmarks');
    expect(nx('g', '@benchline/nx:init', '--no-interactive').code).toBe(0);
    expect(workspace.must('git', ['status', '--porcelain'])).toBe('');
  });

  test('projects are where configs stand: not at the root, where defaults are shared, and not at the workflow', () => {
    expect(JSON.parse(nx('show', 'projects', '--json').stdout).sort()).toEqual(['bytes', 'core', 'json']);
    expect(targets('core')).toEqual(expect.arrayContaining(['bench', 'bench-compare', 'bench-slo', 'bench-promote', 'bench-audit']));
    expect(targets('bytes')).not.toContain('bench');
  });

  test('the command line comes with the plugin, where only direct dependencies have programs too', () => {
    expect(workspace.must(process.execPath, ['node_modules/@benchline/nx/bin.js', '--version'])).toMatch(/^\d+\.\d+\.\d+/);
  });

  test('bench measures a real Criterion crate; the second run restores what the first measured', () => {
    const first = nx('run', 'core:bench');
    expect(first).toMatchObject({ code: 0 });
    const measured = report();
    expect(measured).toMatchObject({ provenance: { host: { class: 'e2e' } } });
    expect(measured.suites[0]).toMatchObject({ tool: 'criterion', benchmarks: [{ id: 'decode/display' }] });
    workspace.remove('crates/core/.benchline');
    const second = nx('run', 'core:bench');
    expect(second.output).toMatch(/local cache|existing outputs match the cache/);
    expect(report()).toEqual(measured);
  });

  test('without a baseline every row is new, and that is no failure', () => {
    expect(nx('run', 'core:bench-compare').code).toBe(0);
    expect(workspace.readJson('crates/core/.benchline/comparison.json')).toMatchObject({ summary: { verdict: 'new', exitCode: 0 } });
  });

  test('promote writes a baseline; comparing with it measures nothing anew', () => {
    const { runId } = report();
    expect(nx('run', 'core:bench-promote', '--reason=first', '--testsPassed')).toMatchObject({ code: 0 });
    expect(workspace.exists('crates/core/baselines/current.json')).toBe(true);
    workspace.commit('first baseline');
    expect(nx('run', 'core:bench-compare').code).toBe(0);
    expect(report().runId).toBe(runId);
    expect(workspace.readJson('crates/core/.benchline/comparison.json')).toMatchObject({ summary: { verdict: 'unchanged', exitCode: 0 } });
  });

  test('affected measures only what a changed dependency reaches, and a slowdown in it fails', () => {
    workspace.must('git', ['checkout', '--quiet', '-b', 'slower']);
    const table = workspace.read('crates/bytes/src/lib.rs');
    workspace.write('crates/bytes/src/lib.rs', table.replace('STEPS: u64 = 4', 'STEPS: u64 = 40'));
    workspace.commit('slower');
    const affected = nx('affected', '-t', 'bench-compare', '--base=main');
    expect(affected.code).toBe(1);
    expect(affected.output).not.toContain('json:bench');
    expect(workspace.exists('libs/json/.benchline')).toBe(false);
    expect(workspace.readJson('crates/core/.benchline/comparison.json')).toMatchObject({ summary: { verdict: 'regressed', exitCode: 3 } });
    expect(nx('run', 'core:bench-promote', '--reason=slower', '--testsPassed').code).toBe(1);
  });

  // Side by side takes minutes: one version shows that the target reaches paired mode, whatever Nx runs it.
  if (version.startsWith('23.')) test('affected bench-paired measures base and head side by side, what the change reaches alone', () => {
    const first = nx('affected', '-t', 'bench-paired', '--base=main', '--parallel=1', '--timeBudget=4 min');
    expect(first.output).toMatch(/First look \(10 rounds a side\)/);
    expect(first.output).not.toContain('json:bench-paired');
    expect(first.code).toBe(1);
    expect(workspace.readJson('crates/core/.benchline/comparison.json')).toMatchObject({ mode: 'paired', summary: { verdict: 'regressed', exitCode: 3 }, rows: [{ metric: 'throughput', confirmation: 'confirmed' }, { metric: 'time', confirmation: 'confirmed' }] });
    expect(workspace.must('git', ['worktree', 'list', '--porcelain']).match(/^worktree /gm)).toHaveLength(1);
  });

  test('a change that reaches nothing measures nothing', () => {
    workspace.must('git', ['checkout', '--quiet', 'main']);
    workspace.must('git', ['checkout', '--quiet', '-b', 'words']);
    workspace.write('README.md', 'words\n');
    workspace.commit('words');
    const affected = nx('affected', '-t', 'bench-compare', '--base=main');
    expect(affected.code).toBe(0);
    expect(affected.output).toMatch(/No tasks were run/);
  });

  test('a malformed config breaks its own project alone, and running it says what is wrong', () => {
    const written = workspace.read('libs/json/benchline.json');
    workspace.write('libs/json/benchline.json', '{ "suites": [');
    expect(JSON.parse(nx('show', 'projects', '--json').stdout).sort()).toEqual(['bytes', 'core', 'json']);
    const bench = nx('run', 'json:bench');
    expect(bench.code).toBe(1);
    expect(bench.output).toContain('benchline.json');
    expect(bench.output).toMatch(/BNL00[23]/);
    workspace.write('libs/json/benchline.json', written);
  });

  test('targets are renamed and switched off in nx.json', () => {
    const settings = workspace.readJson<{ plugins: { plugin: string; options: object }[] }>('nx.json');
    workspace.write('nx.json', { ...settings, plugins: [{ plugin: '@benchline/nx', options: { benchTargetName: 'perf', promoteTargetName: false } }] });
    expect(targets('core')).toEqual(expect.arrayContaining(['perf', 'bench-compare']));
    expect(targets('core')).not.toContain('bench');
    expect(targets('core')).not.toContain('bench-promote');
    workspace.write('nx.json', settings);
  });

  testGenerators({ version, workspace: () => workspace, nx });
  testTargets({ version, workspace: () => workspace, nx });
});
