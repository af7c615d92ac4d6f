import { createFakeWorld } from '../testing/fake-world.js';
import { suiteConfig } from '../testing/suite-config.js';
import { nodeProgramRunner } from './node-program-runner.js';

const place = { round: 1, folder: '/repo/raw/round-1', shown: 'raw/round-1' };
const result = { outcome: 'exited', code: 0, stdout: '', stderr: '', durationMs: 1 } as const;

const runner = nodeProgramRunner({
  tool: 'mitata',
  traits: { start: ['tool'], install: 'npm install tool', filter: 'read', memory: 'none' },
  example: '["tool"]',
  output: 'tool.json',
  beside: ['stdout.txt'],
  words: (command) => [...command],
  times: { warmup: 'x', measure: 'y' },
  version: () => ['tool', '--version'],
  library: 'tool',
  runtime: 'node',
  idsNameFiles: true,
});

async function prepare(files = {}, env = {}) {
  const world = createFakeWorld({ files, programs: { 'tool --version': { prints: 'tool 3.2.1' }, 'node --version': { prints: 'v22.1.0' } } });
  const run = { suite: suiteConfig({ tool: 'mitata', command: null }), projectRoot: '/repo/packages/a', folder: '/repo/packages/a/bench', env };
  return { prepared: await runner.prepare(run, world), world };
}

test('every node_modules/.bin upwards stands before PATH, the nearest first, in every program that is started', async () => {
  const files = { '/repo/node_modules/.bin/tool': '', '/repo/packages/a/node_modules/.bin/tool': '' };
  const { prepared, world } = await prepare(files, { Path: '/usr/bin' });
  const expected = '/repo/packages/a/node_modules/.bin:/repo/node_modules/.bin:/usr/bin';
  expect((await prepared.plan(place)).env).toMatchObject({ Path: expected });
  expect(world.started.map(({ env }) => env['Path'])).toEqual([expected, expected]);
});

test('without any, PATH is left alone', async () => {
  expect((await (await prepare()).prepared.plan(place)).env).not.toHaveProperty('PATH');
});

test('the version is the installed package\'s; else the program is asked', async () => {
  const installed = await prepare({ '/repo/node_modules/tool/package.json': '{"version":"4.0.0"}' });
  expect(installed.prepared.facts).toMatchObject({ harnessVersion: '4.0.0', toolchain: [{ name: 'node', version: '22.1.0' }] });
  expect(installed.world.started.map(({ program }) => program)).toEqual(['node']);
  expect((await prepare()).prepared.facts.harnessVersion).toBe('3.2.1');
});

test('a file that the command wrote is read, and standard output where it wrote none', async () => {
  const { prepared } = await prepare({ '/repo/raw/round-1/stdout.txt': 'printed' });
  expect((await prepared.collect(place, result)).files).toEqual([expect.objectContaining({ path: 'raw/round-1/stdout.txt' })]);
  const both = await prepare({ '/repo/raw/round-1/stdout.txt': 'printed', '/repo/raw/round-1/tool.json': '{}' });
  expect((await both.prepared.collect(place, result)).files).toEqual([expect.objectContaining({ path: 'raw/round-1/tool.json' })]);
});

test('the source of a benchmark is the file its id begins with', async () => {
  const { prepared } = await prepare({ '/repo/packages/a/bench/x.bench.js': 'x' });
  const sources = await prepared.sources?.(['bench/x.bench.js > one', 'bench/x.bench.js > two', 'bench/gone.js > three', 'four']);
  expect([...(sources?.keys() ?? [])]).toEqual(['bench/x.bench.js > one', 'bench/x.bench.js > two']);
});
