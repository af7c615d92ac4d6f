import { renderExplain } from './explain-text.js';
import { expectGolden } from './testing/golden.js';
import { everyVerdict, sampleComparison, sampleRow } from './testing/sample-comparison.js';

const plain = { color: false, columns: 80 };
const rounds = { base: [12.2e6, 12.3e6, 12.3e6, 12.35e6, 12.6e6], head: [15.9e6, 16.1e6, 16.1e6, 16.15e6, 16.4e6] };

test('a regression: both sides, the interval beyond the limit, the rule', () => {
  const comparison = everyVerdict();
  expectGolden('explain.txt', renderExplain({ comparison, row: comparison.rows[1]!, samples: rounds }, plain));
});

test('a row without numbers says only what decided', () => {
  const comparison = everyVerdict();
  expectGolden('explain-not-comparable.txt', renderExplain({ comparison, row: comparison.rows[5]!, samples: null }, plain));
});

test('an interval without bound ends in an arrow', () => {
  const row = sampleRow('a', 'inconclusive', { base: 100, head: 110, interval: { lower: null, upper: 0.3, level: 0.95 } });
  const text = renderExplain({ comparison: sampleComparison([row]), row, samples: null }, plain);
  expect(text).toMatch(/^\s+◄─+●─+┤/m);
  expect(text).toContain('with 95 % confidence at most +30.0 %');
});

test('paired rounds come from the comparison itself', () => {
  const round = (side: 'base' | 'head', value: number) => ({ side, n: 10, location: value, tail: null, mean: null, p50: value, p95: null, p99: null });
  const row = sampleRow('a', 'unchanged', { base: 100, head: 101, grade: 'paired', rule: 'paired' });
  const series = { suite: 'decode', benchmark: 'a', metric: 'time', unit: 'ns', direction: 'lower' as const, kind: 'raw' as const, rounds: [round('base', 100), round('head', 101), round('base', 102)], confirmation: [] };
  const comparison = sampleComparison([row], { mode: 'paired', paired: { seed: 's', blockSize: 5, looks: [10], looksTaken: 1, endedBy: 'decided', unstable: false, control: null, series: [series] } });
  expect(renderExplain({ comparison, row, samples: null }, plain)).toMatch(/^base {4,}·.*·$/m);
});
