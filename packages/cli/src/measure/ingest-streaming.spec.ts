import { gunzipSync } from 'node:zlib';
import { readArtefact } from '../artefacts/read-artefact.js';
import { runIngest } from '../commands/ingest.js';
import type { Files } from '../ports/files.js';
import { createFakeWorld, type FakeWorld, type FakeWorldOptions } from '../testing/fake-world.js';
import { measureRound } from './measure-round.js';
import { createRedactor } from './redaction.js';
import { createSuiteRun } from './suite-run.js';
import { suiteConfig } from '../testing/suite-config.js';

const mebibyte = 1024 * 1024;
const record = (id: string, notes = '') => JSON.stringify({ bench_id: id, metric: 'duration_ms', unit: 'ms', p50: 1, p95: 2, n: 10, timestamp: 't', notes });

/** Which whole texts were asked for, and a file that is made while it is read: 100 MiB of lines, more than a whole text may have. */
function watched(options: FakeWorldOptions = {}): { world: FakeWorld; texts: string[] } {
  const fake = createFakeWorld({ files: { 'large.ndjson': `${record('head')}\n` }, ...options });
  const texts: string[] = [];
  const readText: Files['readText'] = (path, limit) => {
    texts.push(path);
    return fake.files.readText(path, limit);
  };
  async function* readLines(path: string): AsyncGenerator<string[]> {
    if (!path.endsWith('large.ndjson')) return yield* fake.files.readLines(path) as AsyncGenerator<string[]>;
    for (let index = 0; index < 100; index += 1) yield [record(`bench ${index}`, 'x'.repeat(mebibyte))];
    yield [''];
  }
  return { world: { ...fake, files: { ...fake.files, readText, readLines } }, texts };
}

const report = async (world: FakeWorld) => (await readArtefact(world, 'performance-report', '/repo/.benchline/report.json')).value;
const failure = (run: Promise<unknown>) => run.then(() => { throw new Error('it did not fail'); }, (cause: unknown) => cause as { exitCode: number; findings: { code: string }[] });

describe('output that can be read line by line', () => {
  it.each(['auto', 'records'] as const)('may be larger than any text that is held, with --tool %s', async (tool) => {
    const { world, texts } = watched();
    expect(await runIngest({ tool, files: ['large.ndjson'] }, world)).toMatchObject({ exitCode: 0 });
    expect((await report(world)).suites[0]?.benchmarks).toHaveLength(100);
    expect(texts.filter((path) => path.endsWith('.ndjson'))).toEqual([]);
  });

  it('is read so after a run of the tool, too', async () => {
    const { world, texts } = watched({ programs: { measure: () => ({ takes: 10, writes: { 'output.ndjson': 'x'.repeat(5 * mebibyte) } }) } });
    const files: Files = { ...world.files, readLines: async function* () { yield [record('a'), record('b'), '']; } };
    const run = await createSuiteRun(suiteConfig({ tool: 'records' }), '/repo', world);
    const prepared = {
      facts: { command: ['measure'], harnessVersion: null, toolchain: [], build: { profile: null, flags: [] }, findings: [] },
      build: null,
      plan: async () => ({ program: 'measure', args: [], env: {} }),
      collect: async () => ({ files: [{ path: 'round-1/output.ndjson', from: '/repo/round-1/output.ndjson' }], findings: [] }),
    };
    const parsed = await measureRound({ run, prepared, place: { round: 1, folder: '/repo/round-1', shown: 'round-1' }, redactor: createRedactor([], world.host) }, { ...world, files });
    expect(parsed.readings.map(({ benchmark }) => benchmark.id)).toEqual(['a', 'b']);
    expect(texts).toEqual([]);
  });
});

it('output that must be read whole has a limit, which is named', async () => {
  const fake = createFakeWorld({ files: { 'a.json': Buffer.alloc(65 * mebibyte, ' ') } });
  expect(await failure(runIngest({ tool: 'hyperfine', files: ['a.json'] }, fake))).toMatchObject({ exitCode: 2, findings: [{ code: 'BNL012', what: expect.stringContaining(`at most ${64 * mebibyte} B`) }] });
});

it('more benchmarks than a report can have are refused as soon as they are counted', async () => {
  const fake = createFakeWorld({ files: { 'a.txt': `goos: linux\n${Array.from({ length: 200_001 }, (_, index) => `BenchmarkA/n=${index} 1 2 ns/op`).join('\n')}\n` } });
  expect(await failure(runIngest({ tool: 'go', files: ['a.txt'] }, fake))).toMatchObject({ exitCode: 2, findings: [{ code: 'BNL012', what: expect.stringContaining('at most 200000 benchmarks in a suite, found 200001') }] });
});

const criterion = (count: number) => Object.fromEntries(
  Array.from({ length: count }, (_, index) => [
    [`out/g/b${index}/new/benchmark.json`, JSON.stringify({ group_id: 'g', function_id: `b${index}`, value_str: null, throughput: null, full_id: `g/b${index}` })],
    [`out/g/b${index}/new/sample.json`, '{"iters":[1,2,3],"times":[10,20,30],"note":"tok-secret"}'],
    [`out/g/b${index}/new/estimates.json`, '{}'],
    [`out/g/b${index}/new/tukey.json`, '[]'],
  ]).flat(),
);

