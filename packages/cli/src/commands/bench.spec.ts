import type { PerformanceReport } from '@benchline/core/model';
import { readArtefact } from '../artefacts/read-artefact.js';
import { createFakeWorld, type FakeWorld, type FakeWorldOptions } from '../testing/fake-world.js';
import { runBench, type BenchOptions } from './bench.js';

const record = (id: string, p50: number) => `${JSON.stringify({ bench_id: id, metric: 'duration_ms', unit: 'ms', p50, p95: p50 * 1.2, n: 10, timestamp: '2026-11-20T12:00:00Z' })}\n`;
const suite = { name: 'decode', tool: 'records', command: ['measure', '{filter}', '{output}'] };

function writesRecords(...lines: string[]) {
  return (command: { args: readonly string[] }) => ({ takes: 1000, prints: 'measured\n', writes: { [command.args.at(-1) ?? '']: lines.join('') } });
}

function createWorld(config: object, { files, ...options }: FakeWorldOptions = {}): FakeWorld {
  return createFakeWorld({ files: { 'benchline.json': JSON.stringify({ project: 'core', ...config }), ...files }, ...options });
}

const bench = (world: FakeWorld, options: BenchOptions = {}) => runBench(options, world);
const report = async (world: FakeWorld, path = '/repo/.benchline/report.json'): Promise<PerformanceReport> => (await readArtefact(world, 'performance-report', path)).value;
const failure = (world: FakeWorld, options: BenchOptions = {}) => bench(world, options).then(() => { throw new Error('it did not fail'); }, (cause: unknown) => cause as { exitCode: number; findings: { code: string; what: string }[] });

test('a run becomes a report with provenance, raw output and samples\' place', async () => {
  const world = createWorld({ suites: [{ ...suite, threads: 2, env: { PERF: '1' } }], env: { allow: ['PERF_LEVEL'] } }, { programs: { measure: writesRecords(record('a', 2), record('b', 3)) }, env: { PERF_LEVEL: 'high', SECRET: 'x' } });
  const result = await bench(world, { rounds: 2 });
  expect(result.exitCode).toBe(0);
  const written = await report(world);
  expect(written).toMatchObject({ project: 'core', samples: null, errors: [], provenance: { measured: 'now', durationMs: 2000, env: { PERF_LEVEL: 'high' } } });
  expect(written.suites).toMatchObject([{ name: 'decode', tool: 'records', provenance: { command: ['measure', '{filter}', '{output}'], threads: 2, env: { PERF: '1' } }, benchmarks: [{ id: 'a', status: 'ok' }, { id: 'b' }] }]);
  expect(written.suites[0]?.benchmarks[0]?.metrics[0]?.rounds).toHaveLength(2);
  expect(written.raw.map(({ path }) => path)).toEqual(['output.ndjson', 'stderr.txt', 'stdout.txt'].flatMap((name) => [`raw/decode/round-1/${name}`, `raw/decode/round-2/${name}`]).sort());
  expect(await world.files.exists('/repo/.benchline/unfinished')).toBe(false);
  expect(world.started[0]?.env).toMatchObject({ PERF: '1', SECRET: 'x', BENCHLINE_THREADS: '2' });
  expect(world.holdsLock()).toBe(false);
});

test('suites take turns', async () => {
  const world = createWorld({ suites: [{ ...suite, rounds: 2 }, { ...suite, name: 'encode', command: ['other', '{output}'], rounds: 2 }] }, { programs: { measure: writesRecords(record('a', 1)), other: writesRecords(record('b', 1)) } });
  await bench(world);
  expect(world.started.map(({ program }) => program)).toEqual(['measure', 'other', 'measure', 'other']);
  expect(world.complained()).toContain('encode: round 2 of 2, about 1 s left');
});

test('the build runs once, before the rounds, and its limit is its own', async () => {
  const world = createWorld({ suites: [{ ...suite, build: ['make', 'bench'], rounds: 2 }] }, { programs: { make: { takes: 60_000 }, measure: writesRecords(record('a', 1)) } });
  await bench(world, { timeout: '10 s' });
  expect(world.started.map(({ program, timeoutMs }) => [program, timeoutMs])).toEqual([['make', 1_800_000], ['measure', 10_000], ['measure', 10_000]]);
  expect((await report(world)).provenance.durationMs).toBe(62_000);
});

