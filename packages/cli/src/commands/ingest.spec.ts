import * as fc from 'fast-check';
import { Command } from 'commander';
import { readArtefact } from '../artefacts/read-artefact.js';
import { createFakeWorld, type FakeWorld } from '../testing/fake-world.js';
import { UserError } from '../user-error.js';
import { ingestCommand, runIngest, type IngestOptions } from './ingest.js';

const hyperfine = (mean: number) => JSON.stringify({ results: [{ command: 'sleep', mean, stddev: 0.001, median: mean, user: 0, system: 0, min: mean, max: mean, times: [mean, mean * 1.01, mean * 0.99], exit_codes: [0, 0, 0] }] });
const record = (id: string) => `${JSON.stringify({ bench_id: id, metric: 'duration_ms', unit: 'ms', p50: 1, p95: 2, n: 10, timestamp: '2026-11-20T12:00:00Z' })}\n`;
const criterion = (id: string) => ({
  [`target/criterion/${id}/new/benchmark.json`]: JSON.stringify({ group_id: id, function_id: null, value_str: null, throughput: null, full_id: id, directory_name: id }),
  [`target/criterion/${id}/new/sample.json`]: JSON.stringify({ sampling_mode: 'Linear', iters: [1, 2, 3], times: [10, 20, 30] }),
});

const world = (files: Record<string, string>) => createFakeWorld({ files });
const read = async (fake: FakeWorld) => (await readArtefact(fake, 'performance-report', '/repo/.benchline/report.json')).value;
const failure = (fake: FakeWorld, options: IngestOptions) => runIngest(options, fake).then(() => { throw new Error('it did not fail'); }, (cause: unknown) => cause as { exitCode: number; findings: { code: string; what: string; line?: number }[] });

test('output is read without config, without running anything, and marked as measured elsewhere', async () => {
  const fake = world({ 'results.json': hyperfine(0.012) });
  expect(await runIngest({ files: ['results.json'] }, fake)).toMatchObject({ exitCode: 0 });
  const report = await read(fake);
  expect(report).toMatchObject({ project: 'repo', provenance: { measured: 'elsewhere' }, suites: [{ name: 'hyperfine', tool: 'hyperfine', benchmarks: [{ id: 'sleep', status: 'ok' }] }] });
  expect(report.raw).toMatchObject([{ path: 'raw/hyperfine/round-1/results.json' }]);
  expect(report.samples?.path).toMatch(/^samples\/[0-9a-f]{64}\.json\.gz$/);
  expect(await fake.files.readText('/repo/.benchline/raw/hyperfine/round-1/results.json')).toBe(hyperfine(0.012));
  expect(fake.started).toEqual([]);
});

test('every file is a round', async () => {
  const fake = world({ 'a.json': hyperfine(0.012), 'b.json': hyperfine(0.013) });
  await runIngest({ tool: 'hyperfine', files: ['a.json', 'b.json'], suite: 'cli' }, fake);
  const { suites } = await read(fake);
  expect(suites[0]).toMatchObject({ name: 'cli' });
  expect(suites[0]?.benchmarks[0]?.metrics[0]?.rounds).toHaveLength(2);
});

test('a folder of Criterion\'s is read, old runs in it are not', async () => {
  const old = { 'target/criterion/a/base/sample.json': '{"broken"', 'target/criterion/a/report/index.json': 'x' };
  const fake = world({ ...criterion('a'), ...criterion('b'), ...old });
  await runIngest({ files: ['target/criterion'] }, fake);
  expect((await read(fake)).suites[0]?.benchmarks.map(({ id }) => id)).toEqual(['a', 'b']);
});

test('the configured suite of the tool gives its name', async () => {
  const fake = world({ 'results.json': hyperfine(0.012), 'benchline.json': JSON.stringify({ suites: [{ name: 'cli', tool: 'hyperfine', command: ['hyperfine', 'x'] }] }) });
  await runIngest({ files: ['results.json'] }, fake);
  expect((await read(fake)).suites[0]?.name).toBe('cli');
});

