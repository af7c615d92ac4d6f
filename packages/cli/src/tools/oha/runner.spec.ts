import { createFakeWorld } from '../../testing/fake-world.js';
import { suiteConfig } from '../../testing/suite-config.js';
import { runner } from './runner.js';

const place = { round: 1, folder: '/repo/raw/round-1', shown: 'raw/round-1' };
const url = 'http://127.0.0.1:8080/';

const prepare = (command: string[], suite = {}) =>
  runner.prepare({ suite: suiteConfig({ tool: 'oha', command, ...suite }), projectRoot: '/repo', folder: '/repo', env: {} }, createFakeWorld({ programs: { 'oha --version': { prints: 'oha 1.16.0\n' } } }));

test.each([
  [['oha', '-z', '2s', url], {}, ['--no-tui', '--output-format', 'json', '-z', '2s', url]],
  [['oha', '--no-tui', '-j', url], {}, ['--no-tui', '-j', url]],
  [['oha', '--output-format=json', url], {}, ['--no-tui', '--output-format=json', url]],
  [['oha', '-z', '2s', '-d', 'body', url], { measureMs: 1500 }, ['--no-tui', '--output-format', 'json', '-z', '1500ms', '-d', 'body', url]],
  [['node', 'bench.mjs'], {}, ['bench.mjs']],
])('%j is asked for JSON, and "measure" becomes -z: %j', async (command, suite, args) => {
  expect((await (await prepare(command, suite)).plan(place)).args).toEqual(args);
});

test('the version is read; a missing oha says how to get it', async () => {
  expect((await prepare(['oha', url])).facts.harnessVersion).toBe('1.16.0');
  await expect(prepare(['/no/oha', url])).rejects.toMatchObject({ findings: [{ code: 'BNL010', fix: expect.stringContaining('cargo install oha') }] });
});
