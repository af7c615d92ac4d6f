import { createFakeWorld } from '../../testing/fake-world.js';
import { suiteConfig } from '../../testing/suite-config.js';
import { runner } from './runner.js';

const place = { round: 1, folder: '/repo/raw/round-1', shown: 'raw/round-1' };

async function prepare(suite = {}, files = {}) {
  const world = createFakeWorld({ programs: { 'hyperfine --version': { prints: 'hyperfine 1.15.0\n' } }, files });
  const run = { suite: suiteConfig({ tool: 'hyperfine', command: ['hyperfine', '--warmup', '3', './x'], ...suite }), projectRoot: '/repo', folder: '/repo', env: {} };
  return runner.prepare(run, world);
}

test('the export goes into the round\'s folder, before anything a -- could hide', async () => {
  const prepared = await prepare({ command: ['taskset', '-c', '1', 'hyperfine', '-N', '--', './x'] });
  expect(await prepared.plan(place)).toMatchObject({ program: 'taskset', args: ['-c', '1', 'hyperfine', '--export-json', '/repo/raw/round-1/hyperfine.json', '-N', '--', './x'] });
  expect(prepared.facts.harnessVersion).toBe('1.15.0');
});

test('a command may place the export itself', async () => {
  const prepared = await prepare({ command: ['./measure.sh', '--export-json={output}'] });
  expect((await prepared.plan(place)).args).toEqual(['--export-json=/repo/raw/round-1/hyperfine.json']);
});

test.each([
  ['no command', null],
  ['another program without {output}', ['./measure.sh']],
  ['an export elsewhere', ['hyperfine', '--export-json', 'x.json', './x']],
])('%s is refused', async (_, command) => {
  await expect(prepare({ command })).rejects.toMatchObject({ exitCode: 2, findings: [{ code: 'BNL016', suite: 'decode' }] });
});

test('times have no effect on hyperfine, and this is said', async () => {
  const prepared = await prepare({ warmupMs: 1, measureMs: 1 });
  expect(prepared.facts.findings).toMatchObject([{ code: 'BNL025', level: 'note', fix: 'Use --warmup RUNS in the command.' }, { code: 'BNL025', fix: 'Use --runs RUNS in the command.' }]);
});

test.each([['./target/debug/cli decode'], ['target/x86_64-unknown-linux-gnu/debug/cli']])('%s is a debug build', async (program) => {
  expect((await prepare({ command: ['hyperfine', program] })).facts.findings).toMatchObject([{ code: 'BNL013' }]);
  expect((await prepare({ command: ['hyperfine', program], allowDebug: true })).facts.findings).toEqual([]);
});

test('a release build is none', async () => {
  expect((await prepare({ command: ['hyperfine', './target/release/debugger'] })).facts.findings).toEqual([]);
});

test('the exported file is collected; none is no file', async () => {
  const result = { outcome: 'exited', code: 0, stdout: '', stderr: '', durationMs: 1 } as const;
  expect(await (await prepare({}, { '/repo/raw/round-1/hyperfine.json': '{}' })).collect(place, result)).toEqual({ files: [{ path: 'raw/round-1/hyperfine.json', text: '{}' }], findings: [] });
  expect(await (await prepare()).collect(place, result)).toEqual({ files: [], findings: [] });
});
