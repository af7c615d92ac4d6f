import type { Comparison, ComparisonRow, Estimate, Verdict } from '../../model/index.js';
import { normalizePolicy } from '../../model/normalize-policy.js';

/** What holds where a config says nothing. */
export const samplePolicy = normalizePolicy({}, '2026-11-20', () => undefined);

const estimate = (value: number): Estimate => ({ value, rounds: 5, observations: 500 });

/** Both values in the row's unit, and whatever else a test wants to set. */
export type SampleValues = Omit<Partial<ComparisonRow>, 'base' | 'head'> & { base?: number | null; head?: number | null };

/** A row about a time in ns; everything that is not named is plausible for its verdict. */
export function sampleRow(benchmark: string, verdict: Verdict, { base = null, head = null, ...more }: SampleValues = {}): ComparisonRow {
  const ratio = base === null || head === null ? null : head / base;
  const slowdown = ratio === null ? null : (more.direction ?? 'lower') === 'lower' ? ratio - 1 : 1 / ratio - 1;
  return {
    suite: 'decode',
    benchmark,
    metric: 'time',
    unit: 'ns',
    direction: 'lower',
    statistic: 'median',
    verdict,
    rule: 'rank',
    reason: `A sentence why it is ${verdict}.`,
    grade: 'stored',
    base: base === null ? null : estimate(base),
    head: head === null ? null : estimate(head),
    ratio,
    slowdown,
    interval: slowdown === null ? null : { lower: slowdown - 0.02, upper: slowdown + 0.03, level: 0.99 },
    p: slowdown === null ? null : 0.0001,
    thresholds: { warn: 0.1, fail: 0.25 },
    floor: 0.05,
    detectable: slowdown === null ? null : 0.04,
    roundsNeeded: null,
    confirmation: 'none',
    differences: [],
    override: null,
    ...more,
  };
}

/** A comparison of rows against a stored baseline; counts and codes follow from what is given. */
export function sampleComparison(rows: ComparisonRow[], more: Partial<Comparison> = {}): Comparison {
  const counts: Record<string, number> = {};
  for (const { verdict } of rows) counts[verdict] = (counts[verdict] ?? 0) + 1;
  const commit = { dirty: false, branch: 'main', mergeBase: null };
  return {
    schemaVersion: 1,
    algorithm: 'judge/1',
    project: 'core',
    mode: 'stored',
    base: { digests: ['a'.repeat(64)], runIds: ['run-1'], baseline: '2026-10-01-a1b2c3d', commit: { ...commit, sha: 'a1b2c3d4'.repeat(5) }, fingerprint: '0011223344556677' },
    head: { digests: ['b'.repeat(64)], runIds: ['run-2'], baseline: null, commit: { ...commit, sha: '9f8e7d6c'.repeat(5), branch: 'faster' }, fingerprint: '0011223344556677' },
    policy: samplePolicy,
    rows,
    summary: { counts, verdict: 'unchanged', geomean: null, exitCode: 0 },
    paired: null,
    findings: [],
    ...more,
  };
}

/** One row of each verdict, two metrics, a long name. */
export function everyVerdict(): Comparison {
  const rate = { metric: 'throughput', unit: 'B/s', direction: 'higher' } as const;
  const rows = [
    sampleRow('decode/thumbnail', 'unchanged', { base: 812_000, head: 809_000 }),
    sampleRow('decode/large-archive-with-many-small-entries/1080p', 'regressed', { base: 12_300_000, head: 16_100_000, reason: 'Slower by 30.9 %, at least 28.9 % with 99 % confidence; the limit is 25 %.' }),
    sampleRow('decode/display', 'warn', { base: 4.53e9, head: 3.97e9, ...rate, reason: 'Slower by 14.1 %, above 10 % and below the limit of 25 %.' }),
    sampleRow('parse/header', 'improved', { base: 512, head: 431 }),
    sampleRow('parse/body', 'inconclusive', { base: 5_100, head: 5_400, reason: 'Between -1 % and +13 %: the samples cannot tell.', roundsNeeded: 24, detectable: 0.14 }),
    sampleRow('encode/fast', 'not-comparable', { rule: 'comparability', reason: 'Differs in toolchain rustc. Promote a new baseline.', differences: [{ field: 'toolchain rustc', base: '1.84.0', head: '1.85.1' }] }),
    sampleRow('encode/slow', 'not-comparable', { rule: 'comparability', reason: 'Differs in toolchain rustc. Promote a new baseline.', differences: [{ field: 'toolchain rustc', base: '1.84.0', head: '1.85.1' }] }),
    sampleRow('encode/gone', 'missing', { base: 3_000_000, metric: null, unit: null, rule: 'presence', reason: 'In the baseline, but not measured.' }),
    sampleRow('encode/broken', 'failed', { metric: null, unit: null, rule: 'presence', reason: 'The tool reported a failure.' }),
    sampleRow('encode/added', 'new', { head: 2_100_000, rule: 'presence', reason: 'Not in the baseline.' }),
  ];
  const quiet = Array.from({ length: 37 }, (_unused, index) => sampleRow(`quiet/${index}`, 'unchanged', { base: 1000 + index, head: 1001 + index }));
  const comparison = sampleComparison([...rows, ...quiet]);
  return { ...comparison, summary: { ...comparison.summary, verdict: 'failed', geomean: 1.0184, exitCode: 4 } };
}
