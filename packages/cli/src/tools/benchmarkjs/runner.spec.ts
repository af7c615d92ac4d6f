import { createFakeWorld } from '../../testing/fake-world.js';
import { suiteConfig } from '../../testing/suite-config.js';
import { runner } from './runner.js';

const place = { round: 1, folder: '/repo/raw/round-1', shown: 'raw/round-1' };
const result = { outcome: 'exited', code: 0, stdout: '', stderr: '', durationMs: 1 } as const;

async function prepare(suite = {}, files = {}) {
  const world = createFakeWorld({ programs: { 'node --version': { prints: 'v20.20.2\n' } }, files: { 'node_modules/benchmark/package.json': '{"version":"2.1.4"}', ...files } });
  const run = { suite: suiteConfig({ tool: 'benchmarkjs', command: ['node', 'bench.js'], ...suite }), projectRoot: '/repo', folder: '/repo/packages/a', env: {} };
  return runner.prepare(run, world);
}

test('the script runs as it is; versions are those of the package and of Node', async () => {
  const prepared = await prepare();
  expect(await prepared.plan(place)).toMatchObject({ program: 'node', args: ['bench.js'], env: { BENCHLINE_OUTPUT: '/repo/raw/round-1/benchmarkjs.json' } });
  expect(prepared.facts).toMatchObject({ harnessVersion: '2.1.4', toolchain: [{ name: 'node', version: '20.20.2' }], findings: [] });
});

test('what it printed is read', async () => {
  expect(await (await prepare({}, { '/repo/raw/round-1/stdout.txt': '[]' })).collect(place, result)).toMatchObject({ files: [{ path: 'raw/round-1/stdout.txt' }] });
});

test('a suite without a command is told what to write', async () => {
  await expect(prepare({ command: null })).rejects.toMatchObject({ findings: [{ code: 'BNL016', fix: expect.stringContaining('"node", "bench.js"') }] });
});

test('times have no effect, and this is said', async () => {
  expect((await prepare({ warmupMs: 1, measureMs: 1 })).facts.findings).toMatchObject([{ code: 'BNL025' }, { code: 'BNL025' }]);
});
