import { readFixtures } from '../testing/fixtures.js';
import { cargoCriterion } from './cargo-criterion.js';

const fixtures = readFixtures();
const filesOf = (name: string) => fixtures.find((fixture) => fixture.name === `cargo-criterion/${name}`)?.files ?? [];
const read = (name: string) => cargoCriterion.parse(filesOf(name));
const timesOf = (name: string, id: string) => read(name).readings.find(({ benchmark, metric }) => benchmark.id === id && metric?.name === 'time')?.values ?? [];
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const median = (values: readonly number[]) => {
  const sorted = [...values].sort((a, b) => a - b);
  return ((sorted[sorted.length / 2 - 1] ?? 0) + (sorted[sorted.length / 2] ?? 0)) / 2;
};

describe('traps', () => {
  it.each([
    ['first-run', 'checksum/256', 213.2206250534961, 187.5845754772916, 640.7044423692636],
    ['first-run', 'checksum/4096', 5171.62583951754, 4846.808875456963, 2255.8283898305085],
    ['second-run', 'checksum/256', 286.99584917960556, 279.0839378632777, 134.40763379516434],
    ['second-run', 'checksum/4096', 6206.9327115376755, 6404.980952380953, 2333.1071428571427],
  ])('T1: measured_values are totals of batches: of %s, %s the quotients have the mean and median that the tool itself gives', (name, id, toldMean, toldMedian, first) => {
    const times = timesOf(name, id);
    expect([times.length, times[0]]).toEqual([20, first]);
    expect([mean(times) / toldMean, median(times) / toldMedian]).toEqual([expect.closeTo(1, 12), expect.closeTo(1, 12)]);
  });

  it('T12: a change of 0.346 with the unit % is 34.6 %; no change is read at all', () => {
    expect(JSON.stringify(filesOf('second-run'))).toContain('0.34600416403244094');
    expect(JSON.stringify(read('second-run'))).not.toContain('0.346');
    expect(read('second-run').readings.map(({ metric }) => metric?.unit)).toEqual(['ns', 'B/s', 'ns', 'B/s']);
  });

  it('T7: a group names benchmarks that did not run; they are none', () => {
    expect(JSON.stringify(filesOf('nothing-measured'))).toContain('checksum/256');
    expect(read('nothing-measured')).toMatchObject({ readings: [], findings: [] });
  });

  it('T16: the folder of reports is absolute and no part of anything', () => {
    expect(JSON.stringify(read('first-run'))).not.toContain('/home/dev');
  });

  it('T22: few samples are warned of', () => {
    expect(read('unreadable').findings.find(({ code }) => code === 'BNL037')?.what).toBe('Fewer than 10 samples in one run: both, elements, twice.');
  });
});

test('throughput is amount over time, elements beside bytes a metric of their own', () => {
  const rows = read('unreadable').readings.filter(({ status }) => status === 'ok').map(({ benchmark, metric, values }) => [benchmark.id, metric?.name, metric?.unit, values]);
  expect(rows).toEqual([
    ['both', 'time', 'ns', [5, 10]],
    ['both', 'throughput', 'B/s', [20e9, 10e9]],
    ['both', 'elements', 'ops/s', [0.6e9, 0.3e9]],
    ['elements', 'time', 'ns', [4, 8]],
    ['elements', 'throughput', 'ops/s', [0.5e9, 0.25e9]],
  ]);
});

test('what is measured in another unit than time is not taken for one', () => {
  expect(read('unreadable').findings[0]).toMatchObject({ code: 'BNL002', benchmark: 'cycles', line: 1 });
});
