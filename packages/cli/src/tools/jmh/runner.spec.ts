import { createFakeWorld } from '../../testing/fake-world.js';
import { suiteConfig } from '../../testing/suite-config.js';
import { runner } from './runner.js';

const place = { round: 1, folder: '/repo/raw/round-1', shown: 'raw/round-1' };
const java = { complains: 'openjdk version "17.0.15" 2025-04-15\nOpenJDK Runtime Environment\n' };

async function prepare(suite = {}, files = {}) {
  const world = createFakeWorld({ programs: { 'java -version': java, '/opt/jdk21/bin/java -version': { complains: 'openjdk version "21.0.2"\n' } }, files });
  return runner.prepare({ suite: suiteConfig({ tool: 'jmh', command: null, ...suite }), projectRoot: '/repo', folder: '/repo', env: {} }, world);
}

test('the jar of a Maven project is the start; the result goes into the round\'s folder', async () => {
  const prepared = await prepare();
  expect(await prepared.plan(place)).toMatchObject({ program: 'java', args: ['-jar', 'target/benchmarks.jar', '-rf', 'json', '-rff', '/repo/raw/round-1/jmh.json'] });
  expect(prepared.facts).toMatchObject({ harnessVersion: null, findings: [] });
});

test('times are those of one iteration, the filter is JMH\'s own', async () => {
  const prepared = await prepare({ command: ['java', '-jar', 'b.jar', '-f', '3'], warmupMs: 200, measureMs: 1500, filter: 'Decode' });
  expect((await prepared.plan(place)).args).toEqual(['-jar', 'b.jar', '-f', '3', '-w', '200ms', '-r', '1500ms', '-rf', 'json', '-rff', '/repo/raw/round-1/jmh.json', 'Decode']);
});

test('a command that places the output is left as it is', async () => {
  const prepared = await prepare({ command: ['./gradlew', 'jmh', '-Pout={output}'], filter: 'x' });
  expect((await prepared.plan(place)).args).toEqual(['jmh', '-Pout=/repo/raw/round-1/jmh.json']);
  expect(prepared.facts.toolchain).toEqual([]);
});

test('the version of Java is read from stderr, of -jvm where that runs the benchmarks', async () => {
  expect((await prepare()).facts.toolchain).toEqual([{ name: 'java', version: '17.0.15' }]);
  expect((await prepare({ command: ['java', '-jar', 'b.jar', '-jvm', '/opt/jdk21/bin/java'] })).facts.toolchain).toEqual([{ name: 'java', version: '21.0.2' }]);
});

test.each([[['-rff', 'x.json']], [['-rf', 'csv']], [['-o', 'log.txt']]])('%j takes the output away and is refused', async (flags) => {
  expect((await prepare({ command: ['java', '-jar', 'b.jar', ...flags] })).facts.findings).toMatchObject([{ code: 'BNL016', level: 'error' }]);
});

test('T8: what it prints is read beside the result, for the benchmarks that threw', async () => {
  const files = { '/repo/raw/round-1/jmh.json': '[]', '/repo/raw/round-1/stdout.txt': '# JMH version: 1.37\n' };
  const { files: read } = await (await prepare({}, files)).collect(place, { outcome: 'exited', code: 0, stdout: '', stderr: '', durationMs: 1 });
  expect(read.map(({ path }) => path)).toEqual(['raw/round-1/jmh.json', 'raw/round-1/stdout.txt']);
});

test('paired mode chooses benchmarks by their methods, and leaves the times, which are of an iteration, to the user', () => {
  expect(runner.choices?.(null)).toMatchObject({ warmup: false, measure: false });
  expect(runner.choices?.(null).filter?.(['a.B.c [avgt, n=1]', 'a.B.c [avgt, n=2]', 'a.B.$d [thrpt]'])).toBe('^(?:a\\.B\\.c|a\\.B\\.\\$d)$');
});

test('T7: nothing that matches is an exit code of 1 and told as nothing measured', async () => {
  const prepared = await prepare({ filter: 'none' });
  expect(prepared.benchmarkFailed).toEqual([1]);
  await expect(prepared.collect(place, { outcome: 'exited', code: 1, stdout: '', stderr: 'No matching benchmarks. Miss-spelled regexp?\n', durationMs: 1 })).rejects.toMatchObject({ exitCode: 2, findings: [{ code: 'BNL009', what: expect.stringContaining('matches the filter none') }] });
});
