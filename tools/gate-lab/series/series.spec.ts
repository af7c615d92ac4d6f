import { createRandom } from '../../../packages/core/src/stats/random.js';
import { planJob } from '../collect/plan.js';
import { flatRun } from '../data/run-summary.js';
import { clusteredRate } from '../experiments/tally.js';
import { slowHostMix, stepLoad } from './disturb.js';
import { relabel } from './relabel.js';
import { lookBlocks, RUNS_A_BLOCK, type Series } from './series.js';

const record = (length: number) => ({ benchmark: 'b', cv: 0, plainCv: 0, runs: Array.from({ length }, (_, place) => flatRun(1000 + place)) });
const places = ({ looks, confirmation }: Series, arm: 'a' | 'b') => [...looks[arm], ...confirmation[arm]].map(({ low }) => low - 1000);

describe('relabelling a record', () => {
  it('uses every run of the window once, and keeps blocks together', () => {
    const series = relabel(record(80), createRandom(1));
    const [a, b] = [places(series, 'a'), places(series, 'b')];
    expect([...a, ...b].sort((x, y) => x - y)).toEqual(Array.from({ length: 80 }, (_, place) => place));
    for (const arm of [a, b]) arm.forEach((place, index) => expect(Math.floor(place / 10)).toBe(Math.floor(index / RUNS_A_BLOCK)));
  });

  it('takes windows from anywhere in a longer record', () => {
    const random = createRandom(2);
    const starts = new Set(Array.from({ length: 50 }, () => Math.min(...places(relabel(record(160), random), 'a'))));
    expect(starts.size).toBeGreaterThan(20);
  });

  it.each([[2, 2], [3, 2], [4, 2], [5, 2], [6, 4], [7, 4], [8, 6], [12, 6]])('uses of %d blocks %d for the looks', (blocks, looks) => {
    expect(lookBlocks(blocks)).toBe(looks);
  });

  it('cuts the plan short where the record is', () => {
    const { looks, confirmation } = relabel(record(37), createRandom(3));
    expect([looks.a.length, confirmation.a.length]).toEqual([10, 0]);
  });
});

describe('disturbing a series', () => {
  it.each([['step load', stepLoad], ['slow host mix', slowHostMix]] as const)('%s slows runs of both sides', (_, disturb) => {
    const series = relabel({ ...record(80), runs: record(80).runs.map(() => flatRun(1000)) }, createRandom(4));
    const random = createRandom(5);
    const slowed = Array.from({ length: 20 }, () => disturb(series, random)).map((one) => (['a', 'b'] as const).map((arm) => places(one, arm).filter((more) => more > 0).length));
    const [a = 0, b = 0] = slowed.reduce(([sumA = 0, sumB = 0], [x = 0, y = 0]) => [sumA + x, sumB + y], [0, 0]);
    expect(a).toBeGreaterThan(100);
    expect(Math.abs(a - b) / (a + b)).toBeLessThan(0.15);
  });
});

describe('planning a job', () => {
  it('orders each block at random, all variants equally often', () => {
    const slots = planJob({ mode: 'slots', workloads: ['x', 'y'], blocks: 2 }, createRandom(6));
    expect(slots).toHaveLength(120);
    const block = slots.slice(0, 30).map(({ variant }) => variant);
    expect(new Set(slots.slice(0, 30).map(({ workload }) => workload))).toEqual(new Set(['x']));
    expect(block.filter((variant) => variant === 'B5')).toHaveLength(5);
    expect(block).not.toEqual(slots.slice(60, 90).map(({ variant }) => variant));
  });

  it('has one side after the other where it must not interleave', () => {
    const variants = planJob({ mode: 'seq', workloads: ['x'], blocks: 8 }, createRandom(7)).map(({ variant }) => variant);
    expect(variants.join(' ')).toBe([...Array<string>(20).fill('A'), ...Array<string>(20).fill('A2'), ...Array<string>(20).fill('B5')].join(' '));
  });
});

describe('rates by cluster', () => {
  it('are wider when the events fall on few benchmarks', () => {
    const spread = clusteredRate(Array.from({ length: 100 }, (_, index) => ({ events: index < 50 ? 1 : 0, trials: 10 })));
    const heaped = clusteredRate(Array.from({ length: 100 }, (_, index) => ({ events: index < 5 ? 10 : 0, trials: 10 })));
    expect(spread.share).toBe(0.05);
    expect(heaped.share).toBe(0.05);
    expect(heaped.upper - heaped.lower).toBeGreaterThan(2 * (spread.upper - spread.lower));
  });

  it('count clusters, not trials, where nothing happened', () => {
    expect(clusteredRate(Array.from({ length: 20 }, () => ({ events: 0, trials: 1000 }))).upper).toBeCloseTo(0.168, 3);
  });
});
