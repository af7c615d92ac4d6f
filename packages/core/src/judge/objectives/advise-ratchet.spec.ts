import fc from 'fast-check';
import type { PerformanceReport, SloPolicy } from '../../model/generated/types.js';
import { normalizeQuantity } from '../../model/quantity.js';
import { benchmarkOf, metricOf, reportOf, suiteOf } from '../testing/reports.js';
import { adviseRatchet, RATCHET_HEADROOM, RATCHET_RUNS } from './advise-ratchet.js';

const ceiling: SloPolicy = { suite: null, benchmark: '*', metric: 'time', statistic: 'median', kind: 'ceiling', limit: 1000, target: null, unit: 'ns', tolerance: 0, confident: false };
const floor: SloPolicy = { ...ceiling, metric: 'throughput', kind: 'floor', limit: 80e6, unit: 'B/s' };

function runs(values: readonly number[], { unit = 'ns', hostClass = null as string | null } = {}): PerformanceReport[] {
  const metric = unit === 'ns' ? {} : ({ name: 'throughput', unit, direction: 'higher' } as const);
  const { provenance } = reportOf([]);
  return values.map((value, index) => reportOf([suiteOf([benchmarkOf('a', [metricOf([value], metric)])])], { runId: `run-${index}`, provenance: { ...provenance, host: { ...provenance.host, class: hostClass } } }));
}

const thirty = (value: number): number[] => Array<number>(RATCHET_RUNS).fill(value);

describe('advice to tighten', () => {
  it('is given for a ceiling that every run held three times over', () => {
    expect(adviseRatchet({ objectives: [ceiling], reports: runs([...thirty(300), 333]) })).toEqual({ runs: 31, advice: [{ objective: 0, runs: 31, factor: expect.closeTo(1000 / 333), worst: 333, proposed: '500 ns' }] });
  });

  it('is given for a floor', () => {
    const { advice } = adviseRatchet({ objectives: [ceiling, floor], reports: runs(thirty(400 * 2 ** 20), { unit: 'B/s' }) });
    expect(advice).toMatchObject([{ objective: 1, proposed: '260 MiB/s' }]);
  });

  it.each([
    ['too few runs', ceiling, runs(thirty(300).slice(1))],
    ['one run that came closer', ceiling, runs([...thirty(300), 334])],
    ['a report that counts once', ceiling, [...runs(thirty(300).slice(1)), ...runs([300])]],
    ['a safety margin that is not held three times over', { ...ceiling, safetyMargin: 2 }, runs(thirty(300))],
    ['runs of other machines', { ...ceiling, hostClasses: ['ci'] }, runs(thirty(300))],
    ['a limit that the environment set', { ...ceiling, override: { variable: 'X', value: '1us', configured: 1 } }, runs(thirty(300))],
    ['an error budget', { ...ceiling, budget: 0.01 }, runs(thirty(300))],
    ['a limit of nothing', { ...ceiling, limit: 0 }, runs(thirty(300))],
    ['another unit', { ...ceiling, unit: 'B' }, runs(thirty(300))],
    ['runs in which a benchmark failed', ceiling, runs(thirty(300)).map((report) => ({ ...report, suites: report.suites.map((suite) => ({ ...suite, benchmarks: [...suite.benchmarks, benchmarkOf('b', [], { status: 'failed' })] })) }))],
  ] as [string, SloPolicy, PerformanceReport[]][])('is not given for %s', (_, objective, reports) => {
    expect(adviseRatchet({ objectives: [objective], reports }).advice).toEqual([]);
  });

  it('demands more where a safety margin is demanded', () => {
    const { advice } = adviseRatchet({ objectives: [{ ...ceiling, safetyMargin: 2, hostClasses: ['ci-*'] }], reports: runs(thirty(150), { hostClass: 'ci-1' }) });
    expect(advice).toMatchObject([{ proposed: '450 ns' }]);
  });

  it('proposes a limit that is tighter, and that every recorded run holds with room to spare', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: 1e-3, max: 300, noNaN: true }), { minLength: RATCHET_RUNS, maxLength: RATCHET_RUNS }), (values) => {
      const [advice] = adviseRatchet({ objectives: [ceiling], reports: runs(values) }).advice;
      const proposed = normalizeQuantity(advice!.proposed)!;
      expect(proposed.unit).toBe('ns');
      expect(proposed.value).toBeLessThan(ceiling.limit);
      expect(Math.max(...values) * RATCHET_HEADROOM).toBeLessThanOrEqual(proposed.value * (1 + 1e-9));
    }));
  });
});
