import { createHash } from 'node:crypto';
import { createFakeWorld } from '../../testing/fake-world.js';
import { suiteConfig } from '../../testing/suite-config.js';
import type { ChildJob } from './child-job.js';
import { runner } from './runner.js';

const library = { 'node_modules/tinybench/package.json': JSON.stringify({ version: '6.2.3', exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } } }) };
const place = { round: 1, folder: '/repo/raw/round-1', shown: 'raw/round-1' };

function prepare(suite = {}, files: Record<string, string> = {}) {
  const world = createFakeWorld({ files: { ...library, ...files } });
  const run = { suite: suiteConfig({ tool: 'tinybench', command: null, files: ['**/*.bench.js', '**/*.bench.ts'], ...suite }), projectRoot: '/repo', folder: '/repo', env: {} };
  return runner.prepare(run, world);
}

async function jobOf(prepared: Awaited<ReturnType<typeof prepare>>): Promise<ChildJob> {
  return JSON.parse((await prepared.plan(place)).args.at(-1) ?? '') as ChildJob;
}

test('the files are found below the project, other people\'s are not', async () => {
  const prepared = await prepare({}, { 'src/a.bench.js': '', 'b.bench.js': '', 'c.js': '', 'node_modules/x/d.bench.js': '', 'dist/e.bench.js': '' });
  expect((await jobOf(prepared)).files).toEqual(['/repo/b.bench.js', '/repo/src/a.bench.js']);
  expect(prepared.facts).toMatchObject({ harnessVersion: '6.2.3', toolchain: [{ name: 'node' }], command: ['tinybench', 'b.bench.js', 'src/a.bench.js'] });
});

test('the knobs reach the child', async () => {
  const prepared = await prepare({ filter: 'a', seed: 's', dataset: 'd', threads: 2, warmupMs: 1, measureMs: 2 }, { 'a.bench.js': '' });
  expect(await jobOf(prepared)).toMatchObject({ filter: 'a', seed: 's', dataset: 'd', threads: 2, warmupMs: 1, measureMs: 2, library: '/repo/node_modules/tinybench/dist/index.js', output: '/repo/raw/round-1/tinybench.json' });
});

test('TypeScript is loaded by what the project has', async () => {
  const prepared = await prepare({}, { 'a.bench.ts': '', 'node_modules/tsx/package.json': '{"version":"4.0.0"}', 'node_modules/tsx/dist/loader.mjs': '' });
  expect((await prepared.plan(place)).args.slice(0, 2)).toEqual(['--import', 'file:///repo/node_modules/tsx/dist/loader.mjs']);
});

test('no benchmark file is nothing measured, a named file that is missing is missing', async () => {
  await expect(prepare()).rejects.toMatchObject({ exitCode: 2, findings: [{ code: 'BNL009' }] });
  await expect(prepare({ files: ['gone.bench.js'] })).rejects.toMatchObject({ exitCode: 2, findings: [{ code: 'BNL008', what: 'gone.bench.js is missing.' }] });
});

test('a command of the project\'s own runs if it takes {output}; any other is said to have no effect', async () => {
  const own = await prepare({ command: ['node', 'run.js', '{output}'] }, { 'a.bench.js': '' });
  expect(await own.plan(place)).toMatchObject({ program: 'node', args: ['run.js', '/repo/raw/round-1/tinybench.json'] });
  const ignored = await prepare({ command: ['npm', 'run', 'bench'] }, { 'a.bench.js': '' });
  expect(ignored.facts.findings).toMatchObject([{ code: 'BNL025' }]);
});

test('the source of a benchmark is its own file', async () => {
  const prepared = await prepare({}, { 'src/a.bench.js': 'a', 'src/a/b.bench.js': 'b', 'c.bench.js': 'c', 'c.bench.ts': 'c', 'node_modules/tsx/package.json': '{"version":"4.0.0"}', 'node_modules/tsx/dist/loader.mjs': '' });
  const sha256 = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`;
  const sources = await prepared.sources?.(['src/a/one', 'src/a/a Bench/two', 'src/a/b/three', 'c/of one file or the other', 'elsewhere/four', 'five']);
  expect([...(sources ?? [])]).toEqual([['src/a/one', sha256('a')], ['src/a/a Bench/two', sha256('a')], ['src/a/b/three', sha256('b')]]);
});
