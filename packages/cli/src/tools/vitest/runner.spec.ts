import { createHash } from 'node:crypto';
import { createFakeWorld } from '../../testing/fake-world.js';
import { suiteConfig } from '../../testing/suite-config.js';
import { runner } from './runner.js';

const place = { round: 1, folder: '/repo/raw/round-1', shown: 'raw/round-1' };
const result = { outcome: 'exited', code: 0, stdout: '', stderr: '', durationMs: 1 } as const;

async function prepare(version: string | null, suite = {}, files = {}) {
  const installed = version === null ? {} : { 'node_modules/vitest/package.json': JSON.stringify({ version }), 'node_modules/.bin/vitest': '' };
  const programs = { 'node --version': { prints: 'v20.20.2\n' }, 'vitest --version': { prints: 'vitest/4.1.12 linux-x64 node-v20.20.2\n' }, 'yarn vitest --version': { prints: 'vitest/5.1.1 linux-x64\n' } };
  const world = createFakeWorld({ programs, files: { ...installed, ...files } });
  const run = { suite: suiteConfig({ tool: 'vitest', command: null, ...suite }), projectRoot: '/repo', folder: '/repo', env: { PATH: '/usr/bin' } };
  return { prepared: await runner.prepare(run, world), world };
}

test('T17: Vitest 4 writes its JSON to an absolute path, whatever its own root is', async () => {
  const { prepared } = await prepare('4.1.12');
  expect(await prepared.plan(place)).toMatchObject({ program: 'vitest', args: ['bench', '--run', '--outputJson', '/repo/raw/round-1/vitest.json'] });
  expect(prepared.facts).toMatchObject({ harnessVersion: '4.1.12', toolchain: [{ name: 'node', version: '20.20.2' }], command: ['vitest', 'bench', '--run'] });
});

test('Vitest 5 has no --outputJson: its JSON reporter writes', async () => {
  const { prepared } = await prepare('5.1.1');
  expect((await prepared.plan(place)).args).toEqual(['bench', '--run', '--reporter=json', '--outputFile.json=/repo/raw/round-1/vitest.json']);
});

test('exit code 1 tells of a failed benchmark in Vitest 5 alone', async () => {
  expect((await prepare('5.1.1')).prepared.benchmarkFailed).toEqual([1]);
  expect((await prepare('4.1.12')).prepared.benchmarkFailed).toBeUndefined();
});

test('a command that would watch its files ends by --run, which stands in it once', async () => {
  for (const command of [['vitest', 'bench'], ['vitest', 'bench', '--run']]) {
    const { args } = await (await prepare('4.1.12', { command })).prepared.plan(place);
    expect(args.filter((word) => word === '--run')).toHaveLength(1);
  }
});

test('the filter is Vitest\'s own, and flags stand before what a -- could hide', async () => {
  const { prepared } = await prepare('4.1.12', { filter: 'sort|parse', command: ['npx', 'vitest', 'bench', 'src', '--', 'x'] });
  expect(await prepared.plan(place)).toMatchObject({ program: 'npx', args: ['vitest', 'bench', '--run', '--outputJson', '/repo/raw/round-1/vitest.json', '-t', 'sort|parse', 'src', '--', 'x'] });
});

test('the project\'s own Vitest stands before any other', async () => {
  const { prepared, world } = await prepare('4.1.12');
  expect((await prepared.plan(place)).env['PATH']).toBe('/repo/node_modules/.bin:/usr/bin');
  expect(world.started.every(({ env }) => env['PATH'] === '/repo/node_modules/.bin:/usr/bin')).toBe(true);
});

test('without node_modules Vitest itself tells its version', async () => {
  const { prepared } = await prepare(null, { command: ['yarn', 'vitest', 'bench'] });
  expect((await prepared.plan(place)).args).toContain('--reporter=json');
  expect(prepared.facts.harnessVersion).toBe('5.1.1');
});

test('where it is missing, it is said how to get it, and nothing is fetched', async () => {
  const world = createFakeWorld();
  const run = { suite: suiteConfig({ tool: 'vitest', command: null }), projectRoot: '/repo', folder: '/repo', env: {} };
  await expect(runner.prepare(run, world)).rejects.toMatchObject({ exitCode: 4, findings: [{ code: 'BNL010', fix: 'npm install --save-dev vitest' }] });
  expect(world.started.map(({ program }) => program)).toEqual(['vitest']);
});

test('a command may place the file itself', async () => {
  const { prepared } = await prepare('5.1.1', { command: ['npm', 'run', 'bench', '--', '--outputFile.json={output}'] });
  expect(await prepared.plan(place)).toMatchObject({ program: 'npm', args: ['run', 'bench', '--', '--outputFile.json=/repo/raw/round-1/vitest.json'] });
});

test.each([
  ['another program without {output}', ['npm', 'run', 'bench']],
  ['tests', ['vitest', 'run']],
  ['a file elsewhere', ['vitest', 'bench', '--outputJson', 'out.json']],
])('%s: refused', async (_, command) => {
  await expect(prepare('4.1.12', { command })).rejects.toMatchObject({ exitCode: 2, findings: [{ code: 'BNL016', suite: 'decode' }] });
});

test('times stand in the benchmarks, and this is said', async () => {
  const { prepared } = await prepare('4.1.12', { warmupMs: 1, measureMs: 1 });
  expect(prepared.facts.findings).toMatchObject([{ code: 'BNL025', fix: expect.stringContaining('warmupTime') }, { code: 'BNL025' }]);
});

test('what was written is collected; the source of a benchmark is its file', async () => {
  const { prepared } = await prepare('4.1.12', {}, { 'raw/round-1/vitest.json': '{}', 'src/a.bench.ts': 'a' });
  expect(await prepared.collect(place, result)).toEqual({ files: [{ path: 'raw/round-1/vitest.json', text: '{}' }], findings: [] });
  const digest = `sha256:${createHash('sha256').update('a').digest('hex')}`;
  expect([...((await prepared.sources?.(['src/a.bench.ts > sort > x', 'gone.bench.ts > y'])) ?? [])]).toEqual([['src/a.bench.ts > sort > x', digest]]);
});
