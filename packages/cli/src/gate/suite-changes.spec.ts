import type { Comparison, ComparisonRow, Config, Difference } from '@benchline/core/model';
import { loadConfig } from '../config/load-config.js';
import { createFakeWorld } from '../testing/fake-world.js';
import { suiteChanges } from './suite-changes.js';

async function configOf(suite: object): Promise<Config> {
  const written = { project: 'api', suites: [{ name: 's', tool: 'records', command: ['x'], files: ['out.json'], ...suite }] };
  return (await loadConfig(createFakeWorld({ files: { 'benchline.json': JSON.stringify(written) } }), {})).config;
}

/** A comparison in which one row was not compared, since the two sides differ in these fields. */
function refusing(...fields: string[]): Comparison {
  const differences = fields.map((field): Difference => ({ field, base: 'a', head: 'b' }));
  const row: Partial<ComparisonRow> = { suite: 's', benchmark: 'b', verdict: 'not-comparable', differences };
  return { rows: [row] } as Partial<Comparison> as Comparison;
}

it.each<[string, object, object, string[]]>([
  ['another dataset', { dataset: 'large' }, { dataset: 'small' }, ['a suite s with the dataset large']],
  ['a dataset', {}, { dataset: 'small' }, ['a suite s without a dataset']],
  ['another number of threads', { threads: 1 }, { threads: 8 }, ['a suite s with threads 1']],
  ['a number of threads', {}, { threads: 8 }, ['a suite s without a number of threads']],
  ['another tool', {}, { tool: 'bmf' }, ['a suite s of the tool records']],
])('%s, so that nothing can be compared, is as good as not measured', async (_, before, after, unmeasured) => {
  const [own, reviewed] = [await configOf(after), await configOf(before)];
  expect(suiteChanges(own, reviewed, refusing('dataset'))).toEqual({ weaker: [], unmeasured });
  expect(suiteChanges(reviewed, reviewed, refusing('dataset'))).toEqual({ weaker: [], unmeasured: [] });
});

it('where the host differs nothing could have been compared anyway, and where all was compared nothing is lost', async () => {
  const [own, reviewed] = [await configOf({ dataset: 'small' }), await configOf({})];
  expect(suiteChanges(own, reviewed, refusing('host', 'dataset'))).toEqual({ weaker: [], unmeasured: [] });
  expect(suiteChanges(own, reviewed, { rows: [] } as Partial<Comparison> as Comparison)).toEqual({ weaker: [], unmeasured: [] });
});

it.each<[string, object]>([['another command', { command: ['y'] }], ['variables', { env: { A: '1' } }], ['another build', { build: ['make', 'fast'] }], ['another seed', { seed: '2' }]])('%s is told where rows cannot be compared any more', async (_, after) => {
  const [own, reviewed] = [await configOf(after), await configOf({})];
  expect(suiteChanges(own, reviewed, refusing('build'))).toEqual({ weaker: ['how s is started, and 1 of its rows cannot be compared'], unmeasured: [] });
  expect(suiteChanges(own, reviewed, null).weaker).toEqual([]);
});
