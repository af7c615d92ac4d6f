import fc from 'fast-check';

import type { Comparison, ComparisonPolicy, Verdict } from '../../model/generated/types.js';
import validateComparison from '../../model/generated/validators/comparison.js';
import { benchmarkOf, compared, host, metricOf, noisy, policy, reportOf, sideOf, suiteOf, suiteProvenance } from '../testing/reports.js';
import { compareReports, type ReportComparison } from './compare-reports.js';

function compare(parts: Partial<ReportComparison> & Pick<ReportComparison, 'base' | 'head'>): Comparison {
  const comparison = compareReports({ project: 'core', mode: 'stored', policy, sameJob: false, ...parts });
  expect({ valid: validateComparison(comparison), errors: validateComparison.errors }).toEqual({ valid: true, errors: null });
  return comparison;
}

function verdicts(comparison: Comparison): Record<string, Verdict> {
  return Object.fromEntries(comparison.rows.map(({ benchmark, verdict }) => [benchmark, verdict]));
}

const withPolicy = (parts: Partial<ComparisonPolicy>): ComparisonPolicy => ({ ...policy, ...parts });

describe('the threshold rule', () => {
  it.each([
    { change: 'better', head: 80, verdict: 'improved', exitCode: 0 },
    { change: 'slightly better', head: 95, verdict: 'unchanged', exitCode: 0 },
    { change: 'the same', head: 100, verdict: 'unchanged', exitCode: 0 },
    { change: '+10 %', head: 110, verdict: 'unchanged', exitCode: 0 },
    { change: 'a little above +10 %', head: 110.01, verdict: 'warn', exitCode: 0 },
    { change: '+20 %', head: 120, verdict: 'warn', exitCode: 0 },
    { change: '+25 %', head: 125, verdict: 'warn', exitCode: 0 },
    { change: '+30 %', head: 130, verdict: 'regressed', exitCode: 3 },
  ] as const)('judges $change as $verdict', ({ head, verdict, exitCode }) => {
    const comparison = compare({ base: sideOf({ a: [100] }), head: sideOf({ a: [head] }) });
    expect(comparison.rows[0]).toMatchObject({ verdict, rule: 'threshold', reason: expect.stringContaining('threshold only') });
    expect(comparison.summary).toMatchObject({ verdict, exitCode });
  });

  it('is not moved over a limit by rounding', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (base) => {
        const comparison = compareReports({ project: 'p', mode: 'files', policy, sameJob: false, base: sideOf({ a: [base] }), head: sideOf({ a: [base * 1.1] }) });
        expect(comparison.rows[0]?.verdict).toBe('unchanged');
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  it('reads a throughput the other way round', () => {
    const parts = { name: 'throughput', unit: 'B/s', direction: 'higher' } as const;
    const comparison = compare({ base: sideOf({ a: [130], b: [100] }, parts), head: sideOf({ a: [100], b: [130] }, parts) });
    expect(verdicts(comparison)).toEqual({ a: 'regressed', b: 'improved' });
    expect(comparison.rows[0]?.slowdown).toBeCloseTo(0.3);
    expect(comparison.rows[0]?.ratio).toBeCloseTo(100 / 130);
  });

  it('grades summaries without samples as such', () => {
    const comparison = compare({ base: sideOf({ a: [100] }, { kind: 'summary' }), head: sideOf({ a: [100] }, { kind: 'summary' }) });
    expect(comparison.rows[0]).toMatchObject({ grade: 'summary', verdict: 'unchanged' });
  });

  it('warns at most where the policy wants the same job', () => {
    const sides = { base: sideOf({ a: [100] }), head: sideOf({ a: [200] }) };
    const sameJobOnly = withPolicy({ sameJobOnly: true });
    expect(compare({ ...sides, policy: sameJobOnly }).rows[0]).toMatchObject({ verdict: 'warn', reason: expect.stringContaining('warn at most') });
    expect(compare({ ...sides, policy: sameJobOnly, sameJob: true }).rows[0]).toMatchObject({ verdict: 'regressed', grade: 'same-host' });
  });

  it.each([
    { base: 0, head: 0, verdict: 'unchanged', slowdown: 0 },
    { base: 0, head: 3, verdict: 'regressed', slowdown: null },
    { base: 3, head: 0, verdict: 'improved', slowdown: -1 },
    { base: -1, head: 3, verdict: 'inconclusive', slowdown: null },
  ])('holds $head against $base', ({ base, head, verdict, slowdown }) => {
    expect(compare({ base: sideOf({ a: [base] }), head: sideOf({ a: [head] }) }).rows[0]).toMatchObject({ verdict, slowdown });
  });
});

describe('tail statistics', () => {
  const p95 = withPolicy({ statistic: 'p95' });
  const values = (count: number, factor: number): number[] => Array.from({ length: count }, (_, index) => factor * (100 + (index % 10)));
  const single = (count: number, factor: number) => {
    const [value] = [metricOf(values(count, factor))];
    return compared(reportOf([suiteOf([benchmarkOf('a', [value])])]));
  };

  it.each([
    { n: 58, factor: 1.5, verdict: 'inconclusive', rule: 'observations' },
    { n: 59, factor: 1.5, verdict: 'regressed', rule: 'threshold' },
    { n: 59, factor: 1.15, verdict: 'unchanged', rule: 'threshold' },
  ])('judges p95 of $n observations as $verdict', ({ n, factor, verdict, rule }) => {
    expect(compare({ base: single(n, 1), head: single(n, factor), policy: p95 }).rows[0]).toMatchObject({ verdict, rule });
  });

  it('needs 299 observations for p99', () => {
    const row = compare({ base: single(298, 1), head: single(300, 2), policy: withPolicy({ statistic: 'p99' }) }).rows[0];
    expect(row).toMatchObject({ verdict: 'inconclusive', reason: expect.stringContaining('299') });
  });

  it('says when the tool does not give the statistic', () => {
    const silent = { ...metricOf([100]), summary: { ...metricOf([100]).summary, mean: null } };
    const side = compared(reportOf([suiteOf([benchmarkOf('a', [silent])])]));
    expect(compare({ base: side, head: side, policy: withPolicy({ statistic: 'mean' }) }).rows[0]).toMatchObject({ verdict: 'inconclusive', reason: expect.stringContaining('no mean') });
  });
});

describe('exact counts', () => {
  const exact = { name: 'instructions', unit: 'count', kind: 'exact' } as const;

  it.each([
    { head: 1000, verdict: 'unchanged' },
    { head: 1001, verdict: 'unchanged' },
    { head: 1026, verdict: 'warn' },
    { head: 1200, verdict: 'regressed' },
    { head: 800, verdict: 'improved' },
  ])('judges 1000 -> $head as $verdict, by the limits of paired mode: those of other jobs are wide because of noise', ({ head, verdict }) => {
    expect(compare({ base: sideOf({ a: [1000, 1000] }, exact), head: sideOf({ a: [head, head] }, exact) }).rows[0]).toMatchObject({ verdict, rule: 'exact', floor: 0, thresholds: { warn: 0.025, fail: 0.1 } });
  });

  it('keeps the limits of other jobs where they are narrower, and an exception\'s whatever they are', () => {
    const judged = (own: Partial<ComparisonPolicy>) => compare({ base: sideOf({ a: [1000] }, exact), head: sideOf({ a: [1001] }, exact), policy: withPolicy(own) }).rows[0];
    expect(judged({ stored: { warn: 0.0005, fail: 0.05 } })).toMatchObject({ verdict: 'warn', thresholds: { warn: 0.0005, fail: 0.05 } });
    const override = { suite: null, benchmark: '*', metric: 'instructions', warn: 0, fail: 0, reason: 'each counts', expires: null, expired: false };
    expect(judged({ overrides: [override] })).toMatchObject({ verdict: 'regressed', thresholds: { warn: 0, fail: 0 } });
  });

  it('knows no floor, calibrated or not', () => {
    const floors = [{ suite: 'suite', benchmark: 'a', metric: 'instructions', floor: 0.5 }];
    expect(compare({ base: sideOf({ a: [10] }, exact), head: sideOf({ a: [12] }, exact), policy: withPolicy({ floors }) }).rows[0]).toMatchObject({ verdict: 'regressed', floor: 0 });
  });

  it('treats counts that do not repeat as noisy', () => {
    expect(compare({ base: sideOf({ a: [1000, 1001] }, exact), head: sideOf({ a: [1000, 1000] }, exact) }).rows[0]?.rule).toBe('threshold');
  });
});

describe('an unknown direction', () => {
  const parts = { name: 'depth', unit: 'count', direction: null } as const;

  it('never gates, whatever the policy raises', () => {
    const comparison = compare({ base: sideOf({ a: [1] }, parts), head: sideOf({ a: [100] }, parts), policy: withPolicy({ raise: { inconclusive: 3 } }) });
    expect(comparison.rows[0]).toMatchObject({ verdict: 'inconclusive', rule: 'direction', reason: expect.stringMatching(/^Direction unknown, never gates/) });
    expect(comparison.summary.exitCode).toBe(0);
  });
});

describe('presence', () => {
  const measured = [metricOf([100])];

  it('gives every benchmark of either side a row', () => {
    const base = compared(reportOf([suiteOf([benchmarkOf('both', measured), benchmarkOf('gone', measured), benchmarkOf('skipped', measured), benchmarkOf('broken', measured)])]));
    const head = compared(
      reportOf([
        suiteOf([
          benchmarkOf('both', measured),
          benchmarkOf('added', measured),
          benchmarkOf('skipped', [], { status: 'skipped' }),
          benchmarkOf('broken', [], { status: 'failed' }),
        ]),
      ]),
    );
    const comparison = compare({ base, head });
    expect(verdicts(comparison)).toEqual({ added: 'new', both: 'unchanged', broken: 'failed', gone: 'missing', skipped: 'missing' });
    expect(comparison.summary).toMatchObject({ verdict: 'failed', exitCode: 4, counts: { new: 1, unchanged: 1, failed: 1, missing: 2, warn: 0 } });
  });

  it('is new without a baseline, exit 0', () => {
    const comparison = compare({ base: null, head: sideOf({ a: [1], b: [2] }) });
    expect(comparison).toMatchObject({ base: null, rows: [{ verdict: 'new', grade: 'none' }, { verdict: 'new' }], summary: { verdict: 'new', exitCode: 0 } });
  });

  it('shows what is skipped on both sides without failing', () => {
    const side = compared(reportOf([suiteOf([benchmarkOf('a', [], { status: 'skipped' })])]));
    expect(compare({ base: side, head: side }).summary).toMatchObject({ verdict: 'not-comparable', exitCode: 0 });
    expect(compare({ base: null, head: side }).summary).toMatchObject({ verdict: 'not-comparable', exitCode: 0 });
  });

  it('treats metrics alone on a side as missing and new', () => {
    const base = compared(reportOf([suiteOf([benchmarkOf('a', [metricOf([1]), metricOf([1], { name: 'old' })])])]));
    const head = compared(reportOf([suiteOf([benchmarkOf('a', [metricOf([1]), metricOf([1], { name: 'young' })])])]));
    expect(compare({ base, head }).rows.map(({ metric, verdict }) => [metric, verdict])).toEqual([['old', 'missing'], ['time', 'unchanged'], ['young', 'new']]);
  });

  it('does not miss a metric that never gates: some tools tell it of some runs only', () => {
    const base = compared(reportOf([suiteOf([benchmarkOf('a', [metricOf([1]), metricOf([1], { name: 'gc.time', direction: null })])])]));
    const head = compared(reportOf([suiteOf([benchmarkOf('a', [metricOf([1])])])]));
    expect(compare({ base, head })).toMatchObject({ rows: [{ metric: 'gc.time', verdict: 'not-comparable' }, { metric: 'time', verdict: 'unchanged' }], summary: { exitCode: 0 } });
  });

  it('is new where the baseline\'s measurement failed', () => {
    const base = compared(reportOf([suiteOf([benchmarkOf('a', measured, { status: 'failed' })])]));
    expect(compare({ base, head: sideOf({ a: [1] }) }).rows[0]).toMatchObject({ verdict: 'new', reason: expect.stringContaining('no measurement') });
  });

  it('names the filter that left a benchmark out', () => {
    const head = compared(reportOf([suiteOf([benchmarkOf('a', measured)], { provenance: { ...suiteProvenance, filter: 'a' } })]));
    expect(compare({ base: sideOf({ a: [100], b: [100] }), head }).rows[1]?.reason).toContain('--filter a');
  });

  it('does not pass when nothing at all was measured', () => {
    const empty = compared(reportOf([suiteOf([])]));
    expect(compare({ base: empty, head: empty }).summary).toMatchObject({ verdict: 'missing', exitCode: 2 });
  });
});

describe('comparability', () => {
  const measured = [metricOf([100])];
  const base = sideOf({ a: [100] });
  const provenance = (parts: Partial<typeof suiteProvenance>) => compared(reportOf([suiteOf([benchmarkOf('a', [metricOf([300])])], { provenance: { ...suiteProvenance, ...parts } })]));

  it.each([
    { field: 'toolchain', head: provenance({ toolchain: [{ name: 'rustc', version: '1.81.0' }] }) },
    { field: 'harness', head: provenance({ harness: { name: 'criterion', version: '0.6.0', outputVersion: null } }) },
    { field: 'threads', head: provenance({ threads: 2 }) },
    { field: 'dataset', head: provenance({ dataset: 'large' }) },
    { field: 'build', head: provenance({ build: { profile: 'release', flags: ['-C target-cpu=native'] } }) },
    { field: 'params', head: compared(reportOf([suiteOf([benchmarkOf('a', measured, { params: { size: '2' } })])])) },
    { field: 'host', head: compared({ ...reportOf([suiteOf([benchmarkOf('a', measured)])]), provenance: { ...reportOf([]).provenance, host: { ...host, fingerprint: 'f'.repeat(16) } } }) },
  ] as const)('does not compare across a different $field unless it is relaxed', ({ field, head }) => {
    const comparison = compare({ base, head });
    expect(comparison.rows[0]).toMatchObject({ verdict: 'not-comparable', rule: 'comparability', slowdown: null, differences: [{ field }] });
    expect(comparison.summary.exitCode).toBe(0);
    expect(compare({ base, head, policy: withPolicy({ relax: [field] }) }).rows[0]?.verdict).not.toBe('not-comparable');
  });

  it('does not compare a changed benchmark, but one of unknown source', () => {
    const hashed = (digit: string | null) => compared(reportOf([suiteOf([benchmarkOf('a', measured, { sourceHash: digit === null ? null : `sha256:${digit.repeat(64)}` })])]));
    expect(compare({ base: hashed('1'), head: hashed('2') }).rows[0]?.differences).toMatchObject([{ field: 'source' }]);
    expect(compare({ base: hashed('1'), head: hashed(null) }).rows[0]?.verdict).toBe('unchanged');
  });

  it('shows the beginning of long parameters', () => {
    const long = (last: string) => compared(reportOf([suiteOf([benchmarkOf('a', measured, { params: { size: 'x'.repeat(20_000) + last } })])]));
    const row = compare({ base: long('1'), head: long('2') }).rows[0];
    expect(row).toMatchObject({ verdict: 'not-comparable', differences: [{ field: 'params' }] });
  });

  it('an unknown version of a harness equals no known one, whatever version its output has (T25)', () => {
    const harness = (version: string | null) => provenance({ harness: { name: 'k6', version, outputVersion: '1.0' } });
    expect(compare({ base: harness('1.0'), head: harness(null) }).rows[0]).toMatchObject({ verdict: 'not-comparable', differences: [{ field: 'harness', base: 'k6 1.0', head: 'k6, output 1.0' }] });
  });

  it('does not compare across output formats of a harness whose version is not known (T25)', () => {
    const written = (outputVersion: string | null) => provenance({ harness: { name: 'vitest', version: null, outputVersion } });
    expect(compare({ base: written('outputJson'), head: written('json reporter') }).rows[0]?.differences).toEqual([{ field: 'harness', base: 'vitest, output outputJson', head: 'vitest, output json reporter' }]);
    expect(compare({ base: written('outputJson'), head: written('outputJson') }).rows[0]?.verdict).not.toBe('not-comparable');
  });

  it('lets patch releases differ', () => {
    expect(compare({ base, head: provenance({ toolchain: [{ name: 'rustc', version: '1.80.9' }] }) }).rows[0]?.rule).toBe('threshold');
  });

  it('never compares different units, nor opposite directions', () => {
    expect(compare({ base, head: sideOf({ a: [100] }, { unit: 'B' }) }).rows[0]?.differences).toEqual([{ field: 'unit', base: 'ns', head: 'B' }]);
    expect(compare({ base, head: sideOf({ a: [100] }, { direction: 'higher' }) }).rows[0]?.differences).toMatchObject([{ field: 'direction' }]);
  });

  it('takes a replayed report for one of the machine that measured it', () => {
    const replayed = reportOf([suiteOf([benchmarkOf('a', measured)])]);
    const original = { createdAt: '2026-01-01T00:00:00Z', fingerprint: 'f'.repeat(16), commit: null };
    const head = compared({ ...replayed, provenance: { ...replayed.provenance, measured: 'replayed', original } });
    expect(compare({ base, head }).rows[0]?.differences).toMatchObject([{ field: 'host', head: 'f'.repeat(16) }]);
  });
});

describe('overrides', () => {
  const override = { suite: null, benchmark: 'a*', metric: null, warn: null, fail: null, reason: 'noisy', expires: null, expired: false };
  const sides = { base: sideOf({ alpha: [100], beta: [100] }), head: sideOf({ alpha: [150], beta: [150] }) };

  it('replaces the limits of what it matches', () => {
    const comparison = compare({ ...sides, policy: withPolicy({ overrides: [{ ...override, fail: 0.6 }] }) });
    expect(verdicts(comparison)).toEqual({ alpha: 'warn', beta: 'regressed' });
    expect(comparison.rows[0]).toMatchObject({ override: 0, thresholds: { warn: 0.1, fail: 0.6 } });
  });

  it('lets the last match win', () => {
    const overrides = [{ ...override, fail: 0.6 }, { ...override, benchmark: '*', suite: 'suite', metric: 'time', warn: 0.7 }];
    expect(compare({ ...sides, policy: withPolicy({ overrides }) }).rows[0]).toMatchObject({ override: 1, thresholds: { warn: 0.7, fail: 0.7 } });
  });

  it('ignores an expired one and says so', () => {
    const comparison = compare({ ...sides, policy: withPolicy({ overrides: [{ ...override, fail: 0.6, expires: '2025-01-01', expired: true }] }) });
    expect(comparison.rows[0]).toMatchObject({ override: null, verdict: 'regressed' });
    expect(comparison.findings).toMatchObject([{ code: 'BNL018' }]);
  });
});

describe('a shift of the machine', () => {
  const names = Array.from({ length: 12 }, (_, index) => `bench${index}`);
  const side = (factor: (index: number) => number) => sideOf(Object.fromEntries(names.map((name, index) => [name, [(100 + index) * factor(index)]])));
  const base = side(() => 1);

  it('makes every noisy row not comparable', () => {
    const comparison = compare({ base, head: side((index) => 1.3 + index / 1000) });
    expect(new Set(Object.values(verdicts(comparison)))).toEqual(new Set(['not-comparable']));
    expect(comparison.rows[0]?.differences).toMatchObject([{ field: 'environment', head: expect.stringMatching(/^\+30\.\d %$/) }]);
    expect(comparison.summary.exitCode).toBe(0);
  });

  it.each([
    { name: 'only some moved', head: side((index) => (index < 4 ? 1.5 : 1)) },
    { name: 'they moved by different amounts', head: side((index) => (index % 2 === 0 ? 1 : 1.6)) },
    { name: 'the shift is small', head: side(() => 1.03) },
  ])('is not seen where $name', ({ head }) => {
    expect(Object.values(verdicts(compare({ base, head })))).not.toContain('not-comparable');
  });

  it('is not looked for in the same job or between two files', () => {
    expect(compare({ base, head: side(() => 1.3), sameJob: true }).summary.verdict).toBe('regressed');
    expect(compare({ base, head: side(() => 1.3), mode: 'files' }).summary.verdict).toBe('regressed');
  });
});

describe('ranks of stored rounds', () => {
  const rounds = (factor: number, seed: number, cv = 0.02) => noisy(10, { centre: 100 * factor, cv, seed });

  it.each([
    { factor: 1, verdict: 'unchanged' },
    { factor: 1.18, verdict: 'warn' },
    { factor: 1.4, verdict: 'regressed' },
    { factor: 0.7, verdict: 'improved' },
  ])('judges a factor of $factor as $verdict', ({ factor, verdict }) => {
    const row = compare({ base: sideOf({ a: rounds(1, 1) }), head: sideOf({ a: rounds(factor, 2) }) }).rows[0];
    expect(row).toMatchObject({ verdict, rule: 'rank', statistic: 'location', floor: expect.closeTo(0.05), interval: { level: 0.99 }, reason: expect.stringContaining('1 baseline job,') });
    expect(row?.slowdown).toBeCloseTo(factor - 1, 1);
  });

  it('says what it would take where the noise hides the answer', () => {
    const row = compare({ base: sideOf({ a: rounds(1, 3, 0.2) }), head: sideOf({ a: rounds(1.1, 4, 0.2) }) }).rows[0];
    expect(row?.verdict).toBe('inconclusive');
    expect(row?.roundsNeeded).toBeGreaterThan(10);
    expect(row?.reason).toContain(`10 % needs ${row?.roundsNeeded} rounds a side`);
  });

  it('never asks for rounds that there are already', () => {
    const side = (centre: number, seed: number) => sideOf({ a: noisy(10, { centre, cv: 0.012, seed }) });
    const row = compare({ base: side(1000, 1), head: side(1035, 2) }).rows[0];
    expect(row).toMatchObject({ verdict: 'inconclusive', rule: 'rank' });
    expect(row?.roundsNeeded).toBeGreaterThan(10);
  });

  it('says that no number of rounds settles a change that lies within the floor of the limit', () => {
    const row = compare({ base: sideOf({ a: noisy(10, { centre: 1000, cv: 0.001, seed: 1 }) }), head: sideOf({ a: noisy(10, { centre: 1070, cv: 0.001, seed: 2 }) }) }).rows[0];
    expect(row).toMatchObject({ verdict: 'inconclusive', rule: 'rank', roundsNeeded: null });
    expect(row?.reason).toContain('so near the limit of 10 % no number of them settles it');
  });

  it('leaves to the threshold rule what ranks could never fail among so many', () => {
    const many = (factor: number) => sideOf(Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`b${index}`, noisy(5, { centre: 100 * (index === 0 ? factor : 1), cv: 0.01, seed: index })])));
    const comparison = compare({ base: many(1), head: many(1.5) });
    expect(comparison.rows[0]).toMatchObject({ rule: 'threshold', verdict: 'regressed' });
  });

  it('takes the spread between the baseline\'s jobs for the noise from eight jobs on', () => {
    const job = (centre: number, seed: number) => reportOf([suiteOf([benchmarkOf('a', [metricOf(noisy(5, { centre, cv: 0.005, seed }))])])]);
    const calm = compared(...Array.from({ length: 9 }, (_, index) => job(100, index)));
    const wild = compared(...Array.from({ length: 9 }, (_, index) => job(100 * (1 + 0.3 * Math.sin(index * 2)), index)));
    const head = compared(job(130, 99));
    expect(compare({ base: calm, head }).rows[0]).toMatchObject({ verdict: 'regressed', floor: expect.closeTo(0.01), reason: expect.stringContaining('9 baseline jobs') });
    expect(compare({ base: wild, head }).rows[0]).toMatchObject({ verdict: 'inconclusive' });
  });

  it('judges a single round against many jobs', () => {
    const jobs = compared(...noisy(10, { centre: 100, cv: 0.02, seed: 5 }).map((value) => reportOf([suiteOf([benchmarkOf('a', [metricOf([value])])])])));
    expect(compare({ base: jobs, head: sideOf({ a: [150] }) }).rows[0]).toMatchObject({ rule: 'rank', verdict: 'regressed', interval: { lower: expect.any(Number), upper: expect.any(Number) } });
  });

  it('holds a calibrated floor above its own', () => {
    const floors = [{ suite: 'suite', benchmark: 'a', metric: 'time', floor: 0.5 }];
    expect(compare({ base: sideOf({ a: rounds(1, 1) }), head: sideOf({ a: rounds(1.4, 2) }), policy: withPolicy({ floors }) }).rows[0]).toMatchObject({ verdict: 'inconclusive', floor: expect.closeTo(0.5) });
  });

  it('leaves values without a logarithm to the threshold rule', () => {
    expect(compare({ base: sideOf({ a: [0, 1, 1, 1, 1, 1] }), head: sideOf({ a: [1, 1, 1, 1, 1, 1] }) }).rows[0]?.rule).toBe('threshold');
  });
});

describe('the policy\'s exit codes', () => {
  it('can raise and lower', () => {
    const raise = { warn: 3, missing: 0 } as const;
    expect(compare({ base: sideOf({ a: [100] }), head: sideOf({ a: [120] }), policy: withPolicy({ raise }) }).summary).toMatchObject({ verdict: 'warn', exitCode: 3 });
    expect(compare({ base: sideOf({ a: [100] }), head: sideOf({}), policy: withPolicy({ raise }) }).summary).toMatchObject({ verdict: 'missing', exitCode: 0 });
  });
});
