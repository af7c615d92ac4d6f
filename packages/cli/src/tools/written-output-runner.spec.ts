import { createFakeWorld } from '../testing/fake-world.js';
import { suiteConfig } from '../testing/suite-config.js';
import { writtenOutputRunner } from './written-output-runner.js';

const place = { round: 1, folder: '/repo/raw/round-1', shown: 'raw/round-1' };
const result = { outcome: 'exited', code: 0, stdout: '', stderr: '', durationMs: 1 } as const;

async function prepare(suite = {}, files = {}) {
  const world = createFakeWorld({ files });
  const run = { suite: suiteConfig({ files: ['out.ndjson'], ...suite }), projectRoot: '/repo', folder: '/repo', env: {} };
  return { world, prepared: await writtenOutputRunner('records').prepare(run, world) };
}

test('a file written by the run is read, and a copy kept', async () => {
  const { world, prepared } = await prepare();
  await prepared.plan(place);
  world.files.put('/repo/out.ndjson', 'new\n');
  expect((await prepared.collect(place, result)).files).toEqual([{ path: 'raw/round-1/1-out.ndjson', text: 'new\n' }]);
  expect(await world.files.readText('/repo/raw/round-1/1-out.ndjson')).toBe('new\n');
});

test('a file of an earlier run is not read as new', async () => {
  const { prepared } = await prepare({}, { 'out.ndjson': 'old\n' });
  await prepared.plan(place);
  expect((await prepared.collect(place, result)).files).toEqual([]);
});

test('the same content written anew is new', async () => {
  const { world, prepared } = await prepare({}, { 'out.ndjson': 'same\n' });
  await prepared.plan(place);
  world.advance(1000);
  world.files.put('/repo/out.ndjson', 'same\n');
  expect((await prepared.collect(place, result)).files).toMatchObject([{ text: 'same\n' }]);
});

test('of a file that is appended to only the new lines count, in their places', async () => {
  const { world, prepared } = await prepare({}, { 'out.ndjson': 'one\ntwo\n' });
  await prepared.plan(place);
  world.files.put('/repo/out.ndjson', 'one\ntwo\nthree\n');
  expect((await prepared.collect(place, result)).files).toMatchObject([{ text: '\n\nthree\n' }]);
});

test('{output} is a file in the round\'s folder', async () => {
  const { world, prepared } = await prepare({ files: [], command: ['bench', '--out={output}', '--seed', '{seed}'], seed: '7' });
  const { args, env } = await prepared.plan(place);
  expect(args).toEqual(['--out=/repo/raw/round-1/output.ndjson', '--seed', '7']);
  expect(env).toMatchObject({ BENCHLINE_OUTPUT: '/repo/raw/round-1/output.ndjson', BENCHLINE_SEED: '7' });
  world.files.put('/repo/raw/round-1/output.ndjson', 'x');
  expect((await prepared.collect(place, result)).files).toEqual([{ path: 'raw/round-1/output.ndjson', text: 'x' }]);
});

test('a suite without a command is refused', async () => {
  await expect(prepare({ command: null })).rejects.toMatchObject({ exitCode: 2, findings: [{ code: 'BNL016' }] });
});

test('where neither a file nor {output} is named, standard output is read', async () => {
  const { world, prepared } = await prepare({ files: [] });
  await prepared.plan(place);
  world.files.put('/repo/raw/round-1/stdout.txt', 'printed\n');
  expect((await prepared.collect(place, result)).files).toEqual([{ path: 'raw/round-1/stdout.txt', text: 'printed\n' }]);
});