describe('a folder of very many files', () => {
  it('is read file by file, of which only those that say something are opened', async () => {
    const { world, texts } = watched({ files: criterion(30) });
    await runIngest({ files: ['out'] }, world);
    expect(texts.filter((path) => path.startsWith('/repo/out/')).map((path) => path.split('/').at(-1))).toEqual(Array.from({ length: 30 }, () => ['benchmark.json', 'sample.json']).flat());
    expect((await report(world)).raw.map(({ path }) => path.split('/').at(-1))).not.toContain('estimates.json');
  });

  it('is kept as one archive, redacted', async () => {
    const fake = createFakeWorld({ files: { ...criterion(501), 'benchline.json': JSON.stringify({ env: { redact: ['tok-\\w+'] } }) } });
    await runIngest({ files: ['out'] }, fake);
    const { raw, suites } = await report(fake);
    expect(suites[0]?.benchmarks).toHaveLength(501);
    expect(raw).toMatchObject([{ path: 'raw/criterion/round-1.tar' }]);
    const archive = Buffer.from(await fake.files.readBytes('/repo/.benchline/raw/criterion/round-1.tar')).toString('latin1');
    expect([archive.includes('g/b500/new/sample.json'), archive.includes('[redacted]'), archive.includes('tok-secret')]).toEqual([true, true, false]);
    expect(await fake.files.digest('/repo/.benchline/raw/criterion/round-1.tar')).toMatchObject({ digest: raw[0]?.digest, bytes: raw[0]?.bytes });
  });
});

describe('what is kept of a large file', () => {
  const large = (secret: string) => `${Array.from({ length: 2000 }, (_, index) => record(`bench ${index}`, secret)).join('\r\n')}\r\n`;

  it('is the file itself, byte for byte', async () => {
    const fake = createFakeWorld({ files: { 'a.ndjson': large('') } });
    await runIngest({ files: ['a.ndjson'] }, fake);
    expect(fake.files.text('/repo/.benchline/raw/records/round-1/a.ndjson')).toBe(large(''));
  });

  it('is redacted line by line', async () => {
    const { world, texts } = watched({ files: { 'a.ndjson': large('tok-abc'), 'benchline.json': JSON.stringify({ env: { redact: ['tok-\\w+'] } }) } });
    await runIngest({ files: ['a.ndjson'] }, world);
    expect(world.files.text('/repo/.benchline/raw/records/round-1/a.ndjson') === large('[redacted]')).toBe(true);
    expect(texts.filter((path) => path.endsWith('.ndjson'))).toEqual([]);
  });
});

describe('Ctrl-C', () => {
  it.each([
    ['while output is read', 'readLines'],
    ['while it is copied', 'copy'],
  ] as const)('%s leaves nothing behind', async (_when, operation) => {
    const fake = createFakeWorld({ files: { 'a.ndjson': `${record('a')}\n${record('b')}\n`, 'b.ndjson': `${record('a')}\n` } });
    const interrupt = <T>(work: T): T => { fake.abort('SIGINT'); return work; };
    const files: Files = { ...fake.files, ...(operation === 'copy' ? { copy: (from, to) => interrupt(fake.files.copy(from, to)) } : { readLines: (path) => interrupt(fake.files.readLines(path)) }) };
    expect(await failure(runIngest({ files: ['a.ndjson', 'b.ndjson'] }, { ...fake, files }))).toMatchObject({ findings: [{ code: 'BNL021' }] });
    expect(await fake.files.exists('/repo/.benchline')).toBe(false);
  });

  it('leaves the last report and what belongs to it untouched', async () => {
    const fake = createFakeWorld({ files: { 'a.ndjson': `${record('a')}\n` } });
    await runIngest({ files: ['a.ndjson'] }, fake);
    const kept = () => fake.files.paths('/repo/.benchline').map((path) => [path, fake.files.text(path)]);
    const before = kept();
    const files: Files = { ...fake.files, copy: () => { fake.abort('SIGTERM'); return Promise.reject(new Error('cut off')); } };
    await failure(runIngest({ files: ['a.ndjson'] }, { ...fake, files }));
    expect(kept()).toEqual(before);
  });
});

it('samples are one gzip stream whatever the number of pieces', async () => {
  const files = { 'a.json': JSON.stringify({ results: [{ command: 'sleep', times: Array.from({ length: 200_000 }, (_, index) => 1 + index / 1e6) }] }) };
  const fake = createFakeWorld({ files });
  await runIngest({ tool: 'hyperfine', files: ['a.json'] }, fake);
  const { samples } = await report(fake);
  const text = gunzipSync(await fake.files.readBytes(`/repo/.benchline/${samples?.path}`)).toString();
  expect((JSON.parse(text) as { suites: { rounds: { values: number[] }[][] }[] }).suites[0]?.rounds[0]?.[0]?.values).toHaveLength(200_000);
  expect(fake.files.paths('/repo/.benchline/samples')).toHaveLength(1);
});