test('no round begins that the time budget has no room for', async () => {
  const world = createWorld({ suites: [{ ...suite, rounds: 5 }] }, { programs: { measure: writesRecords(record('a', 1)) } });
  expect((await bench(world, { timeBudget: '2500 ms' })).exitCode).toBe(0);
  expect((await report(world)).warnings).toMatchObject([{ code: 'BNL026', suite: 'decode' }]);
  expect(world.started).toHaveLength(2);
});

describe('an exit code with which a tool tells of a limit of its own', () => {
  const k6 = { suites: [{ name: 'load', tool: 'k6', command: ['k6', 'run', 'load.js'] }] };
  const summary = (failures: number, crossed: string) => JSON.stringify({ root_group: {}, metrics: {
    http_reqs: { count: 10, rate: 5 }, http_req_failed: { passes: failures, fails: 10 - failures, value: failures / 10, thresholds: { 'rate<0.1': crossed === 'http_req_failed' } }, http_req_duration: { med: 2, thresholds: { 'p(95)<1': crossed === 'http_req_duration' } },
  } });
  const createLoad = (code: number, text: string | null) => createWorld(k6, { programs: { 'k6 version': { prints: 'k6 v1.8.1' }, 'k6 run': ({ args }) => ({ code, writes: text === null ? {} : { [args[args.indexOf('--summary-export') + 1] ?? '']: text } }) } });

  test('leaves the measurement whole, with a warning', async () => {
    const world = createLoad(99, summary(0, 'http_req_duration'));
    expect((await bench(world)).exitCode).toBe(0);
    expect(await report(world)).toMatchObject({ suites: [{ benchmarks: [{ id: 'load', status: 'ok' }] }], errors: [], warnings: [{ code: 'BNL036', suite: 'load', benchmark: 'load' }] });
  });

  test('and a benchmark that failed is failed', async () => {
    const world = createLoad(99, summary(5, 'http_req_failed'));
    expect((await bench(world)).exitCode).toBe(4);
    expect(await report(world)).toMatchObject({ suites: [{ benchmarks: [{ id: 'load', status: 'failed' }] }], errors: [{ code: 'BNL011' }] });
  });

  test('but without output, and with any other code, the run failed', async () => {
    expect(await failure(createLoad(99, null))).toMatchObject({ exitCode: 2, findings: [{ code: 'BNL009' }] });
    expect(await failure(createLoad(107, summary(0, '')))).toMatchObject({ exitCode: 4, findings: [{ code: 'BNL011' }] });
  });
});