describe('--tool-version', () => {
  const toldBy = (version: string) => JSON.stringify({ ...(JSON.parse(hyperfine(0.012)) as object), metadata: { hyperfine_version: version } });

  test('is recorded as stated', async () => {
    const fake = world({ 'a.json': hyperfine(0.012) });
    await runIngest({ files: ['a.json'], toolVersion: '1.18.0' }, fake);
    expect((await read(fake)).suites[0]?.provenance.harness).toEqual({ name: 'hyperfine', version: '1.18.0', outputVersion: '1', versionStated: true });
  });

  test('is nobody\'s word where the output tells the same', async () => {
    const fake = world({ 'a.json': toldBy('1.18.0') });
    await runIngest({ files: ['a.json'], toolVersion: '1.18.0' }, fake);
    expect((await read(fake)).suites[0]?.provenance.harness).not.toHaveProperty('versionStated');
  });

  test('does not overrule the output', async () => {
    const fake = world({ 'a.json': toldBy('1.19.0') });
    expect(await failure(fake, { files: ['a.json'], toolVersion: '1.18.0' })).toMatchObject({ exitCode: 2, findings: [{ code: 'BNL016', what: expect.stringContaining('hyperfine 1.19.0, not 1.18.0') as string }] });
    expect(await fake.files.exists('/repo/.benchline')).toBe(false);
  });
});

test('what a new report replaces of the old one is removed', async () => {
  const fake = world({ 'a.json': hyperfine(0.012), 'b.json': hyperfine(0.013) });
  await runIngest({ files: ['a.json'] }, fake);
  await runIngest({ files: ['b.json'] }, fake);
  const { samples } = await read(fake);
  expect((await fake.files.list('/repo/.benchline/samples')).map(({ name }) => `samples/${name}`)).toEqual([samples?.path]);
});

describe('on any error nothing is written', () => {
  const cases: [string, Record<string, string>, IngestOptions, number, string[]][] = [
    ['every missing path is listed', { 'a.json': hyperfine(1) }, { files: ['a.json', 'gone.json', 'lost.json'] }, 2, ['BNL008', 'BNL008']],
    ['output of no known tool', { 'a.json': '{"x":1}' }, { files: ['a.json'] }, 2, ['BNL016']],
    ['output of two tools', { 'a.json': hyperfine(1), 'b.ndjson': record('a') }, { files: ['a.json', 'b.ndjson'] }, 2, ['BNL016']],
    ['a line that cannot be read', { 'a.ndjson': `${record('a')}{"bench_id":` }, { tool: 'records', files: ['a.ndjson'] }, 2, ['BNL002']],
    ['the wrong tool', { 'a.json': hyperfine(1) }, { tool: 'criterion', files: ['a.json'] }, 2, ['BNL009']],
    ['truncated JSON', { 'a.json': hyperfine(1).slice(0, 60) }, { tool: 'hyperfine', files: ['a.json'] }, 2, ['BNL009', 'BNL002']],
    ['NaN', { 'a.json': '{"results":[{"command":"x","times":[NaN]}]}' }, { tool: 'hyperfine', files: ['a.json'] }, 2, ['BNL009', 'BNL002']],
    ['20,000 levels of nesting', { 'a.json': '['.repeat(20_000) }, { tool: 'hyperfine', files: ['a.json'] }, 2, ['BNL009', 'BNL012']],
    ['an empty file', { 'a.json': '' }, { tool: 'hyperfine', files: ['a.json'] }, 2, ['BNL009', 'BNL002']],
    ['an empty folder\'s worth of output', { 'out/readme.txt': '' }, { files: ['out'] }, 2, ['BNL008']],
    ['one benchmark twice in a file', { 'a.ndjson': record('a') + record('a') }, { tool: 'records', files: ['a.ndjson'] }, 2, ['BNL019']],
  ];
  test.each(cases)('%s', async (...[, files, options, exitCode, codes]) => {
    const fake = world(files);
    const cause = await failure(fake, options);
    expect([cause.exitCode, cause.findings.map(({ code }) => code)]).toEqual([exitCode, codes]);
    expect(await fake.files.exists('/repo/.benchline')).toBe(false);
  });
});

