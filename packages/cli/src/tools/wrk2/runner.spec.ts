import { createFakeWorld } from '../../testing/fake-world.js';
import { suiteConfig } from '../../testing/suite-config.js';
import { runner } from './runner.js';

const place = { round: 1, folder: '/repo/raw/round-1', shown: 'raw/round-1' };
const url = 'http://127.0.0.1:8080/';
const programs = { 'wrk2 -v': { prints: 'wrk 4.0.0 [epoll] Copyright (C) 2012 Will Glozer\n', code: 1 }, './wrk -v': { prints: 'wrk  [epoll] Copyright (C) 2012 Will Glozer\n', code: 1 } };

const prepare = (command: string[], suite = {}) =>
  runner.prepare({ suite: suiteConfig({ tool: 'wrk2', command, ...suite }), projectRoot: '/repo', folder: '/repo', env: {} }, createFakeWorld({ programs }));

test.each([
  ['wrk2', ['wrk2', '-R2000', url], ['--latency', '-R2000', url]],
  ['wrk, as its own build calls it', ['./wrk', '-R2000', url], ['--latency', '-R2000', url]],
  ['wrk2 with -U, which prints both distributions', ['wrk2', '-U', '-R2000', url], ['-U', '-R2000', url]],
])('asks %s for percentiles', async (_, command, args) => {
  expect((await (await prepare(command)).plan(place)).args).toEqual(args);
});

test('the version is the one it prints; a build without one has none', async () => {
  expect((await prepare(['wrk2', url])).facts.harnessVersion).toBe('4.0.0');
  expect((await prepare(['./wrk', url])).facts.harnessVersion).toBeNull();
});

test('"measure" becomes -d; a missing wrk2 says how to get it', async () => {
  expect((await (await prepare(['wrk2', '-d30s', url], { measureMs: 20_000 })).plan(place)).args).toEqual(['--latency', '-d20s', url]);
  await expect(prepare(['/no/wrk2', url])).rejects.toMatchObject({ findings: [{ code: 'BNL010', fix: expect.stringContaining('giltene/wrk2') }] });
});