describe('failures leave the last good report as it was', () => {
  const old = JSON.stringify({ old: true });
  const raw = { '.benchline/report.json': old, '.benchline/raw/decode/round-1/output.ndjson': 'old' };
  const cases: [string, FakeWorldOptions, number, string, BenchOptions?][] = [
    ['a timeout', { programs: { measure: { takes: 100_000 } } }, 4, 'BNL001', { timeout: '10 s' }],
    ['a crash', { programs: { measure: { code: 101, complains: 'thread main panicked\n' } } }, 4, 'BNL011'],
    ['a signal', { programs: { measure: { outcome: 'signalled' } } }, 4, 'BNL011'],
    ['a missing program', { programs: {} }, 4, 'BNL010'],
    ['a run that says 0 and wrote nothing', { programs: { measure: {} } }, 2, 'BNL009'],
    ['output that cannot be read', { programs: { measure: writesRecords('{"bench_id":') } }, 2, 'BNL009'],
    ['a filter that matches nothing', { programs: { measure: writesRecords('') } }, 2, 'BNL009', { filter: 'nothing' }],
  ];
  test.each(cases)('%s', async (...[, options, exitCode, code, knobs]) => {
    const world = createWorld({ suites: [suite] }, { ...options, files: raw });
    const cause = await failure(world, knobs);
    expect([cause.exitCode, cause.findings[0]?.code]).toEqual([exitCode, code]);
    expect(await world.files.readText('/repo/.benchline/report.json')).toBe(old);
    expect(await world.files.readText('/repo/.benchline/raw/decode/round-1/output.ndjson')).toBe('old');
    expect(world.holdsLock()).toBe(false);
  });

  test('Ctrl-C in the second round', async () => {
    const world = createWorld({ suites: [{ ...suite, rounds: 3 }] }, { files: raw, programs: { measure: (command, { nth }) => { if (nth === 1) world.abort('SIGINT'); return writesRecords(record('a', 1))(command); } } });
    expect(await failure(world)).toMatchObject({ exitCode: 4, findings: [{ code: 'BNL021', what: 'Interrupted by SIGINT.' }] });
    expect(await world.files.readText('/repo/.benchline/report.json')).toBe(old);
    expect(world.started).toHaveLength(2);
  });

  test('the words of the tool and where its output is kept are named', async () => {
    const world = createWorld({ suites: [suite] }, { programs: { measure: { code: 1, complains: 'warming up\nno such dataset\n' } } });
    expect((await failure(world)).findings[0]?.what).toMatch(/^measure .* failed: it ended with code 1; it said: no such dataset\.$/);
    expect(await world.files.readText('/repo/.benchline/unfinished/decode/round-1/stderr.txt')).toBe('warming up\nno such dataset\n');
  });

  test.each([
    ['testing: invalid regexp "["\nexit status 1\nFAIL\texample.com/x\t0.004s\nFAIL\n', 'testing: invalid regexp "["'],
    ['FAIL\n', 'FAIL'],
  ])('the reason is named, not that it failed: %j', async (prints, said) => {
    const world = createWorld({ suites: [suite] }, { programs: { measure: { code: 1, prints } } });
    expect((await failure(world)).findings[0]?.what).toMatch(new RegExp(`it said: ${said.replace('[', '\\[')}\\.$`));
  });
});

test('a line that cannot be read is an error of the report, with its position, and exit 2', async () => {
  const world = createWorld({ suites: [suite] }, { programs: { measure: writesRecords(record('a', 1), 'nonsense\n') } });
  expect((await bench(world)).exitCode).toBe(2);
  expect((await report(world)).errors).toMatchObject([{ code: 'BNL002', suite: 'decode', file: '.benchline/raw/decode/round-1/output.ndjson', line: 2 }]);
});

test('a benchmark that fails is a row, and exit 4', async () => {
  const tinybench = { tinybench: '6.2.3', runtime: { name: 'node', version: '20.0.0' }, tasks: [{ name: 'boom', group: 'a', runs: 0, batch: 1, ordered: false, result: { state: 'errored', error: { name: 'Error', message: 'no' }, latency: null } }] };
  const world = createWorld({ suites: [{ name: 'js', tool: 'tinybench', command: ['run', '{output}'] }] }, {
    files: { 'a.bench.js': '', 'node_modules/tinybench/package.json': '{"version":"6.2.3"}' },
    programs: { run: (command) => ({ writes: { [command.args[0]!]: JSON.stringify(tinybench) } }) },
  });
  expect((await bench(world)).exitCode).toBe(4);
  expect((await report(world)).suites[0]?.benchmarks).toMatchObject([{ id: 'a/boom', status: 'failed' }]);
});

test('secrets, the home folder and the user\'s name are nowhere in the report', async () => {
  const world = createWorld({ suites: [{ ...suite, command: ['measure', '--key=tok-abc', '/home/ada/data', '{output}'], dataset: 'of ada', env: { AUTH: 'tok-abc' } }], env: { allow: ['WHO'], redact: ['tok-\\w+'] } }, {
    env: { WHO: 'ada' }, programs: { measure: (command) => ({ ...writesRecords(record('curl tok-abc /home/ada/x', 1))(command), prints: 'using tok-abc\n' }) },
  });
  await bench(world);
  expect(await world.files.readText('/repo/.benchline/report.json')).not.toMatch(/tok-abc|\/home\/ada|\bada\b/);
  expect((await report(world)).suites[0]?.benchmarks[0]?.id).toBe('curl [redacted] ~/x');
  expect(await world.files.readText('/repo/.benchline/raw/decode/round-1/stdout.txt')).toBe('using [redacted]\n');
});

