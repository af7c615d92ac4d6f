import { createFakeWorld } from '../../testing/fake-world.js';
import { suiteConfig } from '../../testing/suite-config.js';
import { runner } from './runner.js';

const place = { round: 1, folder: '/repo/raw/round-1', shown: 'raw/round-1' };
const output = '/repo/raw/round-1/pyperf.json';

async function prepare(suite = {}) {
  const programs = {
    'python --version': { prints: 'Python 3.11.7\n' },
    'uv run python --version': { prints: 'Python 3.12.1\n' },
    '.venv/bin/python3.13 --version': { prints: 'Python 3.13.2\n' },
    '.venv/bin/python --version': { prints: 'Python 3.10.9\n' },
  };
  const world = createFakeWorld({ programs });
  const run = { suite: suiteConfig({ tool: 'pyperf', command: ['python', 'bench.py'], ...suite }), projectRoot: '/repo', folder: '/repo', env: {} };
  return { world, prepared: await runner.prepare(run, world) };
}

test.each([
  ['a script', ['python', 'bench.py', '-p', '3'], `bench.py -p 3 -o ${output}`, '3.11.7'],
  ['a script of uv', ['uv', 'run', 'bench.py'], `run bench.py -o ${output}`, '3.12.1'],
  ['a program that pyperf measures', ['.venv/bin/python3.13', '-m', 'pyperf', 'command', '-p', '3', '--', 'git', 'status', '-o', 'x'], `-m pyperf command -o ${output} -p 3 -- git status -o x`, '3.13.2'],
  ['a statement', ['.venv/bin/pyperf', 'timeit', '-p', '3', '[1, 2] * 5'], `timeit -o ${output} -p 3 [1, 2] * 5`, '3.10.9'],
  ['pyperformance', ['pyperformance', 'run', '-b', 'json_loads'], `run -o ${output} -b json_loads`, '3.11.7'],
])('%s gets the file where it takes flags, and its Python is told', async (_name, command, args, version) => {
  const { prepared } = await prepare({ command });
  expect((await prepared.plan(place)).args.join(' ')).toBe(args);
  expect(prepared.facts).toMatchObject({ toolchain: [{ name: 'python', version }], findings: [] });
});

test('a command may place the file itself', async () => {
  const { prepared } = await prepare({ command: ['make', 'bench', 'OUT={output}'] });
  expect((await prepared.plan(place)).args).toEqual(['bench', `OUT=${output}`]);
  expect(prepared.facts).toMatchObject({ toolchain: [], findings: [] });
});

test.each([
  ['another program', ['make', 'bench'], 'runs pyperf by another program'],
  ['JSON elsewhere', ['python', 'bench.py', '-o', 'x.json'], 'writes its JSON elsewhere'],
  ['JSON appended elsewhere', ['python', 'bench.py', '--append=x.json'], 'writes its JSON elsewhere'],
])('%s is refused', async (_name, command, problem) => {
  expect((await prepare({ command })).prepared.facts.findings).toMatchObject([{ code: 'BNL016', level: 'error', what: expect.stringContaining(problem) }]);
});

test('without a command nothing can be run', async () => {
  await expect(prepare({ command: null })).rejects.toMatchObject({ findings: [{ code: 'BNL016' }] });
});

test('times are pyperf\'s own, and this is said', async () => {
  expect((await prepare({ warmupMs: 1, measureMs: 1 })).prepared.facts.findings).toMatchObject([{ code: 'BNL025', fix: 'Use --warmups in the command.' }, { code: 'BNL025', fix: 'Use --min-time, --values and --processes in the command.' }]);
  expect(runner.choices?.(['python', 'bench.py'])).toEqual({ warmup: false, measure: false, filter: null });
});

test.each([['--debug-single-value'], ['--profile=x.prof'], ['--hook']])('%s measures something else', async (flag) => {
  expect((await prepare({ command: ['python', 'bench.py', flag] })).prepared.facts.findings).toMatchObject([{ code: 'BNL013', what: expect.stringContaining(flag) }]);
  expect((await prepare({ command: ['python', 'bench.py', flag], allowDebug: true })).prepared.facts.findings).toEqual([]);
});

test('a script that failed has failed, whatever it left', async () => {
  const { world, prepared } = await prepare();
  expect(prepared.benchmarkFailed).toBeUndefined();
  world.files.put(output, '{}');
  expect((await prepared.collect(place, { outcome: 'exited', code: 0, stdout: '', stderr: '', durationMs: 1 })).files).toMatchObject([{ path: 'raw/round-1/pyperf.json' }]);
});
