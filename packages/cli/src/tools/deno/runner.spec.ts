import { createFakeWorld } from '../../testing/fake-world.js';
import { suiteConfig } from '../../testing/suite-config.js';
import { runner } from './runner.js';

const place = { round: 1, folder: '/repo/raw/round-1', shown: 'raw/round-1' };
const result = { outcome: 'exited', code: 0, stdout: '', stderr: '', durationMs: 1 } as const;

async function prepare(suite = {}, files = {}) {
  const world = createFakeWorld({ programs: { 'deno --version': { prints: 'deno 2.9.6 (stable, release, x86_64)\nv8 15.0\n' } }, files });
  const run = { suite: suiteConfig({ tool: 'deno', command: null, ...suite }), projectRoot: '/repo', folder: '/repo', env: { PATH: '/usr/bin' } };
  return runner.prepare(run, world);
}

test('JSON on standard output; exit code 1 tells of a failed benchmark', async () => {
  const prepared = await prepare();
  expect(await prepared.plan(place)).toMatchObject({ program: 'deno', args: ['bench', '--json'] });
  expect(prepared.facts).toMatchObject({ harnessVersion: '2.9.6', toolchain: [], findings: [], command: ['deno', 'bench'] });
  expect(prepared.benchmarkFailed).toEqual([1]);
});

test('the filter is a regular expression between slashes; flags stand before what a -- could hide', async () => {
  const prepared = await prepare({ command: ['deno', 'bench', '--json', '-A', 'bench/', '--', 'x'], filter: 'a|b' });
  expect((await prepared.plan(place)).args).toEqual(['bench', '--json', '--filter', '/a|b/', '-A', 'bench/', '--', 'x']);
});

test('a Deno of the project\'s own stands before any other', async () => {
  const prepared = await prepare({}, { 'node_modules/.bin/deno': '' });
  expect((await prepared.plan(place)).env['PATH']).toBe('/repo/node_modules/.bin:/usr/bin');
});

test('what it printed is read', async () => {
  const prepared = await prepare({}, { 'raw/round-1/stdout.txt': '{}', 'bench/a_bench.ts': 'a' });
  expect(await prepared.collect(place, result)).toMatchObject({ files: [{ path: 'raw/round-1/stdout.txt' }] });
  expect([...((await prepared.sources?.(['bench/a_bench.ts > x'])) ?? [])]).toHaveLength(1);
});

test('another program is refused', async () => {
  expect((await prepare({ command: ['./bench.sh'] })).facts.findings).toMatchObject([{ code: 'BNL016', level: 'error' }]);
  expect((await prepare({ command: ['deno', 'test'] })).facts.findings).toMatchObject([{ code: 'BNL016', level: 'error' }]);
});

test('where it is missing, it is said how to get it', async () => {
  const run = { suite: suiteConfig({ tool: 'deno', command: null }), projectRoot: '/repo', folder: '/repo', env: {} };
  await expect(runner.prepare(run, createFakeWorld())).rejects.toMatchObject({ findings: [{ code: 'BNL010', fix: expect.stringContaining('deno.com') }] });
});
