import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { installHyperfineDouble, pathWith, type HyperfineDouble } from './hyperfine-double.js';
import { packTarballs } from './pack.js';
import { createWorkspace, type Run, type Workspace } from './workspace.js';

const token = 'read-and-write';

/** A machine of its own: a clone with its own local cache, and the remote cache that all share. */
interface Machine {
  workspace: Workspace;
  hyperfine: HyperfineDouble;
  nx(args: readonly string[], env?: Record<string, string>): Run;
  benchline(args: readonly string[], env?: Record<string, string>): Run;
}

describe('several machines share the work of one Nx workspace', () => {
  let server: ChildProcess;
  let origin: Machine;
  const machines: Machine[] = [];
  let cacheUrl = '';

  function createMachine(name: string): Machine {
    const workspace = createWorkspace(name);
    const hyperfine = installHyperfineDouble(workspace);
    const shared = { PATH: pathWith(hyperfine), BENCHLINE_HOST_CLASS: 'ci', NX_SELF_HOSTED_REMOTE_CACHE_SERVER: cacheUrl, NX_SELF_HOSTED_REMOTE_CACHE_ACCESS_TOKEN: token };
    const machine: Machine = {
      workspace,
      hyperfine,
      nx: (args, env = {}) => workspace.run('node_modules/.bin/nx', args, { cwd: 'repo', env: { ...shared, ...env } }),
      benchline: (args, env = {}) => workspace.run(process.execPath, [join(workspace.root, 'repo/node_modules/@benchline/nx/bin.js'), ...args], { cwd: 'repo', env: { ...shared, ...env } }),
    };
    machines.push(machine);
    return machine;
  }

  /** As a CI job has it: a clone at the branch, and what the lock file installs. */
  function createJob(name: string): Machine {
    const machine = createMachine(name);
    machine.workspace.must('git', ['clone', '--quiet', '--branch', 'slower', join(origin.workspace.root, 'repo'), 'repo']);
    execFileSync('cp', ['--archive', '--link', join(origin.workspace.root, 'repo/node_modules'), join(machine.workspace.root, 'repo')]);
    return machine;
  }

  const git = (machine: Machine, ...args: string[]): void => {
    const { code, output } = machine.workspace.run('git', args, { cwd: 'repo' });
    if (code !== 0) throw new Error(output);
  };

  beforeAll(async () => {
    const store = createWorkspace('nx-cache-store');
    server = spawn(process.execPath, [join(__dirname, 'nx-cache-server.cjs'), store.root, token], { stdio: ['ignore', 'pipe', 'inherit'] });
    server.on('exit', () => store.dispose());
    const [port] = (await once(server.stdout!.setEncoding('utf8'), 'data')) as [string];
    cacheUrl = `http://127.0.0.1:${port.trim()}`;

    origin = createMachine('shard-origin');
    const { workspace } = origin;
    workspace.write('repo/package.json', { name: 'workspace', private: true, workspaces: ['packages/*'] });
    workspace.write('repo/nx.json', { analytics: false, neverConnectToCloud: true, defaultBase: 'main', plugins: ['@benchline/nx'] });
    workspace.write('repo/.gitignore', 'node_modules\n.nx\n.benchline/\n');
    for (const [name, dependencies] of [['a', {}], ['b', { a: '*' }], ['c', { a: '*' }], ['d', {}]] as const) {
      workspace.write(`repo/packages/${name}/package.json`, { name, version: '0.0.0', private: true, dependencies });
      workspace.write(`repo/packages/${name}/benchline.json`, { suites: [{ name: 'cli', tool: 'hyperfine', command: ['hyperfine', 'node main.js'] }] });
      workspace.write(`repo/packages/${name}/cost`, '0.2');
    }
    workspace.must('git', ['init', '--quiet', '--initial-branch=main', 'repo']);
    const installed = workspace.run('npm', ['install', '--save-dev', 'nx@23.2.1', ...Object.values(packTarballs())], { cwd: 'repo' });
    if (installed.code !== 0) throw new Error(installed.output);
    git(origin, 'add', '--all');
    git(origin, 'commit', '--quiet', '--message', 'a workspace');
    expect(origin.nx(['run-many', '-t', 'bench', '--parallel=1'])).toMatchObject({ code: 0 });
    for (const name of ['a', 'b', 'c', 'd']) expect(origin.benchline(['promote', '--project', `packages/${name}`, '--reason', 'first', '--tests-passed'])).toMatchObject({ code: 0 });
    git(origin, 'add', '--all');
    git(origin, 'commit', '--quiet', '--message', 'first baselines');
    git(origin, 'checkout', '--quiet', '-b', 'slower');
    workspace.write('repo/packages/a/cost', '2');
    git(origin, 'commit', '--quiet', '--all', '--message', 'slower');
  });

  afterAll(() => {
    for (const { workspace } of machines) workspace.dispose();
    server.kill();
  });

  test('each measures its part of what the change reaches, and every part is somebody\'s', () => {
    const parts = ['1', '2'].map((index) => {
      const job = createJob(`shard-${index}`);
      const names = job.benchline(['shard', '--index', index, '--total', '2', '--affected', 'origin/main']).stdout.trim();
      expect(names).toMatch(/^[abc](,[abc])*$/);
      expect(job.nx(['run-many', '-t', 'bench', '-p', names, '--parallel=1'])).toMatchObject({ code: 0 });
      expect(job.hyperfine.measured()).toEqual(names.split(','));
      return names.split(',');
    });
    expect(parts.flat().sort()).toEqual(['a', 'b', 'c']);
  });

  test('the job that joins them restores everything, measures nothing, and gives one verdict', () => {
    const join = createJob('shard-join');
    const compared = join.nx(['affected', '-t', 'bench-compare', '--base=origin/main', '--parallel=1'], { BENCHLINE_REQUIRE_CACHED: '1' });
    expect(compared.output).toMatch(/remote cache/);
    expect(join.hyperfine.measured()).toEqual([]);
    const gate = join.benchline(['gate', '--affected', 'origin/main', '--json']);
    expect(gate.code).toBe(3);
    const { summary, projects } = JSON.parse(gate.stdout) as { summary: object; projects: { project: string }[] };
    expect(summary).toMatchObject({ exitCode: 3 });
    expect(projects).toEqual(expect.arrayContaining(['a', 'b', 'c'].map((project) => expect.objectContaining({ project }))));
    expect(join.workspace.readJson('repo/packages/b/.benchline/comparison.json')).toMatchObject({ summary: { verdict: 'unchanged' } });
  });

  test('on another class of machine it refuses to measure what it should have restored', () => {
    const join = createJob('shard-other-class');
    const compared = join.nx(['affected', '-t', 'bench-compare', '--base=origin/main', '--parallel=1'], { BENCHLINE_REQUIRE_CACHED: '1', BENCHLINE_HOST_CLASS: 'laptop' });
    expect(compared.code).not.toBe(0);
    expect(compared.output).toContain('BNL046');
    expect(join.hyperfine.measured()).toEqual([]);
    expect(join.workspace.exists('repo/packages/a/.benchline/report.json')).toBe(false);
  });
});
