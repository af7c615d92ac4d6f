import { createFakeWorld, type FakeWorldOptions } from '../../testing/fake-world.js';
import { suiteConfig } from '../../testing/suite-config.js';
import { runner } from './runner.js';

const place = { round: 1, folder: '/repo/raw/round-1', shown: 'raw/round-1' };
const output = '--callgrind-out-file=/repo/raw/round-1/callgrind.out';

async function prepare(suite = {}, world: FakeWorldOptions = {}) {
  const fake = createFakeWorld({ programs: { 'valgrind --version': { prints: 'valgrind-3.19.0\n' } }, ...world });
  return runner.prepare({ suite: suiteConfig({ tool: 'callgrind', command: ['./target/release/cli', 'decode'], ...suite }), projectRoot: '/repo', folder: '/repo', env: {} }, fake);
}

test('the command runs under callgrind, which writes into the round\'s folder', async () => {
  const prepared = await prepare();
  expect(await prepared.plan(place)).toMatchObject({ program: 'valgrind', args: ['--quiet', '--tool=callgrind', output, './target/release/cli', 'decode'] });
  expect(prepared.facts).toMatchObject({ command: ['./target/release/cli', 'decode'], harnessVersion: '3.19.0', findings: [] });
});

test.each([
  ['with options of its own', ['valgrind', '--cache-sim=yes', './cli'], ['valgrind', '--tool=callgrind', output, '--cache-sim=yes', './cli']],
  ['behind another program', ['setarch', '-R', '/usr/bin/valgrind', '--tool=callgrind', './cli'], ['setarch', '-R', '/usr/bin/valgrind', output, '--tool=callgrind', './cli']],
  ['placing its output itself', ['./count.sh', '{output}'], ['./count.sh', '/repo/raw/round-1/callgrind.out']],
])('valgrind may stand in the command: %s', async (_, command, words) => {
  const { program, args } = await (await prepare({ command }, { programs: { 'valgrind --version': { prints: '' }, '/usr/bin/valgrind --version': { prints: '' } } })).plan(place);
  expect([program, ...args]).toEqual(words);
});

test('placeholders are filled', async () => {
  expect((await (await prepare({ command: ['./cli', '{dataset}'], dataset: 'large' })).plan(place)).args.slice(-2)).toEqual(['./cli', 'large']);
});

test('an absent valgrind is told, with how to get it and where there is none', async () => {
  await expect(prepare({}, { programs: {} })).rejects.toMatchObject({ exitCode: 4, findings: [{ code: 'BNL010', what: 'valgrind was not found, which callgrind needs.', fix: expect.stringMatching(/apt install valgrind.*other systems/) }] });
});

test('a command is needed', async () => {
  await expect(prepare({ command: null })).rejects.toMatchObject({ exitCode: 2, findings: [{ code: 'BNL016' }] });
});

test('a debug build is refused unless it is meant', async () => {
  expect((await prepare({ command: ['target/debug/cli'] })).facts.findings).toMatchObject([{ code: 'BNL013' }]);
  expect((await prepare({ command: ['target/debug/cli'], allowDebug: true })).facts.findings).toEqual([]);
});

test('times have no effect, and this is said', async () => {
  expect((await prepare({ warmupMs: 1, measureMs: 1 })).facts.findings.map(({ code }) => code)).toEqual(['BNL025', 'BNL025']);
});

test('all files of a run are read: those of threads and dumps stand beside callgrind.out', async () => {
  const files = { '/repo/raw/round-1/callgrind.out': '', '/repo/raw/round-1/callgrind.out-02': 'b', '/repo/raw/round-1/callgrind.out-01': 'a', '/repo/raw/round-1/stdout.txt': 'x' };
  const prepared = await prepare({}, { programs: { 'valgrind --version': { prints: '' } }, files });
  const collected = await prepared.collect(place, { outcome: 'exited', code: 0, stdout: '', stderr: '', durationMs: 1 });
  expect(collected.files.map(({ path }) => path)).toEqual(['raw/round-1/callgrind.out', 'raw/round-1/callgrind.out-01', 'raw/round-1/callgrind.out-02']);
});
