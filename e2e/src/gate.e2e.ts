import { packTarballs } from './pack.js';
import { createWorkspace, type Run, type Workspace } from './workspace.js';

interface GateJson {
  policy: { source: string; ref: string; sha: string };
  projects: { project: string; verdict: string | null; affected?: boolean; last?: { from: string; commit: string } | null; exitCode: number }[];
  summary: { projects: number; notAffected: number; counts: Record<string, number>; exitCode: number };
  findings: { code: string; what: string }[];
}

const names = Array.from({ length: 30 }, (_unused, index) => `p${String(index).padStart(2, '0')}`);
/** Depend on p00. */
const dependents = ['p01', 'p02'];

/** Prints what a benchmark would: the cost of the project's own code and of the library it uses. No clock is read. */
const bench = `const { readFileSync } = require('node:fs');
const { dependencies = {} } = JSON.parse(readFileSync('package.json', 'utf8'));
const cost = (file) => Number(readFileSync(file, 'utf8'));
const total = Object.keys(dependencies).reduce((sum, name) => sum + cost('../' + name + '/cost'), cost('cost'));
process.stdout.write(JSON.stringify({ bench_id: 'run', metric: 'duration_ms', unit: 'ms', p50: total, p95: null, n: 5, timestamp: '2026-11-20T12:00:00Z' }) + '\\n');
`;

/** Measures every project and promotes what it measured, in one process. */
const baselines = `const { createNodeWorld, runBench, runPromote } = require('benchline');
(async () => {
  for (const project of process.argv.slice(2)) {
    const world = createNodeWorld({ cwd: 'libs/' + project });
    await runBench({}, world);
    const { exitCode, text } = await runPromote({ reason: 'first', testsPassed: true }, world);
    if (exitCode !== 0) throw new Error(text);
  }
})();
`;

describe('a pull request that touches one library of 30 projects', () => {
  let workspace: Workspace;
  const nx = (...args: string[]): Run => workspace.run('node_modules/.bin/nx', args);
  const gate = (args: string[], env: Record<string, string> = {}): Run & { json: GateJson } => {
    const run = workspace.run(process.execPath, ['node_modules/@benchline/nx/bin.js', 'gate', ...args], { env });
    return { ...run, json: workspace.readJson<GateJson>('.benchline/gate.json') };
  };
  const onPullRequest = { GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'pull_request', GITHUB_BASE_REF: 'main' };
  let main: string;

  beforeAll(() => {
    workspace = createWorkspace('gate');
    workspace.write('package.json', { name: 'workspace', private: true, workspaces: ['libs/*'] });
    workspace.write('nx.json', { analytics: false, neverConnectToCloud: true, defaultBase: 'main', plugins: ['@benchline/nx'] });
    workspace.write('benchline.json', { host: { class: 'e2e' }, baselines: { criteria: [] } });
    workspace.write('.gitignore', 'node_modules\n.nx\n.git-global\n.benchline/\n');
    workspace.write('bench.js', bench);
    workspace.write('baselines.js', baselines);
    for (const name of names) {
      workspace.write(`libs/${name}/package.json`, { name, version: '0.0.0', private: true, ...(dependents.includes(name) && { dependencies: { p00: '*' } }) });
      workspace.write(`libs/${name}/benchline.json`, { suites: [{ name: 'run', tool: 'records', command: ['node', '../../bench.js'] }] });
      workspace.write(`libs/${name}/cost`, '10');
    }
    workspace.must('git', ['init', '--quiet', '--initial-branch=main']);
    workspace.must('npm', ['install', '--save-dev', 'nx@23.2.1', ...Object.values(packTarballs())]);
    workspace.commit('thirty projects');
    workspace.must(process.execPath, ['baselines.js', ...names]);
    workspace.commit('baselines');
    main = workspace.must('git', ['rev-parse', 'HEAD']).trim();
    for (const name of names) workspace.remove(`libs/${name}/.benchline`);
    workspace.must('git', ['checkout', '--quiet', '-b', 'slower']);
    workspace.write('libs/p00/cost', '16');
    workspace.commit('slower');
  });

  afterAll(() => workspace.dispose());

  test('affected measures what it reaches, and no other', () => {
    expect(nx('affected', '-t', 'bench-compare', '--base=main').code).toBe(1);
    expect(names.filter((name) => workspace.exists(`libs/${name}/.benchline/report.json`))).toEqual(['p00', ...dependents]);
  });

  test('the gate fails for those alone; the others are told with the age of their last number', () => {
    const { code, stdout, json } = gate(['--affected', '--markdown', 'gate.md'], onPullRequest);
    expect(stdout).toContain('Performance Report: 3 projects, 3 benchmarks: 3 regressed [FAIL]');
    expect(stdout).toMatch(/=\s+27 projects not affected\n {3}p03: last number of \d{4}-\d{2}-\d{2} at [0-9a-f]{7}, less than a day old \(baseline\)\n/);
    expect(code).toBe(3);
    expect(json.policy).toMatchObject({ source: 'merge-base', ref: 'main', sha: main });
    expect(json.summary).toMatchObject({ projects: 3, notAffected: 27, counts: { regressed: 3 }, exitCode: 3 });
    expect(json.projects.filter(({ affected }) => affected === false).map(({ project, last }) => [project, last?.from])).toEqual(names.slice(3).map((name) => [name, 'baseline']));
    expect(json.findings).toEqual([]);
    expect(workspace.read('gate.md')).toContain('Not affected: 27 projects');
  });

  test('a project that the change reaches and that did not report is missing; one that it does not reach is not', () => {
    workspace.must('mv', ['libs/p02/.benchline', 'held']);
    expect(gate(['--affected', 'main']).json.projects.filter(({ verdict }) => verdict === 'missing').map(({ project }) => project)).toEqual(['p02']);
    workspace.must('mv', ['held', 'libs/p02/.benchline']);
  });

  test('the pull request cannot loosen its own gate, nor accept its own regression', () => {
    const config = { ...workspace.readJson('libs/p00/benchline.json'), compare: { stored: { warn: '300%', fail: '400%' } } };
    workspace.write('libs/p00/benchline.json', config);
    workspace.write('benchline.accepted.json', { accepted: [{ project: '*', benchmark: '*', limit: '90%', reason: 'x', acceptedBy: 'me', expires: '2099-01-01' }] });
    workspace.commit('looser');
    expect(nx('run', 'p00:bench-compare').code).toBe(0);
    const { code, json } = gate(['--affected'], onPullRequest);
    expect([code, json.summary.counts]).toEqual([3, { regressed: 3 }]);
    expect(json.findings.map(({ code: found, what }) => [found, what])).toContainEqual(['BNL050', 'The policy of p00 is looser than at main: stored.warn 10 % → 300 %, stored.fail 25 % → 400 %.']);
    const { code: reviewed } = gate(['--affected', 'main', '--policy-ref', 'slower']);
    expect(reviewed).toBe(0);
  });
});
