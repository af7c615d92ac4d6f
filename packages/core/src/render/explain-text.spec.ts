import { renderExplain } from './explain-text.js';
import { expectGolden } from './testing/golden.js';
import { everyVerdict, sampleComparison, sampleRow } from './testing/sample-comparison.js';

const plain = { color: false, columns: 80 };
const rounds = { base: [12.2e6, 12.3e6, 12.3e6, 12.35e6, 12.6e6], head: [15.9e6, 16.1e6, 16.1e6, 16.15e6, 16.4e6] };

test('a regression: both sides, the interval beyond the limit, the rule', () => {
  const comparison = everyVerdict();
  expectGolden('explain.txt', renderExplain({ comparison, row: comparison.rows[1]!, rounds }, plain));
});

test('a row without numbers says only what decided', () => {
  const comparison = everyVerdict();
  expectGolden('explain-not-comparable.txt', renderExplain({ comparison, row: comparison.rows[5]!, rounds: null }, plain));
});

test('an interval without bound ends in an arrow', () => {
  const row = sampleRow('a', 'inconclusive', { base: 100, head: 110, interval: { lower: null, upper: 0.3, level: 0.95 } });
  const text = renderExplain({ comparison: sampleComparison([row]), row, rounds: null }, plain);
  expect(text).toMatch(/^\s+◄─+●─+┤/m);
  expect(text).toContain('with 95 % confidence at most +30.0 %');
});

test('where the estimate is not the ratio of the two values, it says what it is and what they alone give', () => {
  const row = sampleRow('a', 'warn', { base: 100, head: 105, rule: 'paired', slowdown: 0.031 });
  const text = renderExplain({ comparison: sampleComparison([row]), row, rounds: null }, plain);
  expect(text).toMatch(/^change +\+3\.1 %$/m);
  expect(text.replace(/\s+/g, ' ')).toContain('The change is the Hodges-Lehmann estimate, the median of the ratios of all head rounds to all base rounds of their block; base and head as shown give +5.0 %.');
});

test('of a throughput it says why the limits see another number', () => {
  const row = sampleRow('a', 'warn', { base: 100, head: 80, rule: 'threshold', direction: 'higher', slowdown: 0.25 });
  const text = renderExplain({ comparison: sampleComparison([row]), row, rounds: null }, plain).replace(/\s+/g, ' ');
  expect(text).toMatch(/count as for a time, base over head; [-−]20\.0 % of the value is \+25\.0 % of that\./);
});

test('a threshold is held against the two values themselves', () => {
  const row = sampleRow('a', 'warn', { base: 100, head: 105, rule: 'threshold' });
  expect(renderExplain({ comparison: sampleComparison([row]), row, rounds: null }, plain)).not.toContain('Hodges');
});