test.each([
  ['a build prints', { make: { prints: 'using tok-abc\n' }, measure: writesRecords(record('a', 1)) }, 'raw/decode/build/stdout.txt'],
  ['a failing build printed', { make: { prints: 'using tok-abc\n', code: 1 } }, 'unfinished/decode/build/stdout.txt'],
  ['a failing round printed', { make: {}, measure: { prints: 'using tok-abc\n', code: 1 } }, 'unfinished/decode/round-1/stdout.txt'],
] satisfies [string, FakeWorldOptions['programs'], string][])('a secret that %s is not kept either', async (_, programs, path) => {
  const world = createWorld({ suites: [{ ...suite, build: ['make'] }], env: { redact: ['tok-\\w+'] } }, { programs });
  await bench(world).catch(() => undefined);
  expect(await world.files.readText(`/repo/.benchline/${path}`)).toBe('using [redacted]\n');
});

describe('the summary line', () => {
  const summary = [{ label: 'DECODE', benchmark: 'a', metric: 'time', unit: 'ms' }];
  const run = async (slo: object[], entries: object[] = summary) => {
    const world = createWorld({ suites: [suite], slo, summary: entries }, { programs: { measure: writesRecords(record('a', 2)) } });
    return { world, result: await bench(world) };
  };
  test.each([
    ['no objective', [], 'PASS'],
    ['one that holds', [{ benchmark: 'a', max: '3 ms' }], 'PASS'],
    ['one within its tolerance', [{ benchmark: 'a', max: '1.9 ms', tolerance: '10%' }], 'WARN'],
    ['a broken one', [{ benchmark: 'a', max: '1 ms' }], 'FAIL'],
    ['one that matches nothing', [{ benchmark: 'gone', max: '1 ms' }], 'WARN'],
  ])('%s: [%s]', async (_, slo, verdict) => {
    const { result } = await run(slo);
    expect(result.text.trimEnd().split('\n').at(-1)).toBe(`Performance Report: DECODE: 2.00 ms [${verdict}]`);
    expect(result.exitCode).toBe(0);
  });
  test('perf.json has the numbers flat; an entry that matches nothing is a warning in both', async () => {
    const { world } = await run([], [...summary, { label: 'GONE', benchmark: 'gone', metric: 'time', unit: 'ms' }]);
    expect(JSON.parse(await world.files.readText('/repo/.benchline/perf.json'))).toEqual({ decode_ms: 2, warnings: ['Summary entry GONE matches no measured benchmark and metric.'], errors: [] });
    expect((await report(world)).warnings).toMatchObject([{ code: 'BNL023' }]);
  });
});

test('--output writes elsewhere, with what belongs to it beside it, and leaves the own report alone', async () => {
  const world = createWorld({ suites: [suite] }, { files: { '.benchline/report.json': 'own' }, programs: { measure: writesRecords(record('a', 1)) } });
  await bench(world, { output: 'out/nightly.json' });
  expect((await report(world, '/repo/out/nightly.json')).raw[0]?.path).toBe('nightly.raw/decode/round-1/output.ndjson');
  expect(await world.files.exists('/repo/out/nightly.raw/decode/round-1/output.ndjson')).toBe(true);
  expect(await world.files.readText('/repo/.benchline/report.json')).toBe('own');
});

test('waiting for the machine is said', async () => {
  const world = createWorld({ suites: [suite] }, { lockedBy: 'io', programs: { measure: writesRecords(record('a', 1)) } });
  const running = bench(world);
  await new Promise((resolve) => setImmediate(resolve));
  world.freeLock();
  expect((await running).exitCode).toBe(0);
  expect(world.complained()).toContain('Waiting: another Benchline run measures on this machine (io).');
});

test('a busy machine is a warning', async () => {
  const world = createWorld({ suites: [suite] }, { host: { load: 5.2, cores: 8 }, programs: { measure: writesRecords(record('a', 1)) } });
  await bench(world);
  expect((await report(world)).warnings).toMatchObject([{ code: 'BNL014', what: 'The machine is busy: load 5.2 on 8 cores.' }]);
});

