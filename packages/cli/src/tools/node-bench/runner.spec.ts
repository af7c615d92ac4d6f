import { createFakeWorld } from '../../testing/fake-world.js';
import { suiteConfig } from '../../testing/suite-config.js';
import { runner } from './runner.js';

const place = { round: 1, folder: '/repo/raw/round-1', shown: 'raw/round-1' };
const result = { outcome: 'exited', code: 0, stdout: '', stderr: '', durationMs: 1 } as const;

async function prepare(suite = {}, files = {}) {
  const world = createFakeWorld({ programs: { 'node --version': { prints: 'v26.10.0\n' }, 'taskset -c 1 node --version': { prints: 'v26.10.0\n' } }, files });
  const run = { suite: suiteConfig({ tool: 'node-bench', command: ['node', '--bench', 'bench/*.mjs'], ...suite }), projectRoot: '/repo', folder: '/repo', env: { PATH: '/usr/bin' } };
  return runner.prepare(run, world);
}

test('the JSON reporter writes into the round\'s folder; exit code 1 tells of a failed benchmark', async () => {
  const prepared = await prepare();
  expect(await prepared.plan(place)).toMatchObject({ program: 'node', args: ['--experimental-bench', '--bench', '--bench-reporter=json', '--bench-reporter-destination=/repo/raw/round-1/node-bench.ndjson', 'bench/*.mjs'] });
  expect(prepared.facts).toMatchObject({ harnessVersion: '26.10.0', findings: [] });
  expect(prepared.benchmarkFailed).toEqual([1]);
});

test('the filter is Node\'s own; flags are not repeated', async () => {
  const prepared = await prepare({ command: ['taskset', '-c', '1', 'node', '--experimental-bench', '--bench', '--bench-samples=50', 'a.mjs'], filter: 'a|b' });
  expect((await prepared.plan(place)).args).toEqual(['-c', '1', 'node', '--experimental-bench', '--bench', '--bench-reporter=json', '--bench-reporter-destination=/repo/raw/round-1/node-bench.ndjson', '--bench-name-pattern=a|b', '--bench-samples=50', 'a.mjs']);
});

test('a Node of the project\'s own stands before any other', async () => {
  expect((await (await prepare({}, { 'node_modules/.bin/node': '' })).plan(place)).env['PATH']).toBe('/repo/node_modules/.bin:/usr/bin');
});

test('what the reporter wrote is read', async () => {
  const prepared = await prepare({}, { 'raw/round-1/node-bench.ndjson': '{}', 'raw/round-1/stdout.txt': 'noise' });
  expect((await prepared.collect(place, result)).files).toEqual([expect.objectContaining({ path: 'raw/round-1/node-bench.ndjson' })]);
});

test.each([[['npm', 'run', 'bench']], [['node', 'bench.mjs']]])('%j is refused', async (command) => {
  expect((await prepare({ command })).facts.findings).toMatchObject([{ code: 'BNL016', level: 'error' }]);
});

test('times count samples in Node, and this is said', async () => {
  expect((await prepare({ warmupMs: 1, measureMs: 1 })).facts.findings).toMatchObject([{ code: 'BNL025', fix: expect.stringContaining('--bench-warmup') }, { code: 'BNL025', fix: expect.stringContaining('--bench-samples') }]);
});
