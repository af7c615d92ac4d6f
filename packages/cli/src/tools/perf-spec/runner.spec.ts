import type { PerfJob } from '../../harness/child-job.js';
import { createFakeWorld, type FakeWorldOptions } from '../../testing/fake-world.js';
import { suiteConfig } from '../../testing/suite-config.js';
import { runner } from './runner.js';

const place = { round: 1, folder: '/repo/raw/round-1', shown: 'raw/round-1' };
/** Where the program itself lies: its engine is looked for from there upwards. */
const engine = { [`${__dirname}/node_modules/tinybench/package.json`]: JSON.stringify({ version: '6.2.3', exports: { '.': './dist/index.js' } }) };

function prepare(suite = {}, files: Record<string, string> = {}, programs: FakeWorldOptions['programs'] = {}) {
  const world = createFakeWorld({ files: { ...engine, ...files }, programs });
  return runner.prepare({ suite: suiteConfig({ tool: 'perf-spec', command: null, files: [], ...suite }), projectRoot: '/repo', folder: '/repo', env: {} }, world);
}

const jobOf = async (prepared: Awaited<ReturnType<typeof prepare>>) => JSON.parse((await prepared.plan(place)).args.at(-1) ?? '') as PerfJob;

test('every spec file of the project is found, TypeScript needs nothing of the project', async () => {
  const prepared = await prepare({}, { 'src/a.perf.ts': '', 'b.perf.mjs': '', 'c.bench.ts': '', 'node_modules/x/d.perf.js': '', 'dist/e.perf.js': '' });
  expect((await jobOf(prepared)).files).toEqual(['/repo/b.perf.mjs', '/repo/src/a.perf.ts']);
  expect((await prepared.plan(place)).args.slice(0, 3)).toEqual(['--import', expect.stringMatching(/^file:.*register-typescript\.js$/), expect.stringMatching(/child\.js$/)]);
  expect(prepared.facts).toMatchObject({ toolchain: [{ name: 'node' }], command: ['benchline/harness', 'b.perf.mjs', 'src/a.perf.ts'] });
});

test('the knobs reach the process that measures', async () => {
  const prepared = await prepare({ filter: 'a', tags: 'perf,!slow', warmupMs: 1, measureMs: 2, allowDebug: true }, { 'a.perf.ts': '' });
  expect(await jobOf(prepared)).toMatchObject({ filter: 'a', tags: 'perf,!slow', warmupMs: 1, measureMs: 2, allowNonRelease: true, list: false, output: '/repo/raw/round-1/perf-spec.json' });
});

test('no spec file is nothing measured, a named file that is missing is missing, a command has no effect', async () => {
  await expect(prepare()).rejects.toMatchObject({ exitCode: 2, findings: [{ code: 'BNL009' }] });
  await expect(prepare({ files: ['gone.perf.ts'] })).rejects.toMatchObject({ exitCode: 2, findings: [{ code: 'BNL008', what: 'gone.perf.ts is missing.' }] });
  expect((await prepare({ command: ['npm', 'test'] }, { 'a.perf.ts': '' })).facts.findings).toMatchObject([{ code: 'BNL025' }]);
});

test('the specs are listed, whatever the files print; a file that cannot be loaded is told by what it threw', async () => {
  const listing = (program: object) => prepare({ tags: 'perf' }, { 'a.perf.ts': '' }, { [process.execPath]: program }).then((prepared) => prepared.list?.());
  expect(await listing({ prints: 'hello\nbenchline-specs: [{"id":"a/b","tags":["perf"]}]\n' })).toEqual([{ id: 'a/b', tags: ['perf'] }]);
  await expect(listing({ exits: 1, complains: 'at x\nSyntaxError: nothing here\n' })).rejects.toMatchObject({ exitCode: 4, findings: [{ code: 'BNL011', what: expect.stringContaining('SyntaxError: nothing here') }] });
});
