import type { PerformanceReport } from '@benchline/core/model';
import { readArtefact } from '../artefacts/read-artefact.js';
import { runBench } from '../commands/bench.js';
import { runIngest, type IngestOptions } from '../commands/ingest.js';
import { createFakeWorld, type FakeWorld } from '../testing/fake-world.js';
import { suiteConfig } from '../testing/suite-config.js';
import { suiteAdapter } from './suite-adapter.js';

const rule = { pattern: '^(?<name>\\S+) took (?<value>\\S+) (?<unit>\\S+)$' };
const suite = { name: 'ours', tool: 'mapping', command: ['measure'], mapping: { lines: [rule] } };
const other = { ...suite, name: 'theirs', mapping: { json: [{ each: '$[*]', id: '{@.b}', value: '@.ms', unit: 'ms' }] } };

function createWorld(suites: object[], prints = 'a took 3 ms\nb took 5 ms\n'): FakeWorld {
  return createFakeWorld({ files: { 'benchline.json': JSON.stringify({ project: 'core', suites }), 'out.txt': prints, 'out.json': '[{"b":"x","ms":4}]' }, programs: { measure: () => ({ takes: 10, prints }) } });
}

const report = async (world: FakeWorld): Promise<PerformanceReport> => (await readArtefact(world, 'performance-report', '/repo/.benchline/report.json')).value;
const numbers = async (world: FakeWorld) => (await report(world)).suites.map(({ name, tool, benchmarks }) => [name, tool, benchmarks.map(({ id, metrics }) => [id, metrics[0]?.summary.p50])]);
const failure = (run: Promise<unknown>) => run.then(() => { throw new Error('it did not fail'); }, (cause: unknown) => cause as { exitCode: number; findings: { code: string; what: string; fix: string; pointer?: string; suite?: string }[] });

test('every other tool is read by its own adapter', async () => {
  expect((await suiteAdapter(suiteConfig({ tool: 'records' }))).tool).toBe('records');
});

describe('output that no adapter knows', () => {
  it('is read by the rules of its suite, round by round', async () => {
    const world = createWorld([{ ...suite, rounds: 2 }]);
    expect(await runBench({}, world)).toMatchObject({ exitCode: 0 });
    expect(await numbers(world)).toEqual([['ours', 'mapping', [['a', 3e6], ['b', 5e6]]]]);
    expect((await report(world)).suites[0]?.benchmarks[0]?.metrics[0]?.rounds).toHaveLength(2);
  });

  it('is ingested by the rules of the only suite, or of the one that is named', async () => {
    const ingest = async (suites: object[], options: IngestOptions) => {
      const world = createWorld(suites);
      await runIngest({ tool: 'mapping', ...options }, world);
      return numbers(world);
    };
    expect(await ingest([suite], { files: ['out.txt'] })).toEqual([['ours', 'mapping', [['a', 3e6], ['b', 5e6]]]]);
    expect(await ingest([suite, other], { files: ['out.json'], suite: 'theirs' })).toEqual([['theirs', 'mapping', [['x', 4e6]]]]);
  });

  it('is not read by guess: several suites, another name, none at all', async () => {
    const ingest = (suites: object[], options: Partial<IngestOptions> = {}) => failure(runIngest({ tool: 'mapping', files: ['out.txt'], ...options }, createWorld(suites)));
    expect(await ingest([suite, other])).toMatchObject({ exitCode: 2, findings: [{ code: 'BNL016', fix: 'Name it: --suite ours|theirs.' }] });
    expect(await ingest([suite, other], { suite: 'nobody' })).toMatchObject({ exitCode: 2, findings: [{ code: 'BNL016' }] });
    expect(await ingest([])).toMatchObject({ exitCode: 2, findings: [{ code: 'BNL016', fix: expect.stringContaining('"mapping"') }] });
  });

  it('is refused before anything runs where a rule cannot be', async () => {
    const world = createWorld([{ ...suite, mapping: { lines: [{ pattern: '(?<value>[' }, rule] } }]);
    expect(await failure(runBench({}, world))).toMatchObject({ exitCode: 2, findings: [{ code: 'BNL003', suite: 'ours', pointer: '/lines/0/pattern' }] });
    expect(world.started).toEqual([]);
  });

  it('measured nothing where no rule finds anything (T7)', async () => {
    expect(await failure(runBench({}, createWorld([suite], 'all is well\n')))).toMatchObject({ exitCode: 2, findings: [{ code: 'BNL009' }, { code: 'BNL002', what: expect.stringContaining('rule 1 matches nothing') }] });
  });

  it.each([
    ['no rules', { ...suite, mapping: undefined }, '/suites/0/mapping'],
    ['rules of another tool', { ...suite, tool: 'records', files: ['a'] }, '/suites/0/mapping'],
    ['two forms at once', { ...suite, mapping: { ...suite.mapping, ...other.mapping } }, '/suites/0/mapping'],
    ['a rule without its pattern', { ...suite, mapping: { lines: [{ unit: 'ms' }] } }, '/suites/0/mapping/lines/0'],
  ])('needs a config that can be: %s', async (_what, broken, pointer) => {
    expect(await failure(runBench({}, createWorld([broken])))).toMatchObject({ exitCode: 2, findings: [expect.objectContaining({ code: 'BNL003', pointer })] });
  });
});
