import { createFakeWorld, type FakeWorldOptions } from '../../testing/fake-world.js';
import { suiteConfig } from '../../testing/suite-config.js';
import type { ProcessResult } from '../../ports/processes.js';
import { runner } from './runner.js';

const rust = {
  'cargo --version': { prints: 'cargo 1.95.0 (f2d3ce0bd 2026-03-21)\n' },
  'rustc --version': { prints: 'rustc 1.95.0-nightly (abc 2026-03-21)\n' },
  'cargo locate-project': { prints: '/repo/Cargo.toml\n' },
};
const lock = '[[package]]\nname = "criterion"\nversion = "0.5.1"\n\n[[package]]\nname = "serde"\nversion = "1.0.0"\n';
const place = { round: 1, folder: '/repo/raw/round-1', shown: 'raw/round-1' };

async function prepare(suite = {}, world: FakeWorldOptions = {}) {
  const fake = createFakeWorld({ programs: rust, files: { 'Cargo.lock': lock, 'Cargo.toml': '' }, ...world });
  const run = { suite: suiteConfig({ tool: 'criterion', command: ['cargo', 'bench'], ...suite }), projectRoot: '/repo', folder: '/repo', env: fake.env };
  return { fake, prepared: await runner.prepare(run, fake) };
}

const ended = (stderr: string, stdout = ''): ProcessResult => ({ outcome: 'exited', code: 0, stdout, stderr, durationMs: 1 });

test('versions, the profile and what shapes the build are recorded', async () => {
  const { prepared } = await prepare({}, { env: { RUSTFLAGS: '-C target-cpu=native' } });
  await prepared.settle?.();
  expect(prepared.facts).toEqual({
    command: ['cargo', 'bench'],
    harnessVersion: '0.5.1',
    toolchain: [{ name: 'rustc', version: '1.95.0-nightly' }, { name: 'cargo', version: '1.95.0' }],
    build: { profile: 'bench', flags: ['opt-level=3', 'RUSTFLAGS=-C target-cpu=native'] },
    findings: [],
  });
});

test.each([
  ['the manifest', {}, { files: { 'Cargo.toml': '[profile.bench]\nopt-level = 0' } }, 'opt-level 0 by [profile.bench] of Cargo.toml'],
  ['cargo\'s config', {}, { files: { '.cargo/config.toml': '[profile.bench]\nopt-level = 0' } }, 'opt-level 0 by [profile.bench] of .cargo/config.toml'],
  ['the environment', {}, { env: { CARGO_PROFILE_BENCH_OPT_LEVEL: '0' } }, 'opt-level 0 by CARGO_PROFILE_BENCH_OPT_LEVEL'],
  ['the profile named', { command: ['cargo', 'bench', '--profile', 'dev'] }, {}, 'opt-level 0 by profile dev'],
  ['--config', { command: ['cargo', 'bench', '--config', 'profile.bench.opt-level=0'] }, {}, 'opt-level 0 by [profile.bench] of --config'],
])('a debug build by %s is refused', async (_, suite, world, evidence) => {
  const { prepared } = await prepare(suite, world);
  expect(prepared.facts.findings).toMatchObject([{ code: 'BNL013', suite: 'decode' }]);
  expect(prepared.facts.findings[0]?.what).toContain(`(${evidence})`);
});

test('a debug build that is meant is not refused', async () => {
  const { prepared } = await prepare({ allowDebug: true, command: ['cargo', 'bench', '--profile', 'dev'] });
  expect(prepared.facts.findings).toEqual([]);
});

test('a missing cargo is BNL010', async () => {
  await expect(prepare({}, { programs: {} })).rejects.toMatchObject({ exitCode: 4, findings: [{ code: 'BNL010' }] });
});

test('the filter goes to Criterion, the output to a folder of its own', async () => {
  const { prepared } = await prepare({ filter: '^decode/.*', threads: 2, command: ['cargo', '+1.95', 'bench', '-p', 'core'] }, { programs: { ...rust, 'cargo +1.95': { prints: '1.95.0' }, 'rustc +1.95': { prints: '1.95.0' } } });
  const command = await prepared.plan(place);
  expect([command.program, ...command.args]).toEqual(['cargo', '+1.95', 'bench', '-p', 'core', '--', '^decode/.*']);
  expect(command.env).toMatchObject({ CRITERION_HOME: '/repo/raw/round-1/criterion', RAYON_NUM_THREADS: '2', BENCHLINE_THREADS: '2' });
  expect(prepared.build).toMatchObject({ program: 'cargo', args: ['+1.95', 'bench', '-p', 'core', '--no-run'] });
});

test('times name the benchmark programs, since the library\'s own harness knows no such flag', async () => {
  const metadata = JSON.stringify({ packages: [{ name: 'core', manifest_path: '/repo/Cargo.toml', targets: [{ name: 'core', kind: ['lib'] }, { name: 'decode', kind: ['bench'] }] }] });
  const { prepared } = await prepare({ warmupMs: 500, measureMs: 2000 }, { programs: { ...rust, 'cargo metadata': { prints: metadata } } });
  expect((await prepared.plan(place)).args).toEqual(['bench', '--bench', 'decode', '--', '--warm-up-time', '0.5', '--measurement-time', '2']);
});

test('another program may run cargo: it is called as it stands', async () => {
  const { prepared } = await prepare({ command: ['just', 'bench', '{filter}'], filter: 'x' });
  expect(prepared).toMatchObject({ build: null, facts: { toolchain: [] } });
  expect(await prepared.plan(place)).toMatchObject({ program: 'just', args: ['bench', 'x'], env: { CRITERION_HOME: '/repo/raw/round-1/criterion' } });
});

