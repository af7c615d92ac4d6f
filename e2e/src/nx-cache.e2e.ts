import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { packTarballs } from './pack.js';
import { createWorkspace, type Run, type Workspace } from './workspace.js';

/**
 * What keys a measurement: content, dependencies, toolchain, host class, options. The tool is a script whose version the test changes and that notes every
 * run, on a PATH that holds nothing else of its name.
 */
const versions = (process.env['E2E_NX'] ?? '22.7.12,23.2.1,24.0.6').split(',');

const tool = (root: string): string => `#!/bin/sh
if [ "$1" = --version ]; then echo "hyperfine $(cat "${root}/tool-version")"; exit 0; fi
while [ $# -gt 0 ]; do if [ "$1" = --export-json ]; then out=$2; fi; shift; done
echo "\${PWD##*/}" >> "${root}/measured"
echo '{"results":[{"command":"work","mean":0.1,"stddev":0.001,"median":0.1,"user":0.1,"system":0.01,"min":0.099,"max":0.101,"times":[0.099,0.1,0.1,0.101],"exit_codes":[0,0,0,0]}]}' > "$out"
`;

/** Where the machine has a program. */
const pathOf = (program: string): string => execFileSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).trim();

describe.each(versions)('the cache of Nx %s', (version) => {
  let workspace: Workspace;
  let env: Record<string, string>;
  const nx = (args: string[], more: Record<string, string> = {}): Run => workspace.run('node_modules/.bin/nx', args, { env: { ...env, ...more } });

  const benchline = (args: string[], cwd = '.'): Run => workspace.run(process.execPath, [join(workspace.root, 'node_modules/@benchline/nx/bin.js'), ...args], { cwd, env });

  /** Runs a line of Nx and tells which projects were measured. */
  function measuring(args: string[], more: Record<string, string> = {}): { measured: string[]; code: number | null; output: string } {
    workspace.write('measured', '');
    const { code, output } = nx(args, more);
    return { measured: workspace.read('measured').split('\n').filter(Boolean).sort(), code, output };
  }
  const benchAll = (more?: Record<string, string>) => measuring(['run-many', '-t', 'bench'], more);
  const runId = (project: string): string => workspace.readJson<{ runId: string }>(`packages/${project}/.benchline/report.json`).runId;
  const putTool = (): void => {
    workspace.write('programs/hyperfine', tool(workspace.root));
    chmodSync(join(workspace.root, 'programs/hyperfine'), 0o755);
  };

  beforeAll(() => {
    workspace = createWorkspace(`nx-cache-${version}`);
    const programs = join(workspace.root, 'programs');
    mkdirSync(programs, { recursive: true });
    for (const program of ['cat', 'env', 'git', 'node', 'sh']) symlinkSync(pathOf(program), join(programs, program));
    env = { PATH: programs };
    workspace.write('package.json', { name: 'workspace', private: true, workspaces: ['packages/*'] });
    workspace.write('nx.json', { analytics: false, neverConnectToCloud: true, defaultBase: 'main', plugins: ['@benchline/nx'] });
    workspace.write('.gitignore', 'node_modules\n.nx\n.git-global\n.benchline/\nprograms\nmeasured\ntool-version\n');
    workspace.write('benchline.json', { host: { class: 'e2e' } });
    workspace.write('packages/lib/package.json', { name: 'lib', version: '1.0.0' });
    workspace.write('packages/lib/index.js', 'exports.steps = 1;\n');
    for (const project of ['near', 'far']) {
      workspace.write(`packages/${project}/package.json`, { name: project, version: '1.0.0', ...(project === 'near' ? { dependencies: { lib: '1.0.0' } } : {}) });
      workspace.write(`packages/${project}/benchline.json`, { suites: [{ name: 'work', tool: 'hyperfine', command: ['hyperfine', 'work'] }] });
    }
    workspace.write('tool-version', '1.0.0');
    putTool();
    workspace.must('git', ['init', '--quiet', '--initial-branch=main']);
    workspace.must('npm', ['install', '--save-dev', `nx@${version}`, ...Object.values(packTarballs())]);
    workspace.commit('a workspace');
  });

  afterAll(() => workspace.dispose());

  test('the first run measures; a change elsewhere measures nothing', () => {
    expect(benchAll()).toMatchObject({ measured: ['far', 'near'], code: 0 });
    workspace.write('README.md', 'words\n');
    workspace.write('packages/lib/package.json', { name: 'lib', version: '1.0.0' });
    expect(benchAll()).toMatchObject({ measured: [], code: 0 });
  });

  test('another version of the tool measures; a missing tool is an error each time; the first version hits again', () => {
    const first = runId('near');
    workspace.write('tool-version', '2.0.0');
    expect(benchAll()).toMatchObject({ measured: ['far', 'near'], code: 0 });
    expect(runId('near')).not.toBe(first);
    workspace.remove('programs/hyperfine');
    for (const { measured, code, output } of [benchAll(), measuring(['run', 'near:bench'])]) {
      expect({ measured, code }).toEqual({ measured: [], code: 1 });
      expect(output).toContain('BNL010');
    }
    putTool();
    workspace.write('tool-version', '1.0.0');
    expect(benchAll()).toMatchObject({ measured: [], code: 0 });
    expect(runId('near')).toBe(first);
  });

  test('another option is another measurement', () => {
    expect(measuring(['run', 'far:bench', '--rounds=2'])).toMatchObject({ measured: ['far', 'far'], code: 0 });
  });

  test('where only the cache may be used, what is in it is restored; another host class is not, and fails without a measurement', () => {
    expect(benchAll({ BENCHLINE_REQUIRE_CACHED: '1' })).toMatchObject({ measured: [], code: 0 });
    const refused = benchAll({ BENCHLINE_REQUIRE_CACHED: '1', BENCHLINE_HOST_CLASS: 'other' });
    expect({ measured: refused.measured, code: refused.code }).toEqual({ measured: [], code: 1 });
    expect(refused.output).toMatch(/BNL046[\s\S]*BENCHLINE_HOST_CLASS/);
  });

  test('a changed dependency reaches its dependents alone', () => {
    workspace.write('packages/lib/index.js', 'exports.steps = 2;\n');
    workspace.commit('slower');
    expect(benchAll()).toMatchObject({ measured: ['near'], code: 0 });
  });

  test('a promoted baseline runs the compare of its project alone, and measures nothing', () => {
    const compareAll = () => measuring(['run-many', '-t', 'bench-compare']);
    expect(compareAll()).toMatchObject({ measured: [], code: 0 });
    expect(benchline(['promote', '--reason', 'first', '--tests-passed'], 'packages/near')).toMatchObject({ code: 0 });
    const { measured, code, output } = compareAll();
    expect({ measured, code }).toEqual({ measured: [], code: 0 });
    expect(output).toMatch(/nx run near:bench-compare *\n/);
    expect(output).toMatch(/nx run far:bench-compare +\[/);
    expect(workspace.readJson('packages/near/.benchline/comparison.json')).toMatchObject({ summary: { verdict: 'unchanged' }, findings: [{ code: 'BNL047' }] });
  });

  test('a restored report is told as the earlier measurement that it is, and promoted as one', () => {
    const origins = () => {
      benchline(['gate']);
      const { projects } = workspace.readJson<{ projects: { project: string; measured: { origin: string } | null }[] }>('.benchline/gate.json');
      return Object.fromEntries(projects.map(({ project, measured }) => [project, measured?.origin ?? null]));
    };
    // The far one was measured with two versions of the tool, and the first one's result came back.
    expect(origins()).toEqual({ far: 'restored', near: 'here' });
    const before = runId('near');
    workspace.remove('packages/near/.benchline');
    expect(measuring(['run', 'near:bench-compare'])).toMatchObject({ measured: [], code: 0 });
    expect(runId('near')).toBe(before);
    expect(origins()).toEqual({ far: 'restored', near: 'restored' });
    const promoted = measuring(['run', 'far:bench-promote', '--reason=first', '--testsPassed']);
    expect({ measured: promoted.measured, code: promoted.code }).toEqual({ measured: [], code: 0 });
    expect(promoted.output.replace(/\s+/g, ' ')).toContain('runner restored it for');
    const [id] = readdirSync(join(workspace.root, 'packages/far/baselines')).filter((name) => name !== 'current.json');
    expect(workspace.readJson(`packages/far/baselines/${id}/baseline.json`)).toMatchObject({ reports: [{ runId: runId('far'), origin: 'restored' }] });
  });
});
