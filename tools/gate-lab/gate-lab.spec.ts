import { calmPlans, dedicatedHosts } from './data/populations.js';
import { readOwn } from './data/read-own.js';
import { drawSuites } from './experiments/draw-suites.js';
import { falseAlarms } from './experiments/false-alarms.js';
import { power } from './experiments/power.js';
import { benchstat } from './rules/benchstat.js';
import { ours } from './rules/ours.js';
import { ownSuites } from './series/own-suites.js';

/** A short version of what docs/evidence/gate-lab.md reports; the bounds leave room for the smaller number of draws. */
describe('the gate on recorded data, CV <= 3 %', () => {
  const suites = (seed: number) => [...drawSuites(calmPlans(), { size: 100, passes: 1, seed })];

  it('does not fail unchanged code, seldom flags it, and shows that it is unchanged', () => {
    const { regressed, suitesFlagged, unchanged, rounds } = falseAlarms(ours, suites(1));
    expect(regressed.trials).toBe(1800);
    expect(regressed.events).toBe(0);
    expect(suitesFlagged.events).toBeLessThanOrEqual(1);
    expect(unchanged.share).toBeGreaterThanOrEqual(0.99);
    expect(rounds).toBeLessThanOrEqual(12);
  });

  it('finds +5 % and never calls it unchanged', () => {
    const { found, passed, falselyRegressed } = power(ours, suites(2), { slowdown: 0.05, changed: 10 });
    expect(found.trials).toBe(180);
    expect(found.share).toBeGreaterThanOrEqual(0.95);
    expect(passed.share).toBeLessThanOrEqual(0.005);
    expect(falselyRegressed.events).toBe(0);
  });

  it('finds +10 %, and fails +20 %', () => {
    expect(power(ours, suites(3), { slowdown: 0.1, changed: 10 }).found.share).toBeGreaterThanOrEqual(0.99);
    expect(power(ours, suites(4), { slowdown: 0.2, changed: 10 }).failed.share).toBeGreaterThanOrEqual(0.97);
  });

  it('finds one slower benchmark among a hundred', () => {
    expect(power(ours, suites(5), { slowdown: 0.1, changed: 1 }).found.share).toBeGreaterThanOrEqual(0.9);
  });

  it('would tell a rule that cries wolf', () => {
    expect(falseAlarms(benchstat, suites(1)).suitesFlagged.share).toBeGreaterThan(0.5);
  });
});

describe('the gate on benchmarks whatever their noise', () => {
  it('fails next to none of 4,000 unchanged ones', () => {
    const { regressed } = falseAlarms(ours, drawSuites(dedicatedHosts(), { size: 100, passes: 1, seed: 6 }));
    expect(regressed.trials).toBe(4000);
    expect(regressed.events).toBeLessThanOrEqual(2);
  });

  it('does not fail the own workloads, interleaved, with and without a busy neighbour', () => {
    const jobs = readOwn().flatMap((recording) => recording.jobs);
    for (const mode of ['slots', 'load'] as const) {
      expect(falseAlarms(ours, ownSuites(jobs, { mode, head: 'A2', redraws: 5, seed: 7 })).regressed.events).toBe(0);
    }
  });
});