test('the newest results are read; plots and copies are not kept', async () => {
  const home = '/repo/raw/round-1/criterion';
  const { fake, prepared } = await prepare({}, {
    files: { [`${home}/a/new/benchmark.json`]: '{}', [`${home}/a/new/sample.json`]: '[]', [`${home}/a/base/sample.json`]: 'old', [`${home}/a/report/index.html`]: '', [`${home}/report/index.html`]: '' },
  });
  const { files } = await prepared.collect(place, ended(''));
  expect(files.map(({ path }) => path)).toEqual(['raw/round-1/criterion/a/new/benchmark.json', 'raw/round-1/criterion/a/new/sample.json']);
  expect(await fake.files.list(`${home}/a`)).toMatchObject([{ name: 'new' }]);
  expect(await fake.files.list(home)).toMatchObject([{ name: 'a' }]);
});

test('T2: two crates with one id: a benchmark measured twice is found, since its second result hides the first', async () => {
  const { prepared } = await prepare();
  const { findings } = await prepared.collect(place, ended('Benchmarking parse: Analyzing\nBenchmarking other: Analyzing\nBenchmarking parse: Analyzing\n'));
  expect(findings).toMatchObject([{ code: 'BNL019', what: expect.stringContaining('parse') }]);
});

test.each([
  ['on standard error', ended('Criterion.rs ERROR: No space left on device\n')],
  ['on standard output, where it says so', ended('', 'x/y\nCriterion.rs ERROR: No space left on device\n')],
  ['in the middle of a line of --output-format bencher', ended('', 'test x ... Criterion.rs ERROR: No space left on device\nbench: 1 ns/iter (+/- 1)\n')],
])('results that Criterion could not write are a failure of the tool: %s', async (_, result) => {
  const { prepared } = await prepare();
  await expect(prepared.collect(place, result)).rejects.toMatchObject({ exitCode: 4, findings: [{ code: 'BNL011' }] });
});

test('T2: a result of an earlier run that a pruned cache has lost takes nothing from this one', async () => {
  const home = '/repo/raw/round-1/criterion';
  const { prepared } = await prepare({}, { files: { [`${home}/a/new/benchmark.json`]: '{}', [`${home}/a/new/sample.json`]: '[]' } });
  const lost = 'Criterion.rs ERROR: error: Failed to access file "/repo/target/criterion/a/base/sample.json": No such file or directory (os error 2)\n';
  expect(await prepared.collect(place, ended('', lost))).toMatchObject({ files: [{ path: expect.stringContaining('benchmark.json') }, { path: expect.stringContaining('sample.json') }], findings: [] });
});

test('T2: every round has an empty CRITERION_HOME of its own, whatever the suite or the machine says', async () => {
  const { prepared } = await prepare({ env: { CRITERION_HOME: '/repo/target/criterion' } }, { env: { CRITERION_HOME: '/shared' } });
  const homes = await Promise.all([1, 2].map(async (round) => (await prepared.plan({ ...place, round, folder: `/repo/raw/round-${round}` })).env['CRITERION_HOME']));
  expect(homes).toEqual(['/repo/raw/round-1/criterion', '/repo/raw/round-2/criterion']);
});

describe('the source of all benchmarks together', () => {
  const bench = (name: string, source: string) => ({ name, kind: ['bench'], src_path: `/repo/${source}` });
  const metadata = JSON.stringify({ packages: [{ name: 'core', manifest_path: '/repo/Cargo.toml', targets: [{ name: 'core', kind: ['lib'], src_path: '/repo/src/lib.rs' }, bench('decode', 'benches/decode.rs'), bench('encode', 'benches/encode.rs'), bench('far', 'perf/far.rs')] }] });
  const files = { 'src/lib.rs': 'lib', 'benches/decode.rs': 'decode', 'benches/encode.rs': 'encode', 'benches/input/mod.rs': 'input', 'benches/data.txt': 'data', 'perf/far.rs': 'far' };
  const digestOf = async (changed: Record<string, string> = {}, command = ['cargo', 'bench']) => {
    const { prepared } = await prepare({ command }, { programs: { ...rust, 'cargo metadata': { prints: metadata } }, files: { ...files, ...changed } });
    const sources = await prepared.sources?.(['a', 'b']);
    expect(sources?.get('a')).toBe(sources?.get('b'));
    return sources?.get('a');
  };

  test('is a digest over the benchmark programs and what is below benches', async () => {
    const digest = await digestOf();
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    for (const path of ['benches/decode.rs', 'benches/input/mod.rs', 'perf/far.rs']) expect(await digestOf({ [path]: 'other' })).not.toBe(digest);
    for (const path of ['src/lib.rs', 'benches/data.txt']) expect(await digestOf({ [path]: 'other' })).toBe(digest);
  });

  test('leaves out the programs that do not run', async () => {
    const command = ['cargo', 'bench', '--bench', 'decode'];
    const digest = await digestOf({}, command);
    for (const path of ['benches/encode.rs', 'perf/far.rs']) expect(await digestOf({ [path]: 'other' }, command)).toBe(digest);
    for (const path of ['benches/decode.rs', 'benches/input/mod.rs']) expect(await digestOf({ [path]: 'other' }, command)).not.toBe(digest);
  });

  test.each([
    ['cargo is not what is called', ['just', 'bench']],
    ['the manifest is another', ['cargo', 'bench', '--manifest-path', 'x/Cargo.toml']],
    ['no such program', ['cargo', 'bench', '--bench', 'none']],
  ])('is unknown where %s', async (_, command) => expect(await digestOf({}, command)).toBeUndefined());
});
