import fc from 'fast-check';
import type { Metric, SloPolicy } from '../../model/generated/types.js';
import { metricOf } from '../testing/reports.js';
import { judgeBudget, shareBeyond } from './judge-budget.js';

const objective: SloPolicy = { suite: null, benchmark: '*', metric: 'time', statistic: 'median', kind: 'ceiling', limit: 100, target: null, unit: 'ns', tolerance: 0, confident: false, budget: 0.01 };

/** A metric of which a tool gave a summary. */
function summarized(summary: Partial<Metric['summary']>): Metric {
  const metric = metricOf([1]);
  return { ...metric, kind: 'summary', summary: { n: 1000, min: 1, p50: 50, p95: null, p99: null, max: null, mean: null, stddev: null, mad: null, ...summary } };
}

const full = { min: 10, p50: 50, p95: 80, p99: 95, max: 300 };

describe('an error budget', () => {
  it.each([
    { name: 'all but the slowest hundredth meet the limit', limit: 95, budget: 0.01, verdict: 'pass', share: { lower: 0, upper: 0.01 } },
    { name: 'more than a hundredth misses it', limit: 94, budget: 0.01, verdict: 'fail', share: { lower: 0.01, upper: 0.05 } },
    { name: 'the same against a larger budget', limit: 94, budget: 0.05, verdict: 'pass', share: { lower: 0.01, upper: 0.05 } },
    { name: 'somewhere between', limit: 94, budget: 0.02, verdict: 'warn', share: { lower: 0.01, upper: 0.05 } },
    { name: 'no budget at all, and one sample over', limit: 299, budget: 0, verdict: 'warn', share: { lower: 0, upper: 0.01 } },
    { name: 'no budget at all, and none over', limit: 300, budget: 0, verdict: 'pass', share: { lower: 0, upper: 0 } },
    { name: 'three nines, undecided', limit: 200, budget: 0.001, verdict: 'warn', share: { lower: 0, upper: 0.01 } },
    { name: 'half', limit: 49, budget: 0.5, verdict: 'fail', share: { lower: 0.5, upper: 1 } },
    { name: 'everything over', limit: 5, budget: 0.5, verdict: 'fail', share: { lower: 1, upper: 1 } },
  ])('$name: $verdict', ({ limit, budget, verdict, share }) => {
    expect(judgeBudget(summarized(full), { ...objective, limit }, budget)).toMatchObject({ verdict, share });
  });

  it('has a tolerance of its own share', () => {
    expect(judgeBudget(summarized(full), { ...objective, limit: 94, tolerance: 0.5 }, 0.008).verdict).toBe('warn');
    expect(judgeBudget(summarized(full), { ...objective, limit: 94, tolerance: 0.2 }, 0.008).verdict).toBe('fail');
  });

  it('met with confidence must be shown, not hoped for', () => {
    expect(judgeBudget(summarized(full), { ...objective, limit: 94, confident: true }, 0.02).verdict).toBe('unknown');
    expect(judgeBudget(summarized(full), { ...objective, limit: 80, confident: true }, 0.05).verdict).toBe('pass');
  });

  it('is unknown where only the median is', () => {
    expect(judgeBudget(summarized({}), objective, 0.01)).toMatchObject({ verdict: 'unknown', share: { lower: 0, upper: 0.5 } });
  });

  it('knows of every set of samples what their percentiles allow', () => {
    const samples = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 100, maxLength: 400 });
    fc.assert(
      fc.property(samples, fc.integer({ min: 1, max: 200 }), (values, limit) => {
        const { lower, upper } = shareBeyond(metricOf(values), limit);
        const truth = values.filter((value) => value > limit).length / values.length;
        // A percentile lies between two samples: one of them may fall on either side.
        expect(truth).toBeGreaterThanOrEqual(lower - 1 / values.length);
        expect(truth).toBeLessThanOrEqual(upper + 1 / values.length);
      }),
    );
  });

  it('says what it knows', () => {
    const reason = (limit: number, budget: number): string => judgeBudget(summarized(full), { ...objective, limit }, budget).reason;
    expect(reason(95, 0.01)).toBe('At most 1 % of the samples lie above 95.0 ns; the budget is 1 %.');
    expect(reason(94, 0.01)).toBe('At least 1 % of the samples lie above 94.0 ns; the budget is 1 %.');
    expect(reason(94, 0.02)).toBe("Between 1 % and 5 % of the samples lie above 94.0 ns; the budget is 2 %, and the report's percentiles cannot tell more.");
  });
});
