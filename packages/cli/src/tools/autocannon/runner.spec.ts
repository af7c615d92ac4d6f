import { createFakeWorld } from '../../testing/fake-world.js';
import { suiteConfig } from '../../testing/suite-config.js';
import { runner } from './runner.js';

const place = { round: 1, folder: '/repo/raw/round-1', shown: 'raw/round-1' };
const url = 'http://127.0.0.1:8080/';
const version = { prints: 'autocannon v7.15.0\nnode v20.20.2\n' };
const manifest = { '/repo/node_modules/autocannon/package.json': '{"name":"autocannon","version":"9.0.0","main":"autocannon.js"}' };

function prepare(command: string[] | null, files: Record<string, string> = {}, suite = {}) {
  const world = createFakeWorld({ programs: { 'autocannon --version': version, '/opt/autocannon --version': version, 'npx autocannon --version': version }, files });
  return runner.prepare({ suite: suiteConfig({ tool: 'autocannon', command, ...suite }), projectRoot: '/repo', folder: '/repo/packages/api', env: {} }, world);
}

const words = async (...args: Parameters<typeof prepare>) => {
  const { program, args: rest } = await (await prepare(...args)).plan(place);
  return [program, ...rest];
};

test('the project\'s own is run, found upwards, and tells the version; the report shows the command as it is written', async () => {
  expect(await words(['autocannon', '-c', '4', url], manifest)).toEqual(['/repo/node_modules/.bin/autocannon', '-j', '-c', '4', url]);
  expect((await prepare(['autocannon', '-c', '4', url], manifest)).facts).toMatchObject({ command: ['autocannon', '-c', '4', url], harnessVersion: '9.0.0' });
});

test('without one in the project, the one on PATH', async () => {
  expect(await words(['autocannon', url])).toEqual(['autocannon', '-j', url]);
  expect((await prepare(['autocannon', url])).facts.harnessVersion).toBe('7.15.0');
});

test.each([
  ['another one, named by its path, is asked itself', ['/opt/autocannon', url], ['/opt/autocannon', '-j', url], '7.15.0'],
  ['npx takes the project\'s', ['npx', 'autocannon', url], ['npx', 'autocannon', '-j', url], '9.0.0'],
  ['a script of the user\'s is left alone', ['node', 'bench.js'], ['node', 'bench.js'], '9.0.0'],
  ['JSON that is asked for already is not asked for twice', ['autocannon', '--json', url], ['/repo/node_modules/.bin/autocannon', '--json', url], '9.0.0'],
])('%s', async (_, command, expected, told) => {
  expect(await words(command, manifest)).toEqual(expected);
  expect((await prepare(command, manifest)).facts.harnessVersion).toBe(told);
});

test('"measure" takes the place of -d, in whole seconds; it has none in a script', async () => {
  expect(await words(['autocannon', '-d', '10', url], {}, { measureMs: 2500 })).toEqual(['autocannon', '-j', '-d', '3', url]);
  expect(runner.choices?.(['autocannon', url])).toEqual({ warmup: false, measure: true, filter: null });
  expect(runner.choices?.(['node', 'bench.js'])).toEqual({ warmup: false, measure: false, filter: null });
  expect((await prepare(['node', 'bench.js'], manifest, { measureMs: 2500 })).facts.findings).toMatchObject([{ code: 'BNL025', fix: 'Use the duration in the script that calls autocannon.' }]);
});

test('none anywhere, and no command', async () => {
  await expect(prepare(['/nowhere/autocannon', url])).rejects.toMatchObject({ findings: [{ code: 'BNL010', fix: expect.stringContaining('npm install --save-dev autocannon') }] });
  await expect(prepare(null, manifest)).rejects.toMatchObject({ exitCode: 2, findings: [{ code: 'BNL016' }] });
});