test.each([
  ['go', hyperfine(1), 'it looks like hyperfine: use --tool hyperfine'],
  ['criterion', record('a'), 'it looks like records: use --tool records'],
  ['divan', hyperfine(1), 'it looks like hyperfine: use --tool hyperfine'],
  ['hyperfine', record('a'), 'it looks like records: use --tool records'],
  ['go', 'nothing of anybody', 'the tool ended well but left no results'],
  ['hyperfine', '{"results":[{"command":"x","times":[NaN]}]}', 'its output could not be read'],
] as const)('a file that is not of %s is named, and whose it looks like', async (tool, text, because) => {
  const { findings } = await failure(world({ 'a.txt': text }), { tool, files: ['a.txt'] });
  expect(findings[0]).toMatchObject({ code: 'BNL009', file: '/repo/a.txt', what: `Suite ${tool} measured nothing: ${because}.` });
});

test('a command that took no time is a failed row; the others are read', async () => {
  const fake = world({ 'a.json': '{"results":[{"command":"true","times":[0,0.001]},{"command":"sleep","times":[1,2]}]}' });
  expect(await runIngest({ files: ['a.json'] }, fake)).toMatchObject({ exitCode: 4 });
  const { suites, warnings } = await read(fake);
  expect(suites[0]?.benchmarks.map(({ id, status }) => [id, status])).toEqual([['true', 'failed'], ['sleep', 'ok']]);
  expect(warnings).toMatchObject([{ code: 'BNL064', benchmark: 'true' }]);
});

test('the help lists the tools in order', () => {
  const command = new Command();
  ingestCommand.declare(command);
  const listed = command.options.find(({ long }) => long === '--tool')?.description.replace('whose output it is: auto, ', '').split(', ') ?? [];
  expect(listed.length).toBeGreaterThan(25);
  expect(listed).toEqual([...listed].sort());
});

test('a report that does not conform to its schema costs the last one nothing', async () => {
  const fake = world({ 'a.json': hyperfine(1), 'b.json': hyperfine(2) });
  await runIngest({ files: ['a.json'] }, fake);
  const files = () => fake.files.paths('/repo/.benchline').filter((path) => !path.includes('/unfinished/')).map((path) => [path, fake.files.text(path)]);
  const before = files();
  expect(await failure(fake, { files: ['b.json'], suite: 'x'.repeat(5000) })).toMatchObject({ exitCode: 2, findings: [{ code: 'BNL003' }] });
  expect(files()).toEqual(before);
});

test('a redact pattern applies to the copy that is kept, too', async () => {
  const secret = hyperfine(1).replace('sleep', 'curl tok-abc');
  const fake = world({ 'a.json': secret, 'benchline.json': JSON.stringify({ env: { redact: ['tok-\\w+'] } }) });
  await runIngest({ files: ['a.json'] }, fake);
  expect(await fake.files.readText('/repo/.benchline/raw/hyperfine/round-1/a.json')).not.toContain('tok-abc');
  expect((await read(fake)).suites[0]?.benchmarks[0]?.id).toBe('curl [redacted]');
});

test('whatever a file holds: a report, or findings and nothing written', async () => {
  const hostile = fc.constantFrom('NaN', '\u001b[31m', '::error::x', '<script>', '../../x', '__proto__', 'a|b', 'x\ny');
  const text = fc.oneof(fc.string(), fc.json(), hostile.map((id) => record(id)), hostile.map((id) => hyperfine(1).replace('"sleep"', JSON.stringify(id))));
  const tool = fc.constantFrom('auto', 'criterion', 'hyperfine', 'tinybench', 'benchline', 'records') as fc.Arbitrary<NonNullable<IngestOptions['tool']>>;
  await fc.assert(
    fc.asyncProperty(text, tool, async (content, chosen) => {
      const fake = world({ 'a.json': content });
      const outcome = await runIngest({ tool: chosen, files: ['a.json'] }, fake).catch((cause: unknown) => cause);
      if (outcome instanceof UserError) expect([outcome.exitCode, await fake.files.exists('/repo/.benchline')]).toEqual([2, false]);
      else expect((await read(fake)).suites[0]?.benchmarks.length).toBeGreaterThan(0);
    }),
    { numRuns: 200, seed: 20261120 },
  );
});
