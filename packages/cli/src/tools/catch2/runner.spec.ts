import { createFakeWorld } from '../../testing/fake-world.js';
import { suiteConfig } from '../../testing/suite-config.js';
import { runner } from './runner.js';

const place = { round: 1, folder: '/repo/raw/round-1', shown: 'raw/round-1' };
const identity = { prints: 'description:    A Catch2 test executable\ncategory:       testframework\nframework:      Catch Test\nversion:        2.13.10\n' };

async function prepare(suite = {}, programs: Parameters<typeof createFakeWorld>[0] = {}) {
  const world = createFakeWorld({ programs: { './tests [!benchmark] --libidentify': identity }, ...programs });
  return runner.prepare({ suite: suiteConfig({ tool: 'catch2', command: ['./tests', '[!benchmark]'], ...suite }), projectRoot: '/repo', folder: '/repo', env: {} }, world);
}

test('the XML goes into the round\'s folder; the warm-up is told in ms', async () => {
  expect(await (await prepare()).plan(place)).toMatchObject({ program: './tests', args: ['[!benchmark]', '-r', 'xml', '-o', '/repo/raw/round-1/catch2.xml'] });
  expect((await (await prepare({ warmupMs: 20 })).plan(place)).args.slice(-2)).toEqual(['--benchmark-warmup-time', '20']);
});

test('the program is asked for its version once it is built', async () => {
  const prepared = await prepare();
  expect(prepared.facts.harnessVersion).toBeNull();
  await prepared.settle?.();
  expect(prepared.facts.harnessVersion).toBe('2.13.10');
});

test('a program that is still missing then is told', async () => {
  const prepared = await prepare({}, { programs: {} });
  await expect(prepared.settle?.()).rejects.toMatchObject({ exitCode: 4, findings: [{ code: 'BNL010' }] });
});

test('a command that places the output is left as it is', async () => {
  const prepared = await prepare({ command: ['./bench.sh', '{output}'] });
  expect((await prepared.plan(place)).args).toEqual(['/repo/raw/round-1/catch2.xml']);
  await prepared.settle?.();
  expect(prepared.facts).toMatchObject({ harnessVersion: null, findings: [] });
});

test.each([[['-r', 'console']], [['--reporter=junit']], [['-o', 'x.xml']], [['--out', 'x.xml']]])('%j is refused', async (words) => {
  expect((await prepare({ command: ['./tests', ...words] })).facts.findings).toMatchObject([{ code: 'BNL016', level: 'error' }]);
});

test('a debug build is refused, a time of measuring has no effect', async () => {
  expect((await prepare({ command: ['cmake-build-debug/tests'] })).facts.findings).toMatchObject([{ code: 'BNL013' }]);
  expect((await prepare({ measureMs: 5 })).facts.findings).toMatchObject([{ code: 'BNL025', fix: 'Use --benchmark-samples N in the command.' }]);
});

test('T8: exit codes of failed test cases leave the output whole', async () => {
  const prepared = await prepare({}, { files: { '/repo/raw/round-1/catch2.xml': '<Catch/>' } });
  expect(prepared.benchmarkFailed).toEqual(expect.arrayContaining([1, 42, 255]));
  expect((await prepared.collect(place, { outcome: 'exited', code: 42, stdout: '', stderr: '', durationMs: 1 })).files).toHaveLength(1);
});