test('a seed is made for a command that asks for one, and recorded', async () => {
  const world = createWorld({ suites: [{ ...suite, command: ['measure', '--seed={seed}', '{output}'] }] }, { programs: { measure: writesRecords(record('a', 1)) } });
  await bench(world);
  const seed = (await report(world)).suites[0]?.provenance.seed;
  expect(seed).toMatch(/^[0-9a-f]{16}$/);
  expect(world.started[0]?.args[0]).toBe(`--seed=${seed}`);
});

test('the folder a suite runs in must exist, inside the project', async () => {
  expect(await failure(createWorld({ suites: [{ ...suite, cwd: 'gone' }] }))).toMatchObject({ exitCode: 2, findings: [{ code: 'BNL008' }] });
  expect(await failure(createWorld({ suites: [{ ...suite, cwd: '../other' }] }))).toMatchObject({ exitCode: 2 });
});

test('hostile suite and benchmark names harm nothing', async () => {
  const world = createWorld({ suites: [{ ...suite, name: '..' }, { ...suite, name: 'a:b ::error::' }] }, { programs: { measure: writesRecords(record('../../__proto__', 1), record('x\n::error::y', 1)) } });
  expect((await bench(world)).exitCode).toBe(0);
  const written = await report(world);
  expect(written.suites.map(({ name }) => name)).toEqual(['..', 'a:b ::error::']);
  for (const { path } of written.raw) expect(path).toMatch(/^raw\/[A-Za-z0-9_-][A-Za-z0-9._-]*\/round-1\/[a-z.]+$/);
});


test('the report has the digest of each benchmark\'s source; a tool without files has none', async () => {
  const tasks = ['bench/sum/a', 'bench/sum/b'].map((id) => ({ name: id.slice(-1), group: 'bench/sum', runs: 3, batch: 1, ordered: true, result: { state: 'completed', error: null, latency: { samples: [1, 2, 3] } } }));
  const tinybench = { name: 'js', tool: 'tinybench', command: ['node', 'run.js', '{output}'] };
  const programs = { 'node run.js': ({ args }: { args: readonly string[] }) => ({ takes: 1000, writes: { [args.at(-1) ?? '']: JSON.stringify({ tinybench: '6.2.3', runtime: { name: 'node', version: '20' }, tasks }) } }), measure: writesRecords(record('c', 1)) };
  const library = { 'node_modules/tinybench/package.json': JSON.stringify({ version: '6.2.3', exports: { '.': { default: './dist/index.js' } } }) };
  const world = createWorld({ suites: [tinybench, suite] }, { programs, files: { ...library, 'bench/sum.bench.js': 'text' } });
  await bench(world);
  const { digest } = await world.files.digest('/repo/bench/sum.bench.js');
  expect((await report(world)).suites.map(({ benchmarks }) => benchmarks.map(({ sourceHash }) => sourceHash))).toEqual([[digest, digest], [null]]);
});

test('--list says what would be measured and measures nothing', async () => {
  const world = createWorld({ suites: [suite] }, { programs: { measure: writesRecords(record('a', 2)) } });
  expect(await bench(world, { list: true })).toMatchObject({ exitCode: 0, json: { suites: [{ suite: 'decode', tool: 'records', benchmarks: null }] }, text: 'decode (records): which benchmarks there are is known when they run\n' });
  expect(world.started).toEqual([]);
});

describe('--verbose', () => {
  const noisy = (command: { args: readonly string[] }) => ({ prints: '::error::half way\n', complains: 'warm\n', writes: { [command.args.at(-1) ?? '']: record('a', 1) } });

  test('every line of tool and build is told, by suite, on a terminal too', async () => {
    for (const terminal of [false, true]) {
      const world = createWorld({ suites: [{ ...suite, build: ['make'] }] }, { programs: { make: { prints: 'compiling\n' }, measure: noisy }, terminal });
      await bench(world, { verbose: true });
      expect(world.complained()).toContain('decode: building\ndecode | compiling\ndecode: round 1 of 1\ndecode | \\u003a:error::half way\ndecode | warm\n');
    }
  });

  test('else none', async () => {
    const world = createWorld({ suites: [suite] }, { programs: { measure: noisy } });
    await bench(world);
    expect(world.complained()).toBe('decode: round 1 of 1\n');
  });
});
