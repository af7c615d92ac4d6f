import type { PerformanceReport } from '@benchline/core/model';
import { readArtefact } from '../artefacts/read-artefact.js';
import type { ProcessCommand } from '../ports/processes.js';
import type { FakeRun } from '../testing/fake-processes.js';
import { createFakeWorld, type FakeWorld, type FakeWorldOptions } from '../testing/fake-world.js';
import { runBench } from './bench.js';

const record = (p50: number) => `${JSON.stringify({ bench_id: 'a', metric: 'duration_ms', unit: 'ms', p50, p95: p50, n: 10, timestamp: '2026-11-20T12:00:00Z' })}\n`;
const suite = { name: 'api', tool: 'records', command: ['measure', '{output}'], retries: 2 };
const writes = ({ args }: ProcessCommand, text: string): FakeRun => ({ writes: { [args.at(-1) ?? '']: text } });
const inTurn = (...runs: readonly ((command: ProcessCommand) => FakeRun)[]) => (command: ProcessCommand, { nth }: { nth: number }) => (runs[Math.min(nth, runs.length - 1)] as (typeof runs)[number])(command);
const good = (command: ProcessCommand) => writes(command, record(1));
const crash = () => ({ code: 1, complains: 'connection reset\n' });
const late = () => ({ takes: 100_000 });

const createWorld = (changes: object, options: FakeWorldOptions): FakeWorld => createFakeWorld({ files: { 'benchline.json': JSON.stringify({ project: 'core', suites: [{ ...suite, timeout: '10 s', ...changes }] }) }, ...options });
const report = async (world: FakeWorld): Promise<PerformanceReport> => (await readArtefact(world, 'performance-report', '/repo/.benchline/report.json')).value;
const failure = (world: FakeWorld) => runBench({}, world).then(() => { throw new Error('it did not fail'); }, (cause: unknown) => cause as { exitCode: number; findings: { code: string }[] });

test('a round whose tool failed or timed out is run again, and each time is told with its reason', async () => {
  const world = createWorld({}, { programs: { measure: inTurn(crash, late, good) } });
  expect((await runBench({}, world)).exitCode).toBe(0);
  const { warnings, suites, raw } = await report(world);
  expect(warnings).toMatchObject([
    { code: 'BNL066', suite: 'api', what: expect.stringMatching(/^Round 1 of suite api was run again \(1 of at most 2\): measure .*ended with code 1; it said: connection reset\.$/) },
    { code: 'BNL066', what: expect.stringContaining('(2 of at most 2)') },
  ]);
  expect(suites[0]?.benchmarks[0]?.metrics[0]?.rounds).toHaveLength(1);
  expect(raw.map(({ path }) => path)).toEqual(['output.ndjson', 'stderr.txt', 'stdout.txt'].map((name) => `raw/api/round-1/${name}`));
  expect(world.complained()).toContain('was run again (1 of at most 2)');
});

test('not more often than the suite allows, and by default never', async () => {
  const world = createWorld({}, { programs: { measure: crash } });
  expect(await failure(world)).toMatchObject({ exitCode: 4, findings: [{ code: 'BNL011' }, { code: 'BNL066' }, { code: 'BNL066' }] });
  expect(world.started).toHaveLength(3);
  const once = createWorld({ retries: 0 }, { programs: { measure: crash } });
  expect((await failure(once)).findings).toHaveLength(1);
  expect(once.started).toHaveLength(1);
});

test('each round has its own retries', async () => {
  const world = createWorld({ rounds: 2, retries: 1 }, { programs: { measure: inTurn(crash, good, crash, good) } });
  await runBench({}, world);
  expect((await report(world)).warnings.map(({ what }) => what.slice(0, 7))).toEqual(['Round 1', 'Round 2']);
});

test.each<[string, (command: ProcessCommand) => FakeRun]>([
  ['numbers, however odd', (command) => writes(command, record(1e9))],
  ['numbers, of a tool that ends with an error: it may have judged them', (command) => ({ code: 3, ...writes(command, record(1)) })],
  ['a run that says 0 and wrote nothing', () => ({})],
  ['a signal', () => ({ outcome: 'signalled' })],
  ['Ctrl-C', () => ({ outcome: 'aborted' })],
])('%s: no reason to run a round again', async (_, run) => {
  const world = createWorld({}, { programs: { measure: run } });
  await runBench({}, world).catch(() => undefined);
  expect(world.started).toHaveLength(1);
});

test.each([{ code: 1 }, { takes: 100_000 }])('nor a benchmark that failed: %j', async (ending) => {
  const mapping = { lines: [{ pattern: '^FAIL (?<name>\\w+)', failed: true }, { pattern: '^(?<name>\\w+) (?<value>\\d+) (?<unit>ms)' }] };
  const world = createWorld({ tool: 'mapping', mapping, command: ['measure'] }, { programs: { measure: { prints: 'FAIL decode\n', ...ending } } });
  expect(await failure(world)).toMatchObject({ exitCode: 4 });
  expect(world.started).toHaveLength(1);
});

test('a server that was not ready is one; something else that listens there is none', async () => {
  const server = { command: ['serve'], ready: { port: 8080 } };
  const world = createWorld({ server }, { programs: { measure: good, serve: { code: 1, complains: 'address in use\n' } } });
  expect(await failure(world)).toMatchObject({ findings: [{ code: 'BNL061' }, { code: 'BNL066' }, { code: 'BNL066' }] });
  const taken = createWorld({ server }, { programs: { measure: good }, listens: () => true });
  expect((await failure(taken)).findings).toMatchObject([{ code: 'BNL063' }]);
  expect(taken.started).toEqual([]);
});

test.each([6, -1, 1.5])('%d retries are refused', async (retries) => {
  expect(await failure(createWorld({ retries }, {}))).toMatchObject({ exitCode: 2, findings: [{ code: 'BNL003' }] });
});
