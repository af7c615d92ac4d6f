import fc from 'fast-check';
import { renderAnnotations } from './annotations.js';
import { commentLimit, renderComparisonMarkdown } from './comparison-markdown.js';
import { renderSloMarkdown } from './slo-markdown.js';
import { expectGolden } from './testing/golden.js';
import { hostileNames } from './testing/hostile-names.js';
import { everyVerdict, sampleComparison, sampleRow } from './testing/sample-comparison.js';
import { sampleSlo } from './testing/sample-report.js';

test.each([
  ['comparison.md', renderComparisonMarkdown(everyVerdict())],
  ['slo.md', renderSloMarkdown(sampleSlo)],
  ['comparison-annotations.txt', renderAnnotations(everyVerdict())],
  ['slo-annotations.txt', renderAnnotations(sampleSlo)],
])('%s', (name, text) => expectGolden(name, text));

test.each([10, 300, 10_000])('a comment about %i regressions with long names stays below the limit', (count) => {
  const rows = Array.from({ length: count }, (_unused, index) => sampleRow(`${'<|>'.repeat(330)}${index}`, 'regressed', { base: 1000, head: 2000 }));
  const comparison = sampleComparison(rows);
  const text = renderComparisonMarkdown(comparison);
  expect(text.length).toBeLessThan(commentLimit);
  expect(text).toContain(`${count} regressed`);
});

test('a table row stays one row of six cells, whatever the names', () => {
  const name = fc.oneof(fc.constantFrom(...hostileNames), fc.string({ unit: 'binary', minLength: 1 }));
  fc.assert(
    fc.property(name, name, name, (benchmark, metric, reason) => {
      const text = renderComparisonMarkdown(sampleComparison([sampleRow(benchmark, 'regressed', { base: 1000, head: 2000, metric, reason })], { project: benchmark }));
      const lines = text.split('\n').filter((line) => line.startsWith('|'));
      expect(lines).toHaveLength(3);
      expect(lines.map((line) => line.split('|').length)).toEqual([8, 8, 8]);
      expect(text.match(/<(?!\/?(code|sub|br|details|summary)>)/g)).toBeNull();
    }),
  );
});

test('nobody is warned of a metric that never gates', () => {
  const row = sampleRow('cpu', 'inconclusive', { base: 10, head: 20, rule: 'direction', direction: null });
  expect(renderAnnotations(sampleComparison([row]))).toBe('');
  expect(renderAnnotations(sampleComparison([{ ...row, rule: 'rank' }]))).toContain('::warning');
});

test('each annotation is one command, whatever the names', () => {
  const name = fc.oneof(fc.constantFrom(...hostileNames), fc.string({ unit: 'binary', minLength: 1 }));
  fc.assert(
    fc.property(name, name, (benchmark, reason) => {
      const text = renderAnnotations(sampleComparison([sampleRow(benchmark, 'warn', { base: 1000, head: 1200, reason, suite: reason })]));
      expect(text).toMatch(/^::warning title=[^:,\r\n]*::[^\r\n]*\n$/);
    }),
  );
});

test('an annotation that GitHub would drop is counted in the last one', () => {
  const rows = Array.from({ length: 25 }, (_unused, index) => sampleRow(`b${index}`, 'regressed', { base: 1000, head: 2000 }));
  const lines = renderAnnotations(sampleComparison(rows)).trimEnd().split('\n');
  expect(lines).toHaveLength(10);
  expect(lines.at(-1)).toBe('::error title=Benchline::16 more; the log lists every one.');
});
