import { createFakeWorld } from '../../testing/fake-world.js';
import { suiteConfig } from '../../testing/suite-config.js';
import { runner } from './runner.js';

const place = { round: 1, folder: '/repo/raw/round-1', shown: 'raw/round-1' };

async function prepare(suite = {}, env: Record<string, string> = {}) {
  const world = createFakeWorld({ programs: { 'go version': { prints: 'go version go1.26.8 linux/amd64\n' }, '/opt/go/bin/go version': { prints: 'go version go1.27 linux/arm64\n' } } });
  const run = { suite: suiteConfig({ tool: 'go', command: null, ...suite }), projectRoot: '/repo', folder: '/repo', env };
  return { world, prepared: await runner.prepare(run, world) };
}

const argsOf = async (suite: object) => (await (await prepare(suite)).prepared.plan(place)).args.join(' ');

test('without a command all benchmarks of all packages are measured, and no test is run', async () => {
  expect(await argsOf({})).toBe('test -v -timeout 0 -run ^$ -bench . -benchmem ./...');
});

test('Go is the harness and the toolchain; the version is that of the program in the command', async () => {
  expect((await prepare()).prepared.facts).toMatchObject({ harnessVersion: '1.26.8', toolchain: [{ name: 'go', version: '1.26.8' }], findings: [] });
  expect((await prepare({ command: ['/opt/go/bin/go', 'test', '-bench=.'] })).prepared.facts).toMatchObject({ harnessVersion: '1.27', toolchain: [{ name: 'go', version: '1.27' }] });
});

test('without Go nothing is measured', async () => {
  const world = createFakeWorld();
  const run = { suite: suiteConfig({ tool: 'go', command: null }), projectRoot: '/repo', folder: '/repo', env: {} };
  await expect(runner.prepare(run, world)).rejects.toMatchObject({ findings: [{ code: 'BNL010', fix: 'Install Go: https://go.dev/dl/' }] });
});

test.each([
  ['a filter is Go\'s own', { filter: 'Fib/n=5' }, 'test -v -timeout 0 -bench Fib/n=5 -run ^$ -benchmem ./...'],
  ['it replaces the one of the command', { filter: 'Fib', command: ['go', 'test', '-bench=.', './x'] }, 'test -v -timeout 0 -run ^$ -bench Fib ./x'],
  ['however it is written', { filter: 'Fib', command: ['go', 'test', '--test.bench', '.', './x'] }, 'test -v -timeout 0 -run ^$ -bench Fib ./x'],
  ['the command may place it', { filter: 'Fib', command: ['go', 'test', '-bench={filter}/n=5'] }, 'test -v -timeout 0 -run ^$ -bench=Fib/n=5'],
  ['the time replaces -benchtime', { measureMs: 250, command: ['go', 'test', '-bench', '.', '-benchtime', '100x'] }, 'test -v -timeout 0 -run ^$ -benchtime 250ms -bench .'],
  ['flags of the command stay', { command: ['go', 'test', '-json', '-timeout=5m', '-run=XXX', '-bench=.', '-count', '3'] }, 'test -json -timeout=5m -run=XXX -bench=. -count 3'],
  ['what the test program is given stays behind', { filter: 'A', command: ['go', 'test', '-bench', '.', '-args', '-bench', 'x'] }, 'test -v -timeout 0 -run ^$ -bench A -args -bench x'],
  ['threads are a placeholder', { threads: 4, command: ['go', 'test', '-bench=.', '-cpu={threads}'] }, 'test -v -timeout 0 -run ^$ -bench=. -cpu=4'],
])('%s', async (_name, suite, args) => {
  expect(await argsOf(suite)).toBe(args);
});

test('a program before go stays before it', async () => {
  expect(await (await prepare({ command: ['taskset', '-c', '1', 'go', 'test', '-bench=.'] })).prepared.plan(place)).toMatchObject({ program: 'taskset', args: ['-c', '1', 'go', 'test', '-v', '-timeout', '0', '-run', '^$', '-bench=.'] });
});

test('a script gets no flags; what cannot reach it is said', async () => {
  const { prepared } = await prepare({ command: ['make', 'bench'], filter: 'Fib', measureMs: 100 });
  expect(prepared.facts).toMatchObject({ harnessVersion: null, findings: [{ code: 'BNL016', level: 'error' }, { code: 'BNL025', level: 'note' }] });
  expect(await argsOf({ command: ['make', 'bench'] })).toBe('bench');
  expect((await prepare({ command: ['./bench.sh', '{filter}'], filter: 'Fib' })).prepared.facts.findings).toEqual([]);
  expect(runner.choices?.(['make', 'bench'])).toEqual({ warmup: false, measure: false, filter: null });
});

test('Go knows no warm-up', async () => {
  expect((await prepare({ warmupMs: 100 })).prepared.facts.findings).toMatchObject([{ code: 'BNL025', fix: 'Use work before b.Loop() or b.ResetTimer() in the benchmark.' }]);
  expect(runner.choices?.(null)).toMatchObject({ warmup: false, measure: true });
});

test.each([[['-race']], [['-gcflags=all=-N -l']], [['-gcflags', '-l']], [['-coverprofile=c.out']], [['-cover']]])('%j is no build to measure', async (flags) => {
  const command = ['go', 'test', '-bench=.', ...flags];
  expect((await prepare({ command })).prepared.facts.findings).toMatchObject([{ code: 'BNL013', suite: 'decode' }]);
  expect((await prepare({ command, allowDebug: true })).prepared.facts.findings).toEqual([]);
});

test('nor is what GOFLAGS says; other flags are fine', async () => {
  expect((await prepare({}, { GOFLAGS: '-mod=mod -race' })).prepared.facts.findings).toMatchObject([{ code: 'BNL013' }]);
  expect((await prepare({ command: ['go', 'test', '-bench=.', '-gcflags=-B', '-race=false', '-ldflags=-linkmode=internal', './coverage'] }, { GOFLAGS: '-mod=vendor' })).prepared.facts.findings).toEqual([]);
});

describe('the filter of single benchmarks', () => {
  const filter = (ids: string[]) => runner.choices?.(null).filter?.(ids) ?? null;
  const finds = (ids: string[], name: string) => new RegExp(filter(ids) ?? '').test(name);

  test('finds their functions and no others', () => {
    const ids = ['example.com/go-x/v2.Fib/n=5', 'gopkg.in/yaml.v3.Load-4', 'Decode [mode=slow]', 'a.b/c.Über'];
    for (const name of ['BenchmarkFib', 'BenchmarkLoad', 'BenchmarkDecode', 'BenchmarkÜber']) expect(finds(ids, name)).toBe(true);
    for (const name of ['BenchmarkFibonacci', 'BenchmarkOther', 'BenchmarkFi']) expect(finds(ids, name)).toBe(false);
  });

  test('is given up where it would be too long', () => {
    expect(filter(Array.from({ length: 20_000 }, (_, index) => `a.Benchmark${index}`))).toBeNull();
  });
});

test('a failing benchmark ends go test with 1, and its output is whole', async () => {
  const { world, prepared } = await prepare();
  expect(prepared.benchmarkFailed).toEqual([1]);
  world.files.put('/repo/raw/round-1/stdout.txt', 'PASS\n');
  expect(await prepared.collect(place, { outcome: 'exited', code: 0, stdout: '', stderr: '', durationMs: 1 })).toMatchObject({ files: [{ path: 'raw/round-1/stdout.txt' }], findings: [] });
});
