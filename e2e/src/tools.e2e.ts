import { join } from 'node:path';
import { packTarballs } from './pack.js';
import { unlessAbsent } from './required-programs.js';
import { placeToolProject, triableProjects } from './tool-project.js';
import { createWorkspace, type Run, type Workspace } from './workspace.js';

interface Report {
  suites: {
    tool: string;
    provenance: { harness: { name: string; version: string | null } | null };
    benchmarks: { id: string; status: string; metrics: { name: string; unit: string; rounds: unknown[]; summary: { p50: number } }[] }[];
  }[];
}

interface Comparison {
  rows: { benchmark: string; verdict: string }[];
  summary: { verdict: string; exitCode: number };
}

/** What ran, for the table at the end. */
interface Outcome {
  tool: string;
  version: string;
  benchmarks: string;
  bench: string;
  all: string;
}

const ran: Outcome[] = [];
let workspace: Workspace;

beforeAll(() => {
  workspace = createWorkspace('tools');
  workspace.write('package.json', { name: 'tools', private: true });
  const { schemas, core, cli } = packTarballs();
  workspace.must('npm', ['install', '--save-dev', schemas, core, cli]);
});

afterAll(() => {
  workspace.dispose();
  process.stderr.write(`\n${table(ran)}\n`);
});

/** One tool alone: npm run e2e -- tools -t "^hyperfine " */
describe.each(triableProjects().map((project) => [project.tool, project] as const))('%s', (tool, project) => {
  const { setup, page } = project;
  const { expect: promised, needs = [] } = setup;
  const limit = (setup.timeoutMinutes ?? 3) * 60_000;
  const [first = '', ...others] = page.commands;
  const user = unlessAbsent(['git', ...needs]);
  const outcome: Outcome = { tool, version: '', benchmarks: '', bench: '', all: '' };
  let started = 0;

  /** A line of the page, as a user's shell runs it in the project. */
  const shell = (line: string): Run => {
    const env = { PATH: `${join(workspace.root, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`, BENCHLINE_TESTS_PASSED: 'true', BENCHLINE_LOCK: `tools-${process.pid}` };
    return workspace.run('sh', ['-c', line], { cwd: tool, env });
  };
  const report = () => workspace.readJson<Report>(`${tool}/.benchline/report.json`);

  /** Every suite of the page is there, whole, with what the project promises. */
  const expectPromised = ({ suites }: Report): void => {
    const benchmarks = suites.flatMap((suite) => suite.benchmarks);
    expect(benchmarks.map(({ id, status }) => `${id} ${status}`).sort()).toEqual(promised.benchmarks.map((id) => `${id} ok`).sort());
    for (const { id, metrics } of benchmarks) expect([id, metrics.map(({ name }) => name)]).toEqual([id, expect.arrayContaining([...promised.metrics])]);
  };

  beforeAll(() => {
    started = performance.now();
    placeToolProject(workspace, project);
  }, limit);

  afterAll(() => {
    ran.push({ ...outcome, all: seconds(performance.now() - started) });
  });

  user.test('the page\'s config and command measure the project', () => {
    const began = performance.now();
    expectCode(shell(first), 0);
    const { suites } = report();
    Object.assign(outcome, { bench: seconds(performance.now() - began), benchmarks: String(suites.flatMap(({ benchmarks }) => benchmarks).length), version: suites[0]?.provenance.harness?.version ?? '-' });
    expect(suites.map((suite) => suite.tool)).toEqual(page.config.suites.map((suite) => suite.tool));
    expectPromised(report());
    for (const { provenance } of suites) expect(provenance.harness?.version ?? null).toEqual(promised.version === false ? null : expect.stringMatching(/\d/));
  }, limit);

  user.test('a filter that matches nothing is told, and costs the last report nothing', () => {
    const before = report();
    const run = shell(`${first} --filter no-such-benchmark`);
    expect(run).toMatchObject({ code: 2, output: expect.stringContaining('BNL009') });
    expect(report()).toEqual(before);
  }, limit);

  user.test('the page\'s other commands read and compare', () => {
    expectCode(shell('benchline promote --reason "first baseline"'), 0);
    for (const line of others) {
      const run = shell(line);
      const slower = line.startsWith('benchline compare') && workspace.readJson<Comparison>(`${tool}/.benchline/comparison.json`).summary.verdict === 'regressed';
      expectCode(run, slower ? 3 : 0);
    }
    expectPromised(report());
    const { rows } = workspace.readJson<Comparison>(`${tool}/.benchline/comparison.json`);
    expect(new Set(rows.map(({ benchmark }) => benchmark))).toEqual(new Set(promised.benchmarks));
    expect(rows.filter(({ verdict }) => ['failed', 'missing', 'new'].includes(verdict))).toEqual([]);
  }, limit);
});

/** With what was printed, should it differ. */
function expectCode({ code, output }: Run, wanted: number): void {
  expect({ code, output }).toEqual({ code: wanted, output });
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function table(outcomes: readonly Outcome[]): string {
  const head: Outcome = { tool: 'tool', version: 'version', benchmarks: 'benchmarks', bench: 'bench', all: 'in all' };
  const rows = [head, ...outcomes].map((outcome) => Object.values(outcome) as string[]);
  const widths = Object.keys(head).map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) => row.map((text, column) => text.padEnd(widths[column]!)).join('  ').trimEnd()).join('\n');
}
