import { readFixtures } from '../testing/fixtures.js';
import { criterion } from './criterion.js';

const fixtures = readFixtures();
const filesOf = (name: string) => fixtures.find((fixture) => fixture.name === `criterion/${name}`)?.files ?? [];
const read = (name: string) => criterion.parse(filesOf(name));
const estimate = (name: string, path: string) => (JSON.parse(filesOf(name).find((file) => file.path === path)?.text ?? '') as { mean: { point_estimate: number } }).mean.point_estimate;
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('traps', () => {
  it.each([
    ['v0.8-both-and-bits', 'checksum/both'],
    ['v0.8-both-and-bits', 'checksum/bits'],
    ['linear-bytes', 'count_commas/iter/1024'],
    ['flat-elements', 'elems/sum'],
  ])('T1: times are totals of batches: in %s, the quotients of %s have the mean that Criterion itself gives', (name, folder) => {
    const id = (JSON.parse(filesOf(name).find(({ path }) => path === `${folder}/new/benchmark.json`)?.text ?? '') as { full_id: string }).full_id;
    const times = read(name).readings.find(({ benchmark, metric }) => benchmark.id === id && metric?.name === 'time');
    expect(times?.metric?.kind).toBe('batch-mean');
    expect(mean(times?.values ?? []) / estimate(name, `${folder}/new/estimates.json`)).toBeCloseTo(1, 12);
  });

  it('T2: what two crates of one id leave is told apart by nothing, so neither counts', () => {
    expect(read('same-id-twice')).toMatchObject({ readings: [{ benchmark: { id: 'other' } }, { benchmark: { id: 'parse' }, status: 'failed' }], findings: [{ code: 'BNL037' }, { code: 'BNL019', benchmark: 'parse' }] });
  });

  it('T2: what an earlier run left is not this run\'s: base, change and named baselines', () => {
    expect(filesOf('stale-only').length).toBeGreaterThan(5);
    expect(read('stale-only')).toMatchObject({ readings: [], findings: [] });
  });

  it('T2: a pruned base takes nothing from the new result', () => {
    expect(filesOf('pruned-base').some(({ path }) => path.endsWith('base/sample.json'))).toBe(false);
    expect(read('pruned-base')).toMatchObject({ readings: [{ status: 'ok' }, { status: 'ok' }, { status: 'ok' }], findings: [] });
  });

  it('T12: a change is a fraction without a verdict, and is not read', () => {
    const changed = filesOf('linear-bytes').filter(({ path }) => path.includes('/change/'));
    expect(changed.length).toBeGreaterThan(0);
    expect(criterion.parse(filesOf('linear-bytes').filter((file) => !changed.includes(file)))).toEqual(read('linear-bytes'));
  });

  it('T22: two samples of --quick are warned of', () => {
    expect(read('quick')).toMatchObject({ readings: [{ values: [expect.any(Number), expect.any(Number)] }, {}, {}], findings: [{ code: 'BNL037', level: 'warning', benchmark: 'checksum/both' }] });
    expect(read('v0.8-both-and-bits').findings).toEqual([]);
  });
});

/** Divided by hand from the first entries of sample.json, and the amounts of benchmark.json. */
test('throughput of Criterion 0.8: elements and bytes together, and bits', () => {
  const first = Object.fromEntries(read('v0.8-both-and-bits').readings.map(({ benchmark, metric, values }) => [`${benchmark.id} ${metric?.name}`, [values?.[0], metric?.unit]]));
  expect(first).toEqual({
    'checksum/bits time': [expect.closeTo(2234.730837789661, 3), 'ns'],
    'checksum/bits throughput': [expect.closeTo(1832882927.43626, 3), 'B/s'],
    'checksum/both time': [expect.closeTo(2226.90437845999, 3), 'ns'],
    'checksum/both throughput': [expect.closeTo(1839324597.6877456, 3), 'B/s'],
    'checksum/both elements': [expect.closeTo(7184861.709717756, 3), 'ops/s'],
  });
});
