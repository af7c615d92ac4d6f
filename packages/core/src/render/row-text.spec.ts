import { differenceText, rowText } from './row-text.js';
import { sampleRow } from './testing/sample-comparison.js';

test.each([
  ['1.84.0', '1.85.1', 'toolchain (1.84.0 → 1.85.1)'],
  [null, '1.85.1', 'toolchain (none → 1.85.1)'],
  [`sha256:${'a'.repeat(64)}`, `sha256:${'b'.repeat(64)}`, 'toolchain (aaaaaaaaaaaa → bbbbbbbbbbbb)'],
])('%s → %s', (base, head, text) => expect(differenceText({ field: 'toolchain', base, head })).toBe(text));

test.each([
  ['hyperfine 1.18', 'hyperfine', 'harness (hyperfine 1.18 → hyperfine, version unknown; state it: benchline ingest --tool-version VERSION)'],
  ['k6, output 1.0', 'k6 1.3', 'harness (k6, output 1.0, version unknown → k6 1.3; state it: benchline ingest --tool-version VERSION)'],
  ['hyperfine 1.18', 'hyperfine 1.19', 'harness (hyperfine 1.18 → hyperfine 1.19)'],
  ['wrk', 'wrk2', 'harness (wrk → wrk2)'],
])('of a version that one side does not tell it says how to state it: %s, %s', (base, head, text) => expect(differenceText({ field: 'harness', base, head })).toBe(text));

test.each([
  ['paired', 'lower', 0.031, '+3.1 %'],
  ['rank', 'lower', 0.031, '+3.1 %'],
  ['rank', 'higher', 0.25, '-20.0 %'],
  ['threshold', 'lower', 0.031, '+5.0 %'],
  ['paired', 'lower', null, '+5.0 %'],
] as const)('%s, %s is better: the change is the one that decided', (rule, direction, slowdown, text) => {
  expect(rowText(sampleRow('a', 'warn', { base: 100, head: 105, rule, direction, slowdown })).change.replace('−', '-')).toBe(text);
});
