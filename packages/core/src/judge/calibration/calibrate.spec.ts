import { noiseFloor, nullScale, shiftError } from '../noise-floor.js';
import { seriesOf } from '../testing/paired-series.js';
import { policy } from '../testing/reports.js';
import { blindStoredThresholds, blindThresholds } from './blind-thresholds.js';
import { calibrate } from './calibrate.js';

const repeat = (count: number, cv: number, shift = (_: number): number => 1, from = 0) =>
  Array.from({ length: count }, (_, index) => [seriesOf({ cv, rounds: 10, factor: shift(index + from), seed: index + from + 1 })]);

describe('noiseFloor', () => {
  const alternating = (count: number, size: number): number[] => Array.from({ length: count }, (_, index) => (index % 2 === 0 ? size : -size));

  it.each([
    { count: 9, size: 0.5, floor: 0.01 },
    { count: 10, size: 0.01, floor: Math.expm1(4 * 1.4826 * 0.01) },
    { count: 20, size: 0.01, floor: Math.expm1(3 * 1.4826 * 0.01) },
    { count: 20, size: 0.001, floor: 0.01 },
  ])('is $floor for $count comparisons that scatter by $size', ({ count, size, floor }) => {
    expect(noiseFloor(alternating(count, size), alternating(count, 0))).toBeCloseTo(floor, 12);
  });

  it('takes out what sampling explains', () => {
    const estimates = alternating(20, 0.02);
    expect(nullScale(estimates, estimates.map(() => 1.4826 * 0.02))).toBeCloseTo(0, 6);
    expect(nullScale(estimates, estimates.map(() => 0))).toBeCloseTo(1.4826 * 0.02, 12);
    expect(nullScale([], [])).toBe(0);
  });

  it('has the standard error of a shift', () => {
    expect(shiftError(0.03, 10)).toBeCloseTo(0.01372, 4);
  });
});

describe('calibrate', () => {
  it('finds no floor above 1 % where only sampling error scatters', () => {
    const [one] = calibrate({ repetitions: repeat(30, 0.03), policy });
    expect(one).toMatchObject({ suite: 'suite', benchmark: 'a', metric: 'time' });
    expect(one?.nullEstimates).toHaveLength(30);
    expect(one?.floor).toBeLessThan(0.025);
    expect(one?.cv).toBeCloseTo(0.03, 2);
    expect(one?.detectable).toBeCloseTo(Math.expm1((6.1 * Math.log1p(one?.cv ?? 0)) / Math.sqrt(30)), 6);
  });

  it('finds the scatter between builds that no number of rounds takes away', () => {
    const [one] = calibrate({ repetitions: repeat(20, 0.002, (index) => 1 + 0.03 * Math.sin(index * 2)), policy });
    expect(one?.floor).toBeGreaterThan(0.06);
    expect(one?.suggested.warn).toBeCloseTo(2 * (one?.floor ?? 0));
    expect(one?.suggested.fail).toBeCloseTo(2 * (one?.floor ?? 0) + 0.075);
  });

  it('suggests the policy\'s own limits where they can be held', () => {
    expect(calibrate({ repetitions: repeat(12, 0.002), policy })[0]?.suggested).toEqual({ warn: 0.025, fail: 0.1 });
  });

  it('adds to an earlier calibration and keeps what was not measured again', () => {
    const earlier = calibrate({ repetitions: repeat(12, 0.01), policy });
    const other = earlier.map((one) => ({ ...one, benchmark: 'other' }));
    const both = calibrate({ repetitions: repeat(8, 0.01, () => 1, 12), policy, earlier: [...earlier, ...other] });
    expect(both.map(({ benchmark, nullEstimates }) => [benchmark, nullEstimates.length])).toEqual([['other', 12], ['a', 20]]);
    expect(both[1]?.nullEstimates).toEqual(calibrate({ repetitions: repeat(20, 0.01), policy })[0]?.nullEstimates);
  });

  it('leaves out what cannot be compared, and what is exact', () => {
    expect(calibrate({ repetitions: [[seriesOf({ rounds: 0 }), seriesOf({ kind: 'exact' })]], policy })).toEqual([]);
  });
});

describe('blindThresholds', () => {
  it('names what the policy asks for and the machine cannot show', () => {
    const [blind] = blindThresholds(calibrate({ repetitions: repeat(12, 0.08), policy }), policy);
    expect(blind).toMatchObject({ benchmark: 'a', wanted: 0.05 });
    expect(blind?.detectable).toBeGreaterThan(0.05);
    expect(blind?.roundsNeeded).toBeGreaterThan(60);
    expect(blind?.cvNeeded).toBeCloseTo(0.045, 2);
  });

  it('knows that rounds do not beat a floor', () => {
    const [blind] = blindThresholds(calibrate({ repetitions: repeat(20, 0.002, (index) => 1 + 0.03 * Math.sin(index * 2)), policy }), policy);
    expect(blind).toMatchObject({ roundsNeeded: null, cvNeeded: null });
  });

  it('is empty where everything can be seen', () => {
    expect(blindThresholds(calibrate({ repetitions: repeat(12, 0.005), policy }), policy)).toEqual([]);
  });

  it('counts a failure limit below what warnings look for', () => {
    const strict = { ...policy, overrides: [{ suite: null, benchmark: '*', metric: null, warn: null, fail: 0.02, reason: 'hot', expires: null, expired: false }] };
    expect(blindThresholds(calibrate({ repetitions: repeat(12, 0.03), policy }), strict)).toMatchObject([{ wanted: 0.02, rounds: 30 }]);
  });
});

describe('blindStoredThresholds', () => {
  const calibrated = (cv: number) => calibrate({ repetitions: repeat(12, cv), policy });

  it('is empty where one round is enough', () => {
    expect(blindStoredThresholds(calibrated(0.003), policy, () => 1)).toEqual([]);
  });

  it('says how many rounds of a suite would show the warn limit above the noise between jobs', () => {
    const [blind] = blindStoredThresholds(calibrated(0.03), policy, (suite) => (suite === 'suite' ? 5 : 1000));
    expect(blind).toMatchObject({ mode: 'stored', wanted: 0.1, floor: 0.05, rounds: 5 });
    expect(blind?.detectable).toBeGreaterThan(0.1);
    const enough = blind?.roundsNeeded ?? 0;
    expect(blindStoredThresholds(calibrated(0.03), policy, () => enough)).toEqual([]);
    expect(blindStoredThresholds(calibrated(0.03), policy, () => enough - 1)).toHaveLength(1);
  });

  it('knows that a limit below the floor for jobs is never seen', () => {
    const strict = { ...policy, stored: { warn: 0.04, fail: 0.2 } };
    expect(blindStoredThresholds(calibrated(0.003), strict, () => 100)).toMatchObject([{ roundsNeeded: null, cvNeeded: null, floor: 0.05 }]);
  });
});
