import type { SummaryEntry } from '../model/config.js';
import { summaryFindings, summaryValues } from './summary-values.js';
import { benchmarkOf, metricOf, reportOf, suiteOf } from './testing/reports.js';

const throughput = (value: number) => metricOf([value], { name: 'throughput', unit: 'B/s', direction: 'higher' });
const report = reportOf([
  suiteOf([benchmarkOf('decode/display', [metricOf([250_000]), throughput(4.22 * 2 ** 30)]), benchmarkOf('decode/comp-3', [throughput(571 * 2 ** 20)]), benchmarkOf('broken', [throughput(1)], { status: 'failed' })]),
]);
const entry: SummaryEntry = { label: 'DISPLAY', suite: null, benchmark: 'decode/display', metric: 'throughput', statistic: 'median', unit: 'GiB/s' };

describe('summaryValues', () => {
  it('gives each entry its value in the unit asked for', () => {
    const entries = [entry, { ...entry, label: 'COMP-3', benchmark: 'decode/comp*', unit: 'MiB/s' }, { ...entry, label: 'Time', metric: 'time', unit: 'ms' }];
    expect(summaryValues(report, entries)).toEqual([
      { label: 'DISPLAY', key: 'display_gibs', value: expect.closeTo(4.22), unit: 'GiB/s' },
      { label: 'COMP-3', key: 'comp3_mibs', value: expect.closeTo(571), unit: 'MiB/s' },
      { label: 'Time', key: 'time_ms', value: expect.closeTo(0.25), unit: 'ms' },
    ]);
    expect(summaryFindings(report, entries)).toEqual([]);
  });

  it('gives every entry a key of its own, whatever was measured', () => {
    const labels = ['Dis play', 'DISPLAY', '表示', '圧縮', 'display'];
    const entries = labels.map((label) => ({ ...entry, label }));
    const keys = ['display_gibs', 'display_gibs_2', '_gibs', '_gibs_2', 'display_gibs_3'];
    expect(summaryValues(report, entries).map(({ key }) => key)).toEqual(keys);
    const firstUnmeasured = entries.map((each, index) => (index === 0 ? { ...each, benchmark: 'none' } : each));
    expect(summaryValues(report, firstUnmeasured).map(({ key }) => key)).toEqual(keys.slice(1));
  });

  it.each([
    { name: 'matches no benchmark', parts: { benchmark: 'none' } },
    { name: 'matches no metric', parts: { metric: 'none' } },
    { name: 'matches no suite', parts: { suite: 'none' } },
    { name: 'asks for another dimension', parts: { unit: 'ms' } },
    { name: 'matches a failed benchmark', parts: { benchmark: 'broken' } },
    { name: 'asks for a statistic that is not there', parts: { statistic: 'p99' as const } },
  ])('leaves out an entry that $name and says so', ({ parts }) => {
    expect(summaryValues(report, [{ ...entry, ...parts }])).toEqual([]);
    expect(summaryFindings(report, [{ ...entry, ...parts }])).toMatchObject([{ code: 'BNL023', pointer: '/summary/0' }]);
  });
});
