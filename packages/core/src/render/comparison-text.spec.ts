import { renderComparisonText } from './comparison-text.js';
import { displayWidth } from './display-width.js';
import { expectGolden } from './testing/golden.js';
import { hostileNames } from './testing/hostile-names.js';
import { everyVerdict, sampleComparison, sampleRow } from './testing/sample-comparison.js';

const plain = { color: false, columns: 80 };

test('every verdict, in 80 columns', () => {
  const text = renderComparisonText(everyVerdict(), plain);
  expectGolden('comparison.txt', text);
  expect(text.split('\n').filter((line) => displayWidth(line) > 80)).toEqual([]);
});

test('narrow terminals shorten names and never values', () => {
  const text = renderComparisonText(everyVerdict(), { color: false, columns: 40 });
  expect(text).toContain('12.3 ms');
  expect(text).toContain('+30.9 %');
  expect(text).toMatch(/decode.*….*1080p|dec.*…/);
});

test('many unchanged rows are counted, and shown on demand', () => {
  const comparison = everyVerdict();
  expect(renderComparisonText(comparison, plain)).toMatch(/38 unchanged \(--all shows them\)/);
  expect(renderComparisonText(comparison, plain)).not.toContain('quiet/7');
  expect(renderComparisonText(comparison, { ...plain, all: true })).toContain('quiet/7');
});

test('an exact count that changed a little is shown among many unchanged', () => {
  const quiet = Array.from({ length: 30 }, (_, index) => sampleRow(`same/${index}`, 'unchanged', { base: 100, head: 100, rule: 'exact' }));
  const text = renderComparisonText(sampleComparison([...quiet, sampleRow('one more', 'unchanged', { base: 100, head: 101, rule: 'exact' })]), plain);
  expect(text).toContain('one more');
  expect(text).toContain('30 more unchanged (--all shows them)');
});

test('metrics that never gate come last, and only a few of them', () => {
  const unknown = (count: number) => Array.from({ length: count }, (_, index) => sampleRow(`cpu/${index}`, 'inconclusive', { base: 10, head: 10, rule: 'direction', direction: null }));
  const known = [sampleRow('same', 'unchanged', { base: 10, head: 10 }), sampleRow('unsure', 'inconclusive', { base: 10, head: 11 })];
  const names = (text: string): string[] => text.split('\n').flatMap((line) => /^[=?] {2}(\S+)/.exec(line)?.[1] ?? []);
  expect(names(renderComparisonText(sampleComparison([...unknown(2), ...known]), plain))).toEqual(['unsure', 'same', 'cpu/0', 'cpu/1']);
  const many = renderComparisonText(sampleComparison([...unknown(21), ...known]), plain);
  expect(names(many)).toEqual(['unsure', 'same', '21']);
  expect(many).toContain('?  21 more inconclusive (--all shows them)');
});

test('a first comparison says that there is no baseline yet', () => {
  const comparison = sampleComparison([sampleRow('a', 'new', { head: 1000 })], { base: null });
  expectGolden('comparison-first.txt', renderComparisonText(comparison, plain));
});

test('colour changes nothing but colour', () => {
  const comparison = everyVerdict();
  const coloured = renderComparisonText(comparison, { ...plain, color: true });
  expect(coloured).toContain('\u001b[31mregressed\u001b[39m');
  expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(renderComparisonText(comparison, plain));
});

test('hostile names, reasons and projects stay within their line', () => {
  const rows = hostileNames.map((name) => sampleRow(name, 'warn', { base: 1000, head: 1200, suite: name, metric: name, reason: name }));
  const text = renderComparisonText(sampleComparison(rows, { project: '::error::x' }), { ...plain, columns: 200 });
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(text.split('\n').filter((line) => /^\s*::|##\[/.test(line))).toEqual([]);
  expect(text.split('\n').filter((line) => line.startsWith('!'))).toHaveLength(rows.length);
});

test('a paired run says how often it looked, its seed, and what the control arm found', () => {
  const paired = { seed: 'abc', blockSize: 5, looks: [10, 20, 30], looksTaken: 2, endedBy: 'time-budget' as const, unstable: false, control: { judged: 4, flagged: 0, interval: { lower: 0, upper: 0.6024, level: 0.95 } }, series: [] };
  const text = (changes: Partial<typeof paired>) => renderComparisonText(sampleComparison([sampleRow('a', 'unchanged', { base: 1000, head: 1000 })], { mode: 'paired', paired: { ...paired, ...changes } }), { ...plain, columns: 200 });
  expect(text({})).toContain('Looked 2 of 3 times, at 10, 20 rounds a side; seed abc.');
  expect(text({})).toContain('Control arm, base against itself: 0 of 4 flagged (95 % interval 0-60 %).');
  expect(text({})).toContain('The time budget ended');
  expect(text({ looksTaken: 0 })).not.toContain('Looked');
});
