import type { Metric, Side } from '../../model/generated/types.js';
import { benchmarkOf, metricOf, suiteOf } from '../testing/reports.js';
import { createPairedSeries } from './create-series.js';

function blocked(values: readonly number[], blocks: readonly number[], name = 'time'): Metric {
  const metric = metricOf(values, { name });
  return { ...metric, rounds: metric.rounds.map((round, index) => ({ ...round, block: blocks[index] ?? 0 })) };
}

describe('createPairedSeries', () => {
  it('puts the rounds of all sides together by block', () => {
    const base = [suiteOf([benchmarkOf('a', [blocked([1, 2], [0, 1])])])];
    const head = [suiteOf([benchmarkOf('a', [blocked([3, 4], [0, 1])])])];
    const control = [suiteOf([benchmarkOf('a', [blocked([5], [1])])])];
    const { series, presence } = createPairedSeries({ base, head, control });
    const rounds = series[0]?.rounds.map(({ side, block, location }): [Side | undefined, number | undefined, number] => [side, block, location]);
    expect(rounds).toEqual([['base', 0, 1], ['head', 0, 3], ['base', 1, 2], ['head', 1, 4], ['control', 1, 5]]);
    expect(series[0]).toMatchObject({ suite: 'suite', benchmark: 'a', metric: 'time', unit: 'ns', direction: 'lower', confirmation: [] });
    expect(presence).toEqual([]);
  });

  it('lists benchmarks that are not measured on both sides', () => {
    const base = [suiteOf([benchmarkOf('gone', [blocked([1], [0])]), benchmarkOf('broken', [blocked([1], [0])]), benchmarkOf('both', [blocked([1], [0])])])];
    const head = [suiteOf([benchmarkOf('broken', [], { status: 'failed' }), benchmarkOf('both', [blocked([1], [0])]), benchmarkOf('added', [blocked([1], [0])])])];
    expect(createPairedSeries({ base, head }).presence).toEqual([
      { suite: 'suite', benchmark: 'gone', base: 'ok', head: null },
      { suite: 'suite', benchmark: 'broken', base: 'ok', head: 'failed' },
      { suite: 'suite', benchmark: 'added', base: null, head: 'ok' },
    ]);
  });

  it('does not follow what only the control arm has', () => {
    const control = [suiteOf([benchmarkOf('a', [blocked([1], [0])])])];
    expect(createPairedSeries({ base: [], head: [], control })).toEqual({ series: [], presence: [] });
  });

  it('leaves the suites as they were', () => {
    const base = [suiteOf([benchmarkOf('a', [blocked([1, 2], [1, 0])])])];
    const before = JSON.stringify(base);
    createPairedSeries({ base, head: base });
    expect(JSON.stringify(base)).toBe(before);
  });
});
