import { createFakeWorld } from '../../testing/fake-world.js';
import { suiteConfig } from '../../testing/suite-config.js';
import { runner } from './runner.js';

const place = { round: 1, folder: '/repo/raw/round-1', shown: 'raw/round-1' };
const result = { outcome: 'exited', code: 0, stdout: '', stderr: '', durationMs: 1 } as const;
const output = '/repo/raw/round-1/google-benchmark.json';

async function prepare(suite = {}, files = {}) {
  return runner.prepare({ suite: suiteConfig({ tool: 'google-benchmark', command: ['./build/bench'], ...suite }), projectRoot: '/repo', folder: '/repo', env: {} }, createFakeWorld({ files }));
}

test('the output goes into the round\'s folder; filter and times are the library\'s flags, in seconds without a unit', async () => {
  expect(await (await prepare()).plan(place)).toMatchObject({ program: './build/bench', args: [`--benchmark_out=${output}`, '--benchmark_out_format=json'] });
  const prepared = await prepare({ filter: 'Copy/64$', warmupMs: 100, measureMs: 250 });
  expect((await prepared.plan(place)).args.slice(2)).toEqual(['--benchmark_filter=Copy/64$', '--benchmark_min_warmup_time=0.1', '--benchmark_min_time=0.25']);
});

test('a command places filter and output itself', async () => {
  const prepared = await prepare({ command: ['taskset', '-c', '1', './bench', '--benchmark_out={output}', '--benchmark_filter=-{filter}'], filter: 'x' });
  expect((await prepared.plan(place)).args.slice(2)).toEqual(['./bench', `--benchmark_out=${output}`, '--benchmark_filter=-x']);
});

test('no command, and an output elsewhere, are refused', async () => {
  await expect(prepare({ command: null })).rejects.toMatchObject({ exitCode: 2, findings: [{ code: 'BNL016' }] });
  expect((await prepare({ command: ['./bench', '--benchmark_out=x.json'] })).facts.findings).toMatchObject([{ code: 'BNL016', level: 'error' }]);
});

test.each([['cmake-build-debug/bench'], ['build/Debug/bench'], ['build\\Debug\\bench.exe']])('%s is a debug build', async (program) => {
  expect((await prepare({ command: [program] })).facts.findings).toMatchObject([{ code: 'BNL013' }]);
  expect((await prepare({ command: [program], allowDebug: true })).facts.findings).toEqual([]);
});

test('a program beside a folder named for debugging is none', async () => {
  expect((await prepare({ command: ['./build/DebugInfoBench'] })).facts.findings).toEqual([]);
});

test('a library built for debugging is refused once its output tells, unless that is allowed', async () => {
  const debug = { [output]: '{"context":{"num_cpus":2,"library_build_type": "debug"},"benchmarks":[]}' };
  await expect((await prepare({}, debug)).collect(place, result)).rejects.toMatchObject({ exitCode: 2, findings: [{ code: 'BNL013', what: expect.stringContaining('library_build_type') }] });
  expect((await (await prepare({ allowDebug: true }, debug)).collect(place, result)).files).toHaveLength(1);
});

test('T7: nothing that matches ends with 0 and an empty file, and is nothing measured', async () => {
  const empty = await prepare({ filter: 'none' }, { [output]: '' });
  await expect(empty.collect(place, result)).rejects.toMatchObject({ exitCode: 2, findings: [{ code: 'BNL009', what: expect.stringContaining('the filter none') }] });
});

test('some benchmarks are chosen by an expression that POSIX knows too', () => {
  expect(runner.choices?.(['./bench'])).toMatchObject({ warmup: true, measure: true });
  expect(runner.choices?.(['./bench']).filter?.(['BM_A/64', 'BM_B<int>'])).toBe('^(BM_A/64|BM_B<int>)$');
});
