import { createFakeWorld, type FakeWorld, type FakeWorldOptions } from '../testing/fake-world.js';
import { runLine } from '../testing/sample-project.js';

const takes = { decode: 90_000, encode: 20_000, hash: 40_000, words: 30_000 };
const names = Object.keys(takes) as (keyof typeof takes)[];

const record = `${JSON.stringify({ bench_id: 'a', metric: 'duration_ms', unit: 'ms', p50: 2, p95: 3, n: 10, timestamp: '2026-11-20T12:00:00Z' })}\n`;
const configs = Object.fromEntries(names.map((name) => [`libs/${name}/benchline.json`, JSON.stringify({ project: name, suites: [{ name: 'all', tool: 'records', command: [`measure-${name}`, '{output}'] }] })]));
const programs = Object.fromEntries(names.map((name) => [`measure-${name}`, (command: { args: readonly string[] }) => ({ takes: takes[name], writes: { [command.args[0] ?? '']: record } })]));

function createRepository({ files, programs: more, ...options }: FakeWorldOptions = {}): FakeWorld {
  return createFakeWorld({ ...options, files: { ...configs, ...files }, programs: { ...programs, ...more } });
}

async function withBaselines(options: FakeWorldOptions = {}): Promise<FakeWorld> {
  const world = createRepository(options);
  for (const name of names) {
    await runLine(world, 'bench', '--project', `libs/${name}`);
    expect(await runLine(world, 'promote', '--reason', 'first', '--project', `libs/${name}`)).toMatchObject({ exitCode: 0 });
  }
  return world;
}

const shard = async (world: FakeWorld, index: number, total: number, ...more: string[]) => (await runLine(world, 'shard', '--index', String(index), '--total', String(total), ...more)).stdout;

it('splits by how long the baselines took to measure', async () => {
  const world = await withBaselines();
  expect(await shard(world, 1, 2)).toBe('decode\n');
  expect(await shard(world, 2, 2)).toBe('encode,hash,words\n');
  const { stdout } = await runLine(world, 'shard', '--index', '2', '--total', '2', '--json');
  expect(JSON.parse(stdout)).toEqual({
    index: 2, total: 2, unknown: [],
    projects: [{ name: 'encode', folder: 'libs/encode', durationMs: 20_000 }, { name: 'hash', folder: 'libs/hash', durationMs: 40_000 }, { name: 'words', folder: 'libs/words', durationMs: 30_000 }],
    shards: [{ projects: ['decode'], expectedMs: 90_000 }, { projects: ['encode', 'hash', 'words'], expectedMs: 90_000 }],
  });
});

it('the host class and the last reports of a machine change nothing: every machine computes the same', async () => {
  const files = Object.fromEntries((await withBaselines()).files.contents);
  const elsewhere = createFakeWorld({ files: Object.fromEntries(Object.entries(files).filter(([path]) => !path.includes('/.benchline/'))), env: { BENCHLINE_HOST_CLASS: 'other' } });
  expect(await shard(elsewhere, 1, 2)).toBe('decode\n');
});

it('without baselines it shares out evenly', async () => {
  const world = createRepository();
  expect([await shard(world, 1, 3), await shard(world, 2, 3), await shard(world, 3, 3), await shard(world, 5, 5)]).toEqual(['decode,words\n', 'encode\n', 'hash\n', '']);
});

it('a baseline that cannot be read, and a config that cannot, still are somebody\'s work', async () => {
  const world = await withBaselines();
  world.files.put('/repo/libs/decode/baselines/current.json', '{ torn');
  world.files.put('/repo/libs/hash/benchline.json', '{ torn');
  const all = [await shard(world, 1, 2, '--format', 'folders'), await shard(world, 2, 2, '--format', 'folders')].join('').trim().split('\n').sort();
  expect(all).toEqual(names.map((name) => `libs/${name}`));
});

const git = { mergeBase: 'b'.repeat(40), defaultBranch: 'origin/main', refs: { 'origin/main': 'c'.repeat(40) } };
const roots: Record<string, string> = { '@acme/decode': 'libs/decode', encode: 'libs/encode', words: 'libs/words', site: 'apps/site' };
const nx: FakeWorldOptions = {
  git,
  files: { 'nx.json': '{}', 'node_modules/.bin/nx': '' },
  programs: {
    '/repo/node_modules/.bin/nx show projects': { prints: '["site","@acme/decode","words"]' },
    '/repo/node_modules/.bin/nx graph': ({ args }) => ({ writes: { [args[1]!.slice('--file='.length)]: JSON.stringify({ graph: { nodes: Object.fromEntries(Object.entries(roots).map(([name, root]) => [name, { data: { root } }])), dependencies: {} } }) } }),
  },
};

it('calls projects as Nx does, and says whom Nx does not know', async () => {
  const { stdout, stderr, exitCode } = await runLine(createRepository(nx), 'shard', '--index', '1', '--total', '1');
  expect([exitCode, stdout]).toEqual([0, '@acme/decode,encode,words\n']);
  expect(stderr).toBe('libs/hash has a Benchline config, and the task runner knows no project there: no shard measures it.\n');
});

it('--affected leaves out what the change does not reach, and what has no benchmarks', async () => {
  expect(await shard(createRepository(nx), 1, 1, '--affected', '--format', 'lines')).toBe('@acme/decode\nwords\n');
});

it('where nobody can tell what is affected, nothing is chosen in silence', async () => {
  const { exitCode, stdout, stderr } = await runLine(createRepository(), 'shard', '--index', '1', '--total', '1', '--affected');
  expect([exitCode, stdout]).toEqual([2, '']);
  expect(stderr).toContain('neither Nx nor Turborepo');
  expect(await runLine(createRepository({ ...nx, git: { ...git, mergeBase: null } }), 'shard', '--index', '1', '--total', '1', '--affected', 'origin/main')).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining('fetch-depth: 0') as string });
});

it.each([
  [['--total', '3'], /Which shard, is not said/],
  [['--index', '1'], /Of how many shards/],
  [['--index', '0', '--total', '3'], /There is no shard 0 of 3/],
  [['--index', '4', '--total', '3'], /the first machine is 1/],
  [['--index', '1', '--total', '0'], /no number of shards/],
  [['--index', '1.5', '--total', '3'], /There is no shard 1\.5/],
  [['--index', '1', '--total', '1', '--format', 'yaml'], /nx, turbo, lines, folders/],
])('refuses %j', async (argv, message) => {
  expect(await runLine(createRepository(), 'shard', ...argv)).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringMatching(message) as string });
});
