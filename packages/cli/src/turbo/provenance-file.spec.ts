import { createFakeWorld, type FakeWorldOptions } from '../testing/fake-world.js';
import { runLine } from '../testing/sample-project.js';

const record = `${JSON.stringify({ bench_id: 'a', metric: 'duration_ms', unit: 'ms', p50: 2, p95: 3, n: 10, timestamp: '2026-11-20T12:00:00Z' })}\n`;
const hyperfine = JSON.stringify({ results: [{ command: 'work', mean: 1, times: [1, 1, 1] }] });
const suite = { name: 'all', tool: 'hyperfine', command: ['hyperfine', 'work'] };
const file = '/repo/.benchline-provenance.json';

function createRepository({ files, programs, ...options }: FakeWorldOptions = {}) {
  return createFakeWorld({
    ...options,
    files: {
      'turbo.json': '{}',
      'packages/a/package.json': '{"name":"a"}',
      'packages/a/benchline.json': JSON.stringify({ suites: [suite] }),
      'packages/b/benchline.json': JSON.stringify({ project: 'b', suites: [{ name: 'all', tool: 'records', command: ['measure', '{output}'] }] }),
      'packages/broken/benchline.json': '{ torn',
      ...files,
    },
    programs: {
      'hyperfine --version': { prints: 'hyperfine 1.18.0\n' },
      hyperfine: ({ args }) => ({ writes: { [args[args.indexOf('--export-json') + 1] ?? '']: hyperfine } }),
      measure: ({ args }) => ({ writes: { [args[0] ?? '']: record } }),
      ...programs,
    },
  });
}

/** The same machine in a task of turbo, a moment later. */
async function inTask({ before = {}, now = {} }: { before?: FakeWorldOptions; now?: FakeWorldOptions }, project = 'packages/a') {
  const outside = createRepository(before);
  expect((await runLine(outside, 'fingerprint', '--out', '.benchline-provenance.json')).exitCode).toBe(0);
  const world = createRepository({ ...now, files: { [file]: outside.files.text(file), ...now.files }, env: { TURBO_HASH: 'b17f94c22d3388c4', ...now.env } });
  return { world, ...(await runLine(world, 'bench', '--project', project)) };
}

it('the file holds the machine and what the tools of every project say, and is the same each time', async () => {
  const world = createRepository();
  expect(await runLine(world, 'fingerprint', '--out', '.benchline-provenance.json')).toEqual({ exitCode: 0, stderr: '', stdout: 'host 0123456789abcdef\nhyperfine --version: hyperfine 1.18.0\n' });
  const text = world.files.text(file);
  expect(JSON.parse(text)).toEqual({ schemaVersion: 1, benchline: expect.any(String) as string, host: 'host 0123456789abcdef', toolchain: { 'hyperfine --version': 'hyperfine 1.18.0' } });
  world.advance(60_000);
  await runLine(world, 'fingerprint', '--out', '.benchline-provenance.json');
  expect(world.files.text(file)).toBe(text);
});

it('machines of one class write the same file, and a class in the shared config is one too', async () => {
  const write = async (options: FakeWorldOptions) => {
    const world = createRepository(options);
    await runLine(world, 'fingerprint', '--out', '.benchline-provenance.json');
    return world.files.text(file);
  };
  const ci = { BENCHLINE_HOST_CLASS: 'ci' };
  expect(await write({ env: ci, host: { fingerprint: 'f'.repeat(16) } })).toBe(await write({ env: ci }));
  expect(await write({ files: { 'benchline.json': '{"host":{"class":"ci"}}' } })).toBe(await write({ env: ci }));
  expect(await write({ programs: { 'hyperfine --version': { prints: 'hyperfine 1.19.0' } } })).not.toBe(await write({}));
});

it('a tool that is missing is written as such, and is no error', async () => {
  const world = createRepository({ programs: { 'hyperfine --version': { outcome: 'not-found' } } });
  expect((await runLine(world, 'fingerprint', '--out', '.benchline-provenance.json')).stdout).toContain('hyperfine --version: nothing');
});

it('bench measures in a task whose file says what is, and records the task\'s hash', async () => {
  const { world, exitCode, stderr } = await inTask({});
  expect([exitCode, stderr]).toEqual([0, expect.not.stringContaining('BNL')]);
  expect(JSON.parse(world.files.text('/repo/packages/a/.benchline/report.json'))).toMatchObject({ provenance: { taskHash: 'b17f94c22d3388c4' } });
});

it('a change of a tool that the project does not use is not its concern', async () => {
  expect((await inTask({ now: { programs: { 'hyperfine --version': { prints: 'hyperfine 2.0.0' } } } }, 'packages/b')).exitCode).toBe(0);
});

it('outside of turbo nobody asks for the file', async () => {
  expect((await runLine(createRepository(), 'bench', '--project', 'packages/a')).exitCode).toBe(0);
});

it.each<[string, { before?: FakeWorldOptions; now?: FakeWorldOptions }, RegExp]>([
  ['another tool', { now: { programs: { 'hyperfine --version': { prints: 'hyperfine 1.19.0' } } } }, /hyperfine --version said "hyperfine 1\.18\.0" when the file was written, and says "hyperfine 1\.19\.0" here/],
  ['a tool that went away', { now: { programs: { 'hyperfine --version': { code: 1 } } } }, /says nothing here/],
  ['another machine', { now: { host: { fingerprint: 'f'.repeat(16) } } }, /the file says host 0123456789abcdef, and this is host f{16}/],
  ['a class that the task does not see', { before: { env: { BENCHLINE_HOST_CLASS: 'ci' } } }, /the file says class ci/],
  ['a tool that is new', { now: { files: { 'packages/a/benchline.json': JSON.stringify({ suites: [{ name: 'all', tool: 'deno' }] }) } } }, /the file does not know deno --version/],
  ['a torn file', { now: { files: { [file]: '{"schemaVersion":1' } } }, /cannot be read/],
  ['a file of another version', { now: { files: { [file]: '{"schemaVersion":1,"benchline":"0.0.1","host":"host x","toolchain":{}}' } } }, /written by Benchline 0\.0\.1/],
])('bench refuses to record under the key of %s', async (_, worlds, why) => {
  const { world, exitCode, stderr } = await inTask(worlds);
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(why);
  expect(stderr).toContain('BNL057');
  expect(stderr).toContain('benchline fingerprint --out .benchline-provenance.json && turbo run bench');
  expect(await world.files.exists('/repo/packages/a/.benchline/report.json')).toBe(false);
});

it('bench refuses to record where the file was never written', async () => {
  const world = createRepository({ env: { TURBO_HASH: 'x' } });
  expect(await runLine(world, 'bench', '--project', 'packages/a')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('.benchline-provenance.json is missing') as string });
});

it('a tool that tells its version and ends with an error is known by it', async () => {
  const load = { name: 'api', tool: 'wrk', command: ['wrk', 'http://127.0.0.1:1/'] };
  const world = createRepository({ files: { 'packages/c/benchline.json': JSON.stringify({ project: 'c', suites: [load] }) }, programs: { 'wrk -v': { prints: 'wrk 4.1.0 [epoll]\n', code: 1 } } });
  expect((await runLine(world, 'fingerprint', '--out', '.benchline-provenance.json')).exitCode).toBe(0);
  expect(JSON.parse(world.files.text(file))).toMatchObject({ toolchain: { 'wrk -v': 'wrk 4.1.0 [epoll]' } });
});
