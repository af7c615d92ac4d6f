import type { PairedSeries } from '../../model/generated/types.js';
import { seriesOf } from '../testing/paired-series.js';
import { policy } from '../testing/reports.js';
import { decidePaired } from './decide-paired.js';
import { planLooks } from './look-plan.js';

function decide(series: readonly PairedSeries[], looksTaken: number) {
  return decidePaired({ series, policy, looksTaken }).map(({ decided, verdict, suspect }) => ({ decided, verdict, suspect }));
}

describe('decidePaired', () => {
  it.each([
    { name: 'unchanged', parts: { factor: 1 }, expected: { decided: true, verdict: 'unchanged', suspect: false } },
    { name: 'a clear failure', parts: { factor: 1.2 }, expected: { decided: true, verdict: 'regressed', suspect: true } },
    { name: 'a clear warning', parts: { factor: 1.05 }, expected: { decided: true, verdict: 'warn', suspect: false } },
    { name: 'an improvement', parts: { factor: 0.9 }, expected: { decided: true, verdict: 'improved', suspect: false } },
    { name: 'noise', parts: { factor: 1.01, cv: 0.1 }, expected: { decided: false, verdict: 'inconclusive', suspect: false } },
    { name: 'a metric of unknown direction', parts: { direction: null }, expected: { decided: true, verdict: 'inconclusive', suspect: false } },
  ] as const)('after the first look knows $name', ({ parts, expected }) => {
    expect(decide([seriesOf({ ...parts, rounds: 10 })], 1)).toEqual([expected]);
  });

  it('goes on where a warning may prove to be a failure', () => {
    // Beyond the fail limit, proven well enough for a warning only.
    const noisy = Array.from({ length: 40 }, (_, seed) => seriesOf({ factor: 1.13, cv: 0.045, rounds: 10, seed }));
    const open = noisy.flatMap((series) => decidePaired({ series: [series], policy, looksTaken: 1 })).filter(({ verdict, decided }) => verdict === 'warn' && !decided);
    expect(open.length).toBeGreaterThan(0);
  });

  it('decides everything at the last look', () => {
    expect(decide([seriesOf({ factor: 1.01, cv: 0.2 })], 3)[0]?.decided).toBe(true);
  });

  it('keeps a decision whatever is measured later', () => {
    const early = seriesOf({ factor: 1, rounds: 10 });
    const late = seriesOf({ factor: 3, rounds: 20, seed: 9 }).rounds.map((round) => ({ ...round, block: (round.block ?? 0) + 2 }));
    expect(decide([{ ...early, rounds: [...early.rounds, ...late] }], 3)).toEqual([{ decided: true, verdict: 'unchanged', suspect: false }]);
  });

  it('has nothing to say before the first look', () => {
    expect(decide([seriesOf()], 0)).toEqual([{ decided: false, verdict: 'inconclusive', suspect: false }]);
  });

  it('answers at the index of the question', () => {
    const series = [seriesOf({ benchmark: 'x', direction: null }), seriesOf({ benchmark: 'y', factor: 1.3 }), seriesOf({ benchmark: 'z' })];
    expect(decidePaired({ series, policy, looksTaken: 1 }).map(({ benchmark, verdict }) => [benchmark, verdict])).toEqual([['x', 'inconclusive'], ['y', 'regressed'], ['z', 'unchanged']]);
  });
});

describe('planLooks', () => {
  it('splits the budget', () => {
    const looks = planLooks([10, 20, 30]);
    expect(looks.map(({ share }) => share)).toEqual([0.2, 0.3, 0.5]);
    expect(looks.map(({ level }) => level)).toEqual([0.998, 0.997, 0.995]);
    expect(looks.map(({ equivalenceLevel }) => equivalenceLevel)).toEqual([expect.closeTo(0.996, 6), expect.closeTo(0.994, 6), expect.closeTo(0.99, 6)]);
  });

  it.each([[[10]], [[10, 20]], [[5, 10, 15, 20]]])('never spends more than all of it on %j', (rounds) => {
    expect(planLooks(rounds).reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });
});
