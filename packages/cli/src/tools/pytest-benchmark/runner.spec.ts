import { createFakeWorld } from '../../testing/fake-world.js';
import { suiteConfig } from '../../testing/suite-config.js';
import { runner } from './runner.js';

const place = { round: 1, folder: '/repo/raw/round-1', shown: 'raw/round-1' };
const plugins = 'This is pytest version 9.2.0, imported from /x\nregistered third-party plugins:\n  pytest-benchmark-5.3.1 at /x\n';
const flags = ['--benchmark-only', '--benchmark-json=/repo/raw/round-1/pytest-benchmark.json', '--color=no', '-rfE'];

async function prepare(suite = {}, more = {}) {
  const programs = {
    'pytest -VV': { prints: plugins },
    'python -m pytest -VV': { prints: plugins },
    'uv run pytest -VV': { prints: plugins },
    '.venv/bin/pytest -VV': { prints: plugins },
    'python3 --version': { prints: 'Python 3.11.7\n' },
    'uv run python --version': { prints: 'Python 3.13.0rc1\n' },
    '.venv/bin/python --version': { prints: 'Python 3.10.14 (39dc8d3c85a7)\n[PyPy 7.3.17 with GCC 10.2.1]\n' },
    ...more,
  };
  const world = createFakeWorld({ programs });
  const run = { suite: suiteConfig({ tool: 'pytest-benchmark', command: null, ...suite }), projectRoot: '/repo', folder: '/repo', env: {} };
  return { world, prepared: await runner.prepare(run, world) };
}

test.each([
  [null, 'pytest', []],
  [['python', '-m', 'pytest', 'bench', '-k', 'fast and not slow'], 'python', ['-m', 'pytest', 'bench', '-k', 'fast and not slow']],
  [['uv', 'run', 'pytest', 'bench'], 'uv', ['run', 'pytest', 'bench']],
])('%j gets the flags at its end', async (command, program, args) => {
  expect(await (await prepare({ command })).prepared.plan(place)).toMatchObject({ program, args: [...args, ...flags] });
});

test('the measuring time is the time of a test', async () => {
  expect((await (await prepare({ measureMs: 250 })).prepared.plan(place)).args.at(-1)).toBe('--benchmark-max-time=0.25');
});

test('a command may place the file itself, and gets no flags', async () => {
  const { prepared } = await prepare({ command: ['tox', '-e', 'bench', '--', '--benchmark-json={output}'] });
  expect((await prepared.plan(place)).args).toEqual(['-e', 'bench', '--', '--benchmark-json=/repo/raw/round-1/pytest-benchmark.json']);
  expect(prepared.facts.findings).toEqual([]);
});

test.each([
  ['another program', ['make', 'bench'], 'calls pytest by another program'],
  ['JSON elsewhere', ['pytest', '--benchmark-json', 'x.json'], 'writes its JSON elsewhere'],
])('%s is refused', async (_name, command, problem) => {
  expect((await prepare({ command })).prepared.facts.findings).toMatchObject([{ code: 'BNL016', level: 'error', what: expect.stringContaining(problem) }]);
});

test.each([
  ['no pytest on PATH', { 'pytest -VV': { outcome: 'not-found' as const } }, null, 'pytest was not found'],
  ['no pytest in this Python', { 'python -m pytest -VV': { code: 1, complains: '/usr/bin/python: No module named pytest\n' } }, ['python', '-m', 'pytest'], 'pytest was not found'],
  ['no plugin', { 'pytest -VV': { prints: 'This is pytest version 9.2.0, imported from /x\n' } }, null, 'The plugin pytest-benchmark was not found'],
])('%s is told before anything is measured', async (_name, more, command, what) => {
  await expect(prepare({ command }, more)).rejects.toMatchObject({ findings: [{ code: 'BNL010', what: expect.stringContaining(what), fix: expect.stringContaining('pip install pytest-benchmark') }] });
});

test.each([
  [null, [{ name: 'python', version: '3.11.7' }]],
  [['uv', 'run', 'pytest'], [{ name: 'python', version: '3.13.0rc1' }]],
  [['.venv/bin/pytest'], [{ name: 'pypy', version: '3.10.14' }]],
  [['python', '-m', 'pytest'], []],
])('the Python of %j', async (command, toolchain) => {
  expect((await prepare({ command })).prepared.facts).toMatchObject({ toolchain, harnessVersion: null });
});

test('warm-up is counted in calls, and this is said', async () => {
  expect((await prepare({ warmupMs: 100 })).prepared.facts.findings).toMatchObject([{ code: 'BNL025', fix: 'Use --benchmark-warmup=on and --benchmark-warmup-iterations in the command.' }]);
});

test('tracing of coverage is no build to measure', async () => {
  expect((await prepare({ command: ['pytest', '--cov=words'] })).prepared.facts.findings).toMatchObject([{ code: 'BNL013' }]);
  expect((await prepare({ command: ['pytest', '--cov=words'], allowDebug: true })).prepared.facts.findings).toEqual([]);
});

test('JSON and console are collected; 1 is a failed test, 5 is no test', async () => {
  const { world, prepared } = await prepare();
  world.files.put('/repo/raw/round-1/pytest-benchmark.json', '{}');
  world.files.put('/repo/raw/round-1/stdout.txt', 'x');
  const { files } = await prepared.collect(place, { outcome: 'exited', code: 0, stdout: '', stderr: '', durationMs: 1 });
  expect(files.map(({ path }) => path)).toEqual(['raw/round-1/pytest-benchmark.json', 'raw/round-1/stdout.txt']);
  expect([prepared.benchmarkFailed, prepared.endsWell]).toEqual([[1], [5]]);
});
