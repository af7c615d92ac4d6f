import { createFakeWorld } from '../../testing/fake-world.js';
import { suiteConfig } from '../../testing/suite-config.js';
import { runner } from './runner.js';

const place = { round: 1, folder: '/repo/raw/round-1', shown: 'raw/round-1' };
const printed = 'wrk debian/4.1.0-3+b2 [epoll] Copyright (C) 2012 Will Glozer\nUsage: wrk <options> <url>\n';
const url = 'http://127.0.0.1:8080/';

async function prepare(command: string[] | null, suite = {}, files = {}) {
  const version = { prints: printed, code: 1 };
  const world = createFakeWorld({ programs: { 'wrk -v': version, 'taskset -c 1 /opt/wrk -v': version, 'docker run --rm me/wrk -v': version }, files });
  return runner.prepare({ suite: suiteConfig({ tool: 'wrk', command, ...suite }), projectRoot: '/repo', folder: '/repo', env: {} }, world);
}

const words = async (command: string[], suite = {}) => {
  const { program, args } = await (await prepare(command, suite)).plan(place);
  return [program, ...args];
};

test('percentiles are asked for, and the version is read although wrk -v ends with 1', async () => {
  expect(await words(['wrk', '-t2', '-d2s', url])).toEqual(['wrk', '--latency', '-t2', '-d2s', url]);
  expect((await prepare(['wrk', url])).facts).toMatchObject({ command: ['wrk', url], harnessVersion: '4.1.0-3', findings: [] });
});

test.each([
  ['by another program', ['taskset', '-c', '1', '/opt/wrk', url], ['taskset', '-c', '1', '/opt/wrk', '--latency', url]],
  ['in a container', ['docker', 'run', '--rm', 'me/wrk', url], ['docker', 'run', '--rm', 'me/wrk', '--latency', url]],
  ['with percentiles already', ['wrk', '-L', url], ['wrk', '-L', url]],
  ['by a script, which is left alone', ['node', 'bench/wrk.mjs'], ['node', 'bench/wrk.mjs']],
])('called %s', async (_, command, expected) => {
  expect(await words(command)).toEqual(expected);
});

test.each([
  [['wrk', '-d', '10s', '-c4', url], ['wrk', '--latency', '-d2s', '-c4', url]],
  [['wrk', '-d10s', '-c4', url], ['wrk', '--latency', '-d2s', '-c4', url]],
  [['wrk', '--duration=10s', url], ['wrk', '--latency', '-d2s', url]],
  [['wrk', url], ['wrk', '--latency', '-d2s', url]],
])('"measure" takes the place of the duration in %j, in whole seconds', async (command, expected) => {
  expect(await words(command, { measureMs: 1200 })).toEqual(expected);
});

test('times without effect are told: warming up always, measuring where a script calls wrk', async () => {
  const told = async (command: string[]) => (await prepare(command, { warmupMs: 1, measureMs: 1 })).facts.findings.map(({ code, what }) => `${code} ${what}`);
  expect(await told(['wrk', url])).toEqual(['BNL025 "warmup" has no effect on wrk.']);
  expect(await told(['node', 'bench.mjs'])).toEqual(['BNL025 "warmup" has no effect on wrk.', 'BNL025 "measure" has no effect on wrk.']);
});

test('without a command, and without wrk, nothing is run', async () => {
  await expect(prepare(null)).rejects.toMatchObject({ exitCode: 2, findings: [{ code: 'BNL016' }] });
  await expect(prepare(['/usr/local/bin/wrk', url])).rejects.toMatchObject({ findings: [{ code: 'BNL010', fix: expect.stringContaining('apt install wrk') }] });
});

test('what it prints is read', async () => {
  const result = { outcome: 'exited', code: 0, stdout: 'x', stderr: '', durationMs: 1 } as const;
  const collected = await (await prepare(['wrk', url], {}, { '/repo/raw/round-1/stdout.txt': 'Running' })).collect(place, result);
  expect(collected).toEqual({ files: [{ path: 'raw/round-1/stdout.txt', text: 'Running' }], findings: [] });
});
