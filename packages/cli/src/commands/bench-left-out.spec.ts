import type { PerformanceReport } from '@benchline/core/model';
import { readArtefact } from '../artefacts/read-artefact.js';
import { createFakeWorld, type FakeWorld, type FakeWorldOptions } from '../testing/fake-world.js';
import { runBench, type BenchOptions } from './bench.js';
import { runSlo } from './slo.js';

const record = `${JSON.stringify({ bench_id: 'a', metric: 'duration_ms', unit: 'ms', p50: 1, p95: 2, n: 10, timestamp: '2026-11-20T12:00:00Z' })}\n`;
const decode = { name: 'decode', tool: 'records', command: ['measure', '{output}'] };
const api = { name: 'api', tool: 'wrk', command: ['wrk', '-t1', 'http://127.0.0.1:1/users'] };
const measure = (command: { args: readonly string[] }) => ({ writes: { [command.args.at(-1) ?? '']: record } });
const slo = [{ benchmark: '/users', metric: 'requests', min: '1 ops/s' }];
const summary = [{ label: 'DECODE', benchmark: 'a', metric: 'time', unit: 'ms' }];

function createWorld(suites: object[], options: FakeWorldOptions = {}, more: object = {}): FakeWorld {
  return createFakeWorld({ files: { 'benchline.json': JSON.stringify({ project: 'core', suites, ...more }) }, programs: { measure }, ...options });
}

const report = async (world: FakeWorld): Promise<PerformanceReport> => (await readArtefact(world, 'performance-report', '/repo/.benchline/report.json')).value;
const failure = (world: FakeWorld, options: BenchOptions = {}) => runBench(options, world).then(() => { throw new Error('it did not fail'); }, (cause: unknown) => cause as { exitCode: number; findings: { code: string }[] });

test('an optional suite without its program is left out: in the report, on the terminal and in the summary', async () => {
  const world = createWorld([decode, { ...api, optional: true }], {}, { summary });
  const result = await runBench({}, world);
  expect(result.exitCode).toBe(0);
  expect(await report(world)).toMatchObject({ suites: [{ name: 'decode' }], errors: [], warnings: [{ code: 'BNL065', suite: 'api', what: 'Suite api was left out: wrk was not found, which wrk needs.' }] });
  expect(world.complained()).toContain('Suite api was left out');
  expect(result.text).toContain('BNL065');
  expect(result.text.trimEnd().split('\n').at(-1)).toMatch(/WARN/);
  expect(JSON.parse(await world.files.readText('/repo/.benchline/perf.json'))).toMatchObject({ warnings: [expect.stringContaining('Suite api was left out')] });
});

test('nothing of it passes: its objectives are unknown', async () => {
  const world = createWorld([decode, { ...api, optional: true }], {}, { slo });
  await runBench({}, world);
  expect((await runSlo({}, world)).json).toMatchObject({ summary: { verdict: 'unknown' } });
});

test('where every suite is left out the report is empty and says so', async () => {
  const world = createWorld([{ ...api, optional: true }]);
  expect((await runBench({}, world)).exitCode).toBe(0);
  expect(await report(world)).toMatchObject({ suites: [], raw: [], warnings: [{ code: 'BNL065' }] });
});

test('a suite that is not optional, and whatever else is wrong with one that is, ends the run', async () => {
  expect(await failure(createWorld([decode, api]))).toMatchObject({ exitCode: 4, findings: [{ code: 'BNL010' }] });
  expect(await failure(createWorld([{ ...api, optional: true, command: null, cwd: 'nowhere' }].map(({ command: _, ...each }) => each)))).toMatchObject({ findings: [{ code: 'BNL008' }] });
  expect(await failure(createWorld([{ ...api, optional: true }], { env: { BENCHLINE_TOOL_WRK: '/opt/none' } }))).toMatchObject({ exitCode: 2, findings: [{ code: 'BNL016' }] });
});

test('a build that cannot be started is no absent tool', async () => {
  expect(await failure(createWorld([{ ...decode, optional: true, build: ['make'] }]))).toMatchObject({ findings: [{ code: 'BNL010' }] });
});

test.each([
  ['by its path', { ...decode, name: 'own', command: ['./own', '{output}'] }],
  ['by a name that is not the tool\'s', { ...api, name: 'own', command: ['own', 'x'] }],
])('a program called %s is looked for as well', async (_, own) => {
  const world = createWorld([decode, { ...own, optional: true }], { programs: { measure, './own': { outcome: 'not-found' }, own: { outcome: 'not-found' }, 'wrk -v': { prints: 'wrk 4.1.0' } } });
  await runBench({}, world);
  expect((await report(world)).warnings).toMatchObject([{ code: 'BNL065', suite: 'own' }]);
});

test('--list says what would be left out', async () => {
  const { text, json } = await runBench({ list: true }, createWorld([{ ...api, optional: true }]));
  expect(text).toContain('Suite api was left out: wrk was not found');
  expect(json).toMatchObject({ suites: [{ suite: 'api', benchmarks: [], leftOut: expect.any(String) }] });
});
