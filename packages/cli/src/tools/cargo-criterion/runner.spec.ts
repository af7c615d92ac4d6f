import { createFakeWorld, type FakeWorldOptions } from '../../testing/fake-world.js';
import { suiteConfig } from '../../testing/suite-config.js';
import { runner } from './runner.js';

const rust = { 'cargo --version': { prints: 'cargo 1.95.0\n' }, 'rustc --version': { prints: 'rustc 1.95.0\n' }, 'cargo locate-project': { prints: '/repo/Cargo.toml\n' } };
const programs = { ...rust, 'cargo criterion': { prints: 'cargo-criterion 1.1.0\n' } };
const lock = '[[package]]\nname = "criterion"\nversion = "0.5.1"\n';
const place = { round: 1, folder: '/repo/raw/round-1', shown: 'raw/round-1' };

async function prepare(suite = {}, world: FakeWorldOptions = {}) {
  const fake = createFakeWorld({ programs, files: { 'Cargo.lock': lock, 'Cargo.toml': '', '/repo/raw/round-1/stdout.txt': '{}', '/repo/raw/round-1/criterion/data/x.cbor': '' }, ...world });
  return { fake, prepared: await runner.prepare({ suite: suiteConfig({ tool: 'cargo-criterion', command: null, ...suite }), projectRoot: '/repo', folder: '/repo', env: fake.env }, fake) };
}

test('Criterion, which measures, is the harness; cargo-criterion belongs to the toolchain', async () => {
  const { prepared } = await prepare();
  await prepared.settle?.();
  expect(prepared.facts).toMatchObject({ command: ['cargo', 'criterion'], harnessVersion: '0.5.1', toolchain: [{ name: 'rustc' }, { name: 'cargo' }, { name: 'cargo-criterion', version: '1.1.0' }] });
});

test('the messages are asked for, and the filter goes to Criterion', async () => {
  const { prepared } = await prepare({ filter: '^a$', command: ['cargo', 'criterion', '-p', 'core', '--plotting-backend', 'plotters'] });
  expect((await prepared.plan(place)).args).toEqual(['criterion', '-p', 'core', '--plotting-backend', 'plotters', '--message-format=json', '--', '^a$']);
  expect(prepared.build).toMatchObject({ program: 'cargo', args: ['criterion', '-p', 'core', '--plotting-backend', 'plotters', '--no-run'] });
});

test('T2: every round has an empty CRITERION_HOME, of which nothing is kept', async () => {
  const { fake, prepared } = await prepare({ env: { CRITERION_HOME: '/repo/target/criterion' } });
  expect((await prepared.plan(place)).env).toMatchObject({ CRITERION_HOME: '/repo/raw/round-1/criterion' });
  const { files } = await prepared.collect(place, { outcome: 'exited', code: 0, stdout: '', stderr: '', durationMs: 1 });
  expect(files).toEqual([{ path: 'raw/round-1/stdout.txt', text: '{}' }]);
  expect(await fake.files.exists('/repo/raw/round-1/criterion')).toBe(false);
});

test('times are Criterion\'s own flags', async () => {
  const { prepared } = await prepare({ warmupMs: 200, measureMs: 500, command: ['cargo', 'criterion', '--bench', 'a'] });
  expect((await prepared.plan(place)).args).toEqual(['criterion', '--bench', 'a', '--message-format=json', '--plotting-backend=disabled', '--', '--warm-up-time', '0.2', '--measurement-time', '0.5']);
  expect(prepared.facts.findings).toEqual([]);
});

test('a cargo that does not know the command is told how to learn it', async () => {
  await expect(prepare({}, { programs: { ...rust, 'cargo criterion': { code: 101 } } })).rejects.toMatchObject({ exitCode: 4, findings: [{ code: 'BNL010', fix: expect.stringContaining('cargo install cargo-criterion') }] });
});
