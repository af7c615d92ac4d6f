import { createFakeWorld, type FakeWorldOptions } from '../../testing/fake-world.js';
import { suiteConfig } from '../../testing/suite-config.js';
import { runner } from './runner.js';

const programs = { 'cargo --version': { prints: 'cargo 1.95.0\n' }, 'rustc --version': { prints: 'rustc 1.95.0\n' }, 'cargo locate-project': { prints: '/repo/Cargo.toml\n' } };
const lock = '[[package]]\nname = "divan"\nversion = "0.1.21"\n';
const place = { round: 1, folder: '/repo/raw/round-1', shown: 'raw/round-1' };
const ended = { outcome: 'exited', code: 0, stdout: '', stderr: '', durationMs: 1 } as const;

async function prepare(suite = {}, world: FakeWorldOptions = {}) {
  const fake = createFakeWorld({ programs, files: { 'Cargo.lock': lock, 'Cargo.toml': '' }, ...world });
  return runner.prepare({ suite: suiteConfig({ tool: 'divan', command: null, ...suite }), projectRoot: '/repo', folder: '/repo', env: fake.env }, fake);
}

test('cargo bench is what runs; it is built before, and the version is the one that Cargo locked', async () => {
  const prepared = await prepare();
  await prepared.settle?.();
  expect(prepared).toMatchObject({ facts: { command: ['cargo', 'bench'], harnessVersion: '0.1.21', findings: [] }, build: { program: 'cargo', args: ['bench', '--no-run'] } });
});

test('the measuring time is a variable, so that no other test harness meets a flag it does not know', async () => {
  const prepared = await prepare({ measureMs: 500, command: ['cargo', 'bench', '-p', 'core'] });
  expect(await prepared.plan(place)).toMatchObject({ program: 'cargo', args: ['bench', '-p', 'core'], env: { DIVAN_MIN_TIME: '0.5', DIVAN_MAX_TIME: '0.5' } });
});

test('the suite\'s own variables count over ours', async () => {
  expect((await (await prepare({ measureMs: 500, env: { DIVAN_MAX_TIME: '3' } })).plan(place)).env).toMatchObject({ DIVAN_MIN_TIME: '0.5', DIVAN_MAX_TIME: '3' });
});

test('a warm-up has no effect, and this is said', async () => {
  expect((await prepare({ warmupMs: 100 })).facts.findings).toMatchObject([{ code: 'BNL025', level: 'note', fix: 'Use a longer "measure": divan has no warm-up.' }]);
});

test('the filter goes to divan', async () => {
  expect((await (await prepare({ filter: 'fib::1' })).plan(place)).args).toEqual(['bench', '--', 'fib::1']);
  expect((await (await prepare({ filter: 'x', command: ['just', 'bench', '{filter}'] })).plan(place)).args).toEqual(['bench', 'x']);
});

test('thread counts are no part of the path that divan filters by', () => {
  expect(runner.choices?.(null).filter?.(['a::b::t=1', 'a::b::t=2', 'a::Vec<u8>::1.5'])).toBe('^(?:a::b|a::Vec<u8>::1\\.5)$');
});

test('a debug build is refused', async () => {
  expect((await prepare({}, { files: { 'Cargo.toml': '[profile.bench]\nopt-level = 0' } })).facts.findings).toMatchObject([{ code: 'BNL013' }]);
});

test('standard output is read, or the file that the command wrote', async () => {
  const stdout = { '/repo/raw/round-1/stdout.txt': 'tree' };
  expect((await (await prepare({}, { programs, files: stdout })).collect(place, ended)).files).toEqual([{ path: 'raw/round-1/stdout.txt', text: 'tree' }]);
  const prepared = await prepare({ command: ['just', 'bench', '{output}'] }, { files: { ...stdout, '/repo/raw/round-1/divan.txt': 'other' } });
  expect((await prepared.plan(place)).args).toEqual(['bench', '/repo/raw/round-1/divan.txt']);
  expect((await prepared.collect(place, ended)).files).toEqual([{ path: 'raw/round-1/divan.txt', text: 'other' }]);
});
