import { createFakeWorld } from '../../testing/fake-world.js';
import { suiteConfig } from '../../testing/suite-config.js';
import { runner } from './runner.js';

const place = { round: 1, folder: '/repo/raw/round-1', shown: 'raw/round-1' };
const file = '/repo/raw/round-1/k6.json';
const stats = ['--summary-trend-stats', 'avg,min,med,max,p(90),p(95),p(99),count'];
const version = { prints: 'k6 v1.8.1 (go1.26.8, linux/amd64)\n' };

function prepare(command: string[] | null, { suite = {}, files = {} }: { suite?: object; files?: Record<string, string> } = {}) {
  const world = createFakeWorld({ programs: { 'k6 version': version, 'docker run --rm grafana/k6 version': version }, files });
  return runner.prepare({ suite: suiteConfig({ tool: 'k6', command, ...suite }), projectRoot: '/repo', folder: '/repo', env: {} }, world);
}

const words = async (command: string[]) => {
  const { program, args } = await (await prepare(command)).plan(place);
  return [program, ...args];
};
const ended = (code: number, stderr = '') => ({ outcome: 'exited', code, stdout: '', stderr, durationMs: 1 }) as const;

test.each([
  [['k6', 'run', '-q', 'load.js'], ['k6', 'run', '--summary-export', file, ...stats, '-q', 'load.js']],
  [['k6', '--verbose', 'run', 'load.js'], ['k6', '--verbose', 'run', '--summary-export', file, ...stats, 'load.js']],
  [['docker', 'run', '--rm', 'grafana/k6', 'run', 'load.js'], ['docker', 'run', '--rm', 'grafana/k6', 'run', '--summary-export', file, ...stats, 'load.js']],
  [['k6', 'run', '--summary-trend-stats', 'med', 'load.js'], ['k6', 'run', '--summary-export', file, '--summary-trend-stats', 'med', 'load.js']],
  [['node', 'bench.mjs', '{output}'], ['node', 'bench.mjs', file]],
])('%j exports its summary into the round\'s folder', async (command, expected) => {
  expect(await words(command)).toEqual(expected);
});

test('the version is k6\'s, whoever calls it', async () => {
  for (const command of [['k6', 'run', 'x.js'], ['node', 'bench.mjs', '{output}']]) expect((await prepare(command)).facts.harnessVersion).toBe('1.8.1');
});

test.each([
  ['a script without {output}', ['node', 'bench.mjs'], '{output}'],
  ['k6 without run', ['k6', 'cloud', 'x.js'], '{output}'],
  ['k6 without run in a container', ['docker', 'run', '--rm', 'grafana/k6', 'cloud', 'x.js'], '{output}'],
  ['an export elsewhere', ['k6', 'run', '--summary-export=x.json', 'x.js'], 'Remove --summary-export'],
  ['no command', null, 'k6'],
])('%s is refused', async (_, command, fix) => {
  await expect(prepare(command)).rejects.toMatchObject({ exitCode: 2, findings: [{ code: 'BNL016', fix: expect.stringContaining(fix) }] });
});

test('times have no effect: --duration would take the place of the script\'s scenarios', async () => {
  const { facts } = await prepare(['k6', 'run', 'x.js'], { suite: { warmupMs: 1, measureMs: 1 } });
  expect(facts.findings).toMatchObject([{ code: 'BNL025' }, { code: 'BNL025', fix: 'Use "duration" in the options of the script.' }]);
  expect(runner.choices?.(['k6', 'run', 'x.js'])).toEqual({ warmup: false, measure: false, filter: null });
});

test('T19: a crossed threshold (99) leaves the output whole; where the summary does not tell of it, the runner does', async () => {
  const log = 'time="2026-11-20T12:00:00Z" level=error msg="thresholds on metrics \'http_req_duration, checks\' have been crossed"\n';
  const collect = async (text: string, code: number) => (await (await prepare(['k6', 'run', 'x.js'], { files: { [file]: text } })).collect(place, ended(code, log))).findings;
  expect((await prepare(['k6', 'run', 'x.js'])).endsWell).toEqual([99]);
  expect(await collect('{"version":"1.0.0"}', 99)).toMatchObject([{ code: 'BNL036', level: 'warning', what: expect.stringContaining('http_req_duration, checks') }]);
  expect(await collect('{"metrics":{"checks":{"thresholds":{"rate>0.9":true}}}}', 99)).toEqual([]);
  expect(await collect('{"version":"1.0.0"}', 0)).toEqual([]);
});

test('T8: iterations that end in an exception are no fast ones', async () => {
  const log = 'time="2026-11-20T12:00:00Z" level=error msg="Error: \\"broken\\"\\n\\tat default (file:///x.js:2:36(3))\\n" executor=constant-vus scenario=default source=stacktrace\n';
  const prepared = await prepare(['k6', 'run', 'x.js'], { files: { [file]: '{}' } });
  await expect(prepared.collect(place, ended(0, log))).rejects.toMatchObject({ findings: [{ code: 'BNL011', what: expect.stringContaining('Error: \\"broken\\"') }] });
});

test('what it exported is read', async () => {
  const prepared = await prepare(['k6', 'run', 'x.js'], { files: { [file]: '{}' } });
  expect((await prepared.collect(place, ended(0, 'time="x" level=warning msg="slow"'))).files).toMatchObject([{ path: 'raw/round-1/k6.json' }]);
});
