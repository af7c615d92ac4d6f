import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { packTarballs, repository } from './pack.js';
import { unlessAbsent } from './required-programs.js';
import { createWorkspace, type Run, type Workspace } from './workspace.js';

interface SloFile {
  objectives: { benchmark: string; metric: string; verdict: string }[];
  summary: { verdict: string; exitCode: number };
}

/** The sample service: streaming upload, packaging, a spec, a load test by autocannon and one by wrk. */
unlessAbsent(['wrk', 'git']).describe('the sample service under Nx', () => {
  let workspace: Workspace;
  const nx = (args: string[], env: Record<string, string> = {}): Run => workspace.run('node_modules/.bin/nx', args, { env });
  const slo = () => workspace.readJson<SloFile>('service/.benchline/slo.json');
  const verdicts = () => Object.fromEntries(slo().objectives.map(({ benchmark, metric, verdict }) => [`${benchmark} ${metric}`, verdict]));

  beforeAll(() => {
    workspace = createWorkspace('samples');
    workspace.write('package.json', { name: 'workspace', private: true, workspaces: ['service'] });
    workspace.write('nx.json', { analytics: false, neverConnectToCloud: true, defaultBase: 'main', plugins: ['@benchline/nx'] });
    workspace.write('.gitignore', 'node_modules\n.nx\n.benchline\n.git-global\n');
    cpSync(join(repository, 'e2e/samples/service'), join(workspace.root, 'service'), { recursive: true });
    workspace.must('git', ['init', '--quiet', '--initial-branch=main']);
    workspace.must('npm', ['install', '--save-dev', 'nx@23.2.1', ...Object.values(packTarballs())]);
    workspace.commit('the service');
  });
  afterAll(() => workspace.dispose());

  test('everything is measured, and every objective holds', () => {
    expect(nx(['run', 'service:bench-slo'])).toMatchObject({ code: 0 });
    expect(verdicts()).toEqual({
      'upload/stream throughput': 'pass', 'package/archive time': 'pass', '/hello requests': 'pass', '/hello latency': 'pass',
      'bench/hash/hash/sha256 time': 'pass', 'bench/hash/hash/sha256 throughput': 'pass', 'bench/hash/api/hello requests': 'pass', 'bench/hash/api/hello latency': 'pass',
    });
    const { suites } = workspace.readJson<{ suites: { tool: string; provenance: { seed: string | null } }[] }>('service/.benchline/report.json');
    expect(suites.map(({ tool }) => tool)).toEqual(['records', 'records', 'perf-spec', 'wrk']);
  });

  test('a fault that makes everything slow fails every objective that it touches, row by row, with exit code 3', () => {
    const bench = workspace.run(process.execPath, ['../node_modules/benchline/bin.js', 'bench'], { cwd: 'service', env: { FAULT: 'slow' } });
    expect(bench.code).toBe(0);
    const check = workspace.run(process.execPath, ['../node_modules/benchline/bin.js', 'slo'], { cwd: 'service' });
    expect(verdicts()).toEqual({
      'upload/stream throughput': 'fail', 'package/archive time': 'fail', '/hello requests': 'fail', '/hello latency': 'pass',
      'bench/hash/hash/sha256 time': 'fail', 'bench/hash/hash/sha256 throughput': 'fail', 'bench/hash/api/hello requests': 'fail', 'bench/hash/api/hello latency': 'pass',
    });
    expect([check.code, slo().summary.exitCode]).toEqual([3, 3]);
    expect(check.output).toContain('@team/release');
  });

  test('a service that answers with errors is a failed benchmark, not a fast one', () => {
    const bench = workspace.run(process.execPath, ['../node_modules/benchline/bin.js', 'bench', '--suite', 'api'], { cwd: 'service', env: { FAULT: 'errors' } });
    expect(bench.code).toBe(4);
    expect(bench.output).toMatch(/BNL011/);
  });

  test('the script that stands in for a hand-written gate ends with the code of what it found', () => {
    expect(workspace.run(process.execPath, ['scripts/check-performance.mjs'], { cwd: 'service' }).code).toBe(0);
    const config = workspace.read('service/benchline.json');
    workspace.write('service/benchline.json', config.replace('"max": "250 ms"', '"max": "1 us"'));
    const slower = workspace.run(process.execPath, ['scripts/check-performance.mjs'], { cwd: 'service' });
    expect(slower.code).toBe(3);
    expect(verdicts()).toMatchObject({ 'package/archive time': 'fail', 'upload/stream throughput': 'pass' });
  });
});
