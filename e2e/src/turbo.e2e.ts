import { execFileSync } from 'node:child_process';
import { installHyperfineDouble, pathWith, type HyperfineDouble } from './hyperfine-double.js';
import { packTarballs } from './pack.js';
import { createWorkspace, type Run, type Workspace } from './workspace.js';

const packages = ['a', 'b', 'c'];
const file = '.benchline-provenance.json';

describe('in a Turborepo', () => {
  let workspace: Workspace;
  let hyperfine: HyperfineDouble;
  const run = (program: string, ...args: string[]): Run => workspace.run(program, args, { env: { PATH: pathWith(hyperfine) } });
  const benchline = (...args: string[]): Run => run('node_modules/.bin/benchline', ...args);
  const turbo = (...args: string[]): Run => run('node_modules/.bin/turbo', ...args);
  const script = (name: string): Run => run('npm', 'run', '--silent', name);
  const report = (name: string) => workspace.readJson<{ runId: string; provenance: { taskHash: string } }>(`packages/${name}/.benchline/report.json`);

  beforeAll(() => {
    workspace = createWorkspace('turbo', { TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' });
    hyperfine = installHyperfineDouble(workspace);
    const npm = execFileSync('npm', ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    workspace.write('package.json', { name: 'workspace', private: true, packageManager: `npm@${npm}`, workspaces: ['packages/*'] });
    workspace.write('turbo.json', { $schema: './node_modules/turbo/schema.json', tasks: { lint: {} } });
    workspace.write('.gitignore', 'node_modules\n.turbo\n.nx\n.double\n.git-global\n');
    for (const name of packages) {
      workspace.write(`packages/${name}/package.json`, { name, version: '0.0.0', private: true, scripts: { speed: "hyperfine --warmup 1 'node main.js'" }, dependencies: name === 'b' ? { a: '*' } : {} });
      workspace.write(`packages/${name}/cost`, '0.2');
    }
    workspace.must('git', ['init', '--quiet', '--initial-branch=main']);
    workspace.must('npm', ['install', '--save-dev', 'turbo@2.11.11', ...Object.values(packTarballs())]);
  });

  afterAll(() => workspace.dispose());

  test('init writes the tasks and the scripts, and a second time changes nothing', () => {
    expect(benchline('init', '--turbo', '--no-ci')).toMatchObject({ code: 0 });
    expect(workspace.readJson('packages/a/package.json')).toMatchObject({ scripts: { bench: 'benchline bench' } });
    expect(workspace.readJson('package.json')).toMatchObject({ scripts: { bench: expect.stringContaining('benchline fingerprint --out') } });
    workspace.commit('set up benchmarks');
    expect(benchline('init', '--turbo', '--no-ci').code).toBe(0);
    expect(workspace.must('git', ['status', '--porcelain'])).toBe('');
  });

  test('bench measures every package with the hash of its task; the second run restores what the first measured', () => {
    expect(script('bench')).toMatchObject({ code: 0 });
    expect(hyperfine.measured()).toEqual(packages);
    const first = report('a');
    expect(first.provenance.taskHash).toMatch(/^[0-9a-f]{16}$/);
    for (const name of packages) workspace.remove(`packages/${name}/.benchline`);
    expect(script('bench').output).toMatch(/3 cached, 3 total/);
    expect(hyperfine.measured()).toEqual([]);
    expect(report('a')).toEqual(first);
    expect(workspace.must('git', ['status', '--porcelain'])).toBe('');
  });

  test('another version of a tool is another key, and the old one is still there', () => {
    const { runId } = report('a');
    hyperfine.setVersion('1.19.0');
    expect(script('bench').code).toBe(0);
    expect(hyperfine.measured()).toEqual(packages);
    expect(report('a').runId).not.toBe(runId);
    hyperfine.setVersion('1.18.0');
    expect(script('bench').code).toBe(0);
    expect(hyperfine.measured()).toEqual([]);
    expect(report('a').runId).toBe(runId);
  });

  test('another host class is another key, and the task sees the class', () => {
    const declared = workspace.run('npm', ['run', '--silent', 'bench'], { env: { PATH: pathWith(hyperfine), BENCHLINE_HOST_CLASS: 'ci' } });
    expect(declared.code).toBe(0);
    expect(hyperfine.measured()).toEqual(packages);
    expect(report('c')).toMatchObject({ provenance: { host: { class: 'ci' } } });
  });

  test('a job that may not measure restores what is there, and fails where it would have to measure', () => {
    const joined = () => workspace.run('npm', ['run', '--silent', 'bench'], { env: { PATH: pathWith(hyperfine), BENCHLINE_REQUIRE_CACHED: '1' } });
    expect(joined().code).toBe(0);
    hyperfine.setVersion('1.21.0');
    const refused = joined();
    expect(refused.code).toBe(4);
    expect(refused.output).toContain('BNL046');
    expect(hyperfine.measured()).toEqual([]);
    hyperfine.setVersion('1.18.0');
  });

  test.each([
    ['that is stale', () => hyperfine.setVersion('1.20.0'), /says "hyperfine 1\.20\.0" here/],
    ['that is missing', () => workspace.remove(file), /benchline-provenance\.json is missing/],
  ])('nothing is recorded under a key made of a file %s', (_, spoil, why) => {
    script('bench');
    hyperfine.measured();
    spoil();
    workspace.write('packages/a/main.js', `// ${String(why)}\n`);
    const refused = turbo('run', 'bench', '--filter=a', '--concurrency=1');
    expect(refused.code).toBe(2);
    expect(refused.output).toMatch(why);
    expect(refused.output).toContain('BNL057');
    expect(hyperfine.measured()).toEqual([]);
    hyperfine.setVersion('1.18.0');
    workspace.remove('packages/a/main.js');
  });

  test('compare and gate: the first baseline, no change, a slowdown', () => {
    expect(script('bench').code).toBe(0);
    for (const name of packages) expect(benchline('promote', '--project', `packages/${name}`, '--reason', 'first', '--tests-passed')).toMatchObject({ code: 0 });
    workspace.commit('first baselines');
    hyperfine.measured();
    expect(script('bench-compare')).toMatchObject({ code: 0 });
    expect(benchline('gate').code).toBe(0);
    expect(hyperfine.measured()).toEqual([]);
    workspace.must('git', ['checkout', '--quiet', '-b', 'slower']);
    workspace.write('packages/a/cost', '2');
    workspace.commit('slower');
    expect(script('bench-compare').code).toBe(3);
    expect(hyperfine.measured()).toEqual(['a', 'b']);
    expect(workspace.readJson('packages/a/.benchline/comparison.json')).toMatchObject({ summary: { verdict: 'regressed', exitCode: 3 } });
    expect(benchline('gate').code).toBe(3);
  });

  test('shard asks turbo what the change reaches', () => {
    const shards = ['1', '2'].map((index) => benchline('shard', '--index', index, '--total', '2', '--affected', 'main', '--format', 'turbo').stdout.trim());
    expect(shards.sort()).toEqual(['--filter=a', '--filter=b']);
    expect(benchline('shard', '--index', '1', '--total', '1', '--affected', 'HEAD', '--format', 'turbo').stdout).toBe('');
    expect(benchline('shard', '--index', '1', '--total', '1', '--affected', 'nowhere')).toMatchObject({ code: 2, stdout: '' });
  });
});
