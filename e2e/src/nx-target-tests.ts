import { delimiter, join } from 'node:path';
import { changeNxJson, type NxWorkspace, type Project } from './nx-workspace.js';
import type { Workspace } from './workspace.js';

interface Report {
  provenance: { host: { class: string } };
  suites: { benchmarks: { metrics: { rounds: object[] }[] }[] }[];
}

/** What Nx shows of the inferred targets, and the options that change them; on the project `quick`. */
export function testTargets({ version, workspace, nx }: NxWorkspace): void {
  const project = (): Project => JSON.parse(nx('show', 'project', 'quick', '--json').stdout) as Project;
  const report = () => workspace().readJson<Report>('libs/quick/.benchline/report.json');
  const withOptions = (options: object, targetDefaults: Record<string, object> = {}) => changeNxJson(workspace(), (nxJson) => ({ ...nxJson, plugins: [{ plugin: '@benchline/nx', options }], targetDefaults }));

  test('Nx shows what the targets are, and lists and reports the plugin; building the graph runs no program', () => {
    const { targets, metadata } = project();
    expect(metadata).toMatchObject({ technologies: ['records'], targetGroups: { Benchmarks: expect.arrayContaining(['bench', 'bench-compare', 'bench-paired']) } });
    expect(targets['bench']?.metadata).toMatchObject({ description: 'Measure the benchmarks', help: { command: 'npx benchline bench --help' } });
    expect(nx('list', '@benchline/nx').output).toMatch(/configuration[^]*baseline-dir[^]*bench[^]*promote/);
    expect(nx('report').output).toMatch(/@benchline\/nx/);
    const path = recordCalls(workspace(), ['rustc', 'cargo', 'rustup', 'go', 'python3', 'java', 'deno', 'hyperfine', 'valgrind']);
    expect(workspace().run('node_modules/.bin/nx', ['graph', '--file=graph.json'], { env: { PATH: path, NX_CACHE_PROJECT_GRAPH: 'false' } })).toMatchObject({ code: 0 });
    const { graph } = workspace().readJson<{ graph: { nodes: Record<string, { data: Project }> } }>('graph.json');
    expect(graph.nodes['core']?.data.targets['bench']?.metadata.technologies).toEqual(['criterion']);
    expect(workspace().exists('called.txt')).toBe(false);
    expect(workspace().run('rustc', ['--version'], { env: { PATH: path } }).code).toBe(0);
    expect(workspace().read('called.txt')).toContain('rustc --version');
    workspace().remove('graph.json');
  });

  test('inputs and the class of the machine that nx.json names belong to the key', () => {
    workspace().write('datasets/large.txt', '1\n');
    withOptions({ hostClass: 'rack-7', inputs: ['{workspaceRoot}/datasets/**/*'] });
    const isReplayed = () => /local cache|existing outputs match the cache/.test(nx('run', 'quick:bench').output);
    expect(isReplayed()).toBe(false);
    expect(report().provenance.host.class).toBe('rack-7');
    expect(isReplayed()).toBe(true);
    workspace().write('datasets/large.txt', '2\n');
    expect(isReplayed()).toBe(false);
  });

  test('defaults for targets are respected; where they let Nx run tasks beside a measurement, it is said, and healed as it is said', () => {
    withOptions({ sync: true }, { bench: { cache: false, options: { rounds: 2 } } });
    const { bench } = project().targets;
    expect(bench).toMatchObject({ cache: false, options: { rounds: 2 }, syncGenerators: ['@benchline/nx:sync'] });
    const isReset = version.startsWith('22.');
    expect(bench?.parallelism !== false).toBe(isReset);
    const run = nx('run', 'quick:bench');
    expect(report().suites[0]?.benchmarks[0]?.metrics[0]?.rounds).toHaveLength(2);
    expect(/"parallelism": false/.test(run.output)).toBe(isReset);
    withOptions({}, { bench: { parallelism: false } });
    expect(nx('run', 'quick:bench', '--rounds=3').output).not.toContain('"parallelism"');
  });
}

/** A PATH on which these programs only write down that they were called. */
function recordCalls(workspace: Workspace, programs: readonly string[]): string {
  for (const program of programs) {
    workspace.write(`recorders/${program}`, `#!/bin/sh\necho "${program} $*" >> '${join(workspace.root, 'called.txt')}'\n`);
    workspace.must('chmod', ['+x', `recorders/${program}`]);
  }
  return [join(workspace.root, 'recorders'), process.env['PATH'] ?? ''].join(delimiter);
}
