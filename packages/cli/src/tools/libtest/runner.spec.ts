import { createFakeWorld } from '../../testing/fake-world.js';
import { suiteConfig } from '../../testing/suite-config.js';
import { runner } from './runner.js';

const programs = { 'cargo +nightly': { prints: 'cargo 1.97.0-nightly\n' }, 'rustc +nightly': { prints: 'rustc 1.97.0-nightly (e50aa6fba 2026-05-19)\n' }, 'cargo --version': { prints: 'cargo 1.95.0\n' }, 'rustc --version': { prints: 'rustc 1.95.0\n' }, 'cargo locate-project': { prints: '/repo/Cargo.toml\n' } };
const place = { round: 1, folder: '/repo/raw/round-1', shown: 'raw/round-1' };

async function prepare(suite = {}) {
  const world = createFakeWorld({ programs, files: { 'Cargo.toml': '', '/repo/raw/round-1/stdout.txt': 'lines' } });
  return runner.prepare({ suite: suiteConfig({ tool: 'libtest', command: null, ...suite }), projectRoot: '/repo', folder: '/repo', env: {} }, world);
}

test('the harness has the compiler\'s version', async () => {
  const prepared = await prepare({ command: ['cargo', '+nightly', 'bench'] });
  await prepared.settle?.();
  expect(prepared.facts).toMatchObject({ harnessVersion: '1.97.0-nightly', findings: [] });
});

test('T8: a program whose benchmark panics does not keep others from running', async () => {
  const prepared = await prepare({ command: ['cargo', 'bench', '-p', 'core', '--', '--test-threads=1'] });
  expect((await prepared.plan(place)).args).toEqual(['bench', '-p', 'core', '--no-fail-fast', '--', '--test-threads=1']);
  expect(prepared.benchmarkFailed).toEqual([101]);
  expect((await (await prepare({ command: ['cargo', 'bench', '--no-fail-fast'] })).plan(place)).args).toEqual(['bench', '--no-fail-fast']);
});

test('times and filters are not its own', async () => {
  const prepared = await prepare({ filter: 'x', warmupMs: 1, measureMs: 1 });
  expect((await prepared.plan(place)).args).toEqual(['bench', '--no-fail-fast']);
  expect(prepared.facts.findings.map(({ code }) => code)).toEqual(['BNL025', 'BNL025']);
});

test('standard output is read', async () => {
  const { files } = await (await prepare()).collect(place, { outcome: 'exited', code: 0, stdout: '', stderr: '', durationMs: 1 });
  expect(files).toEqual([{ path: 'raw/round-1/stdout.txt', text: 'lines' }]);
});
