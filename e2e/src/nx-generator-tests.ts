import { changeNxJson, type NxJson, type NxWorkspace } from './nx-workspace.js';
import type { Workspace } from './workspace.js';

const measure = `const record = { bench_id: 'parse/items', metric: 'duration_ms', unit: 'ms', p50: 1, p95: 2, n: 10, timestamp: '2026-01-01T00:00:00Z' };
console.log(JSON.stringify(record));
`;

/** The generators beside `init`, and the migration; they leave the project `quick`, which is measured in no time. */
export function testGenerators({ version, workspace, nx }: NxWorkspace): void {
  test('configuration writes the config of one more project, which is measured then, and nothing over one that stands', () => {
    workspace().write('libs/quick/package.json', { name: 'quick', private: true });
    workspace().write('libs/quick/measure.js', measure);
    const command = ['g', '@benchline/nx:configuration', 'quick', '--tool=records', '--command=node measure.js', '--no-interactive'];
    expect(nx(...command)).toMatchObject({ code: 0 });
    expect(workspace().readJson('libs/quick/benchline.json')).toMatchObject({ suites: [{ name: 'records', tool: 'records', command: ['node', 'measure.js'] }] });
    expect(nx('run', 'quick:bench')).toMatchObject({ code: 0 });
    expect(nx(...command).output).toContain('--overwrite');
  });

  test('workflow writes again what init wrote, as it is asked for now', () => {
    const path = '.github/workflows/benchline.yml';
    expect(workspace().read(path)).toContain('-t bench-paired');
    expect(nx('g', '@benchline/nx:workflow', '--mode=stored', '--no-interactive')).toMatchObject({ code: 0 });
    expect(workspace().read(path)).not.toContain('-t bench-paired');
  });

  // Which Nx runs the generator makes no difference to what is measured.
  if (version.startsWith('24.')) test('perf-spec writes specs of both kinds that are measured as they are', () => {
    expect(nx('g', '@benchline/nx:perf-spec', 'json', '--name=sum', '--no-interactive')).toMatchObject({ code: 0 });
    expect(nx('g', '@benchline/nx:perf-spec', 'json', '--kind=load', '--name=site', '--no-interactive')).toMatchObject({ code: 0 });
    expect(nx('run', 'json:bench', '--suite=specs', '--rounds=1')).toMatchObject({ code: 0 });
    const { suites } = workspace().readJson<{ suites: { tool: string; benchmarks: { id: string; status: string }[] }[] }>('libs/json/.benchline/report.json');
    expect(suites).toMatchObject([{ tool: 'perf-spec' }]);
    expect(suites[0]?.benchmarks.map(({ id, status }) => `${id} ${status}`).sort()).toEqual([expect.stringMatching(/site\/.*home.* ok$/), expect.stringMatching(/sum\/.*size=1000 ok$/), expect.stringMatching(/sum\/.*size=100000 ok$/)]);
  });

  test('sync tells of a baseline folder that is missing, makes it, and is in step then', () => {
    workspace().remove('libs/quick/baselines');
    const check = nx('sync:check');
    expect(check.code).toBe(1);
    expect(check.output).toContain('libs/quick/baselines/.gitkeep');
    expect(nx('sync').code).toBe(0);
    expect(workspace().exists('libs/quick/baselines/.gitkeep')).toBe(true);
    expect(nx('sync:check').code).toBe(0);
  });

  test('baseline-dir keeps the baselines of a project elsewhere', () => {
    expect(nx('g', '@benchline/nx:baseline-dir', 'quick', '--directory=../../baselines/quick', '--no-interactive')).toMatchObject({ code: 0 });
    expect(workspace().readJson('libs/quick/benchline.json')).toMatchObject({ baselines: { directory: '../../baselines/quick' } });
    expect(workspace().exists('baselines/quick/.gitkeep')).toBe(true);
  });

  testMigration({ workspace });
}

function testMigration({ workspace }: Pick<NxWorkspace, 'workspace'>): void {
  test('the migration completes a workspace that was set up earlier', () => {
    const { migrations, version: own } = migration(workspace());
    workspace().write('migrations.json', { migrations });
    changeNxJson(workspace(), ({ sync: _, ...nxJson }) => nxJson);
    workspace().remove('baselines');
    expect(workspace().run('node_modules/.bin/nx', ['migrate', '--run-migrations'], { env: { NX_MIGRATE_USE_LOCAL: 'true', NX_MIGRATE_SKIP_INSTALL: 'true' } })).toMatchObject({ code: 0 });
    expect(workspace().readJson<NxJson>('nx.json').sync?.globalGenerators).toEqual(['@benchline/nx:sync']);
    expect(workspace().exists('baselines/quick/.gitkeep')).toBe(true);
    expect(own).toMatch(/^\d+\.\d+\.\d+/);
    workspace().remove('migrations.json');
  });
}

/** The plugin's migrations as `nx migrate` would write them. */
function migration(workspace: Workspace): { migrations: object[]; version: string } {
  const table = workspace.readJson<{ generators: Record<string, { version: string; description: string }> }>('node_modules/@benchline/nx/migrations.json').generators;
  const migrations = Object.entries(table).map(([name, row]) => ({ ...row, name, package: '@benchline/nx', cli: 'nx' }));
  return { migrations, version: Object.values(table)[0]?.version ?? '' };
}
