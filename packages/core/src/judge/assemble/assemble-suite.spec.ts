import type { MetricKind, Summary, SuiteProvenance } from '../../model/generated/types.js';
import type { Parsed, Reading } from '../../parse/parsed.js';
import { assembleSuite } from './assemble-suite.js';

const provenance: SuiteProvenance = {
  harness: { name: 'tool', version: '1.0.0', outputVersion: null },
  toolchain: [],
  command: [],
  filter: null,
  threads: null,
  dataset: null,
  seed: null,
  env: {},
  build: { profile: null, flags: [] },
};

function reading(id: string, values: number[] | null, rest: Partial<Reading> & { direction?: 'lower' | 'higher' | null; kind?: MetricKind } = {}): Reading {
  const { direction = 'lower', kind = 'raw', ...others } = rest;
  return {
    benchmark: { id, name: id, group: null, params: {}, tags: [] },
    status: 'ok',
    metric: { name: 'time', unit: 'ns', direction, kind, ordered: true },
    values,
    summary: null,
    ...others,
  };
}

function parsed(...readings: Reading[]): Parsed {
  return { harness: { name: 'tool', version: '1.0.0', outputVersion: null }, readings, findings: [] };
}

function assemble(...rounds: Parsed[]) {
  return assembleSuite({ name: 'suite', tool: 'tinybench', provenance, rounds });
}

const upTo = (n: number): number[] => Array.from({ length: n }, (_, index) => index + 1);

describe('assembleSuite', () => {
  it('counts each process of a run as a round, but not in paired mode, where the run is the round of its block', () => {
    const forked = parsed(reading('a', [1, 2, 3, 10, 20], { processes: [3, 2] }));
    expect(assemble(forked).suite.benchmarks[0]?.metrics[0]?.rounds.map(({ n, mean }) => [n, mean])).toEqual([[3, 2], [2, 15]]);
    const paired = assembleSuite({ name: 'suite', tool: 'tinybench', provenance, rounds: [forked], sides: [{ side: 'base', block: 1 }] });
    expect(paired.suite.benchmarks[0]?.metrics[0]?.rounds.map(({ n }) => n)).toEqual([5]);
  });

  it('gives each round the mean of its fastest 30 % and of its slowest 20 %', () => {
    const { suite } = assemble(parsed(reading('a', upTo(10))), parsed(reading('a', upTo(20))));
    expect(suite.benchmarks[0]?.metrics[0]?.rounds).toEqual([
      { n: 10, location: 2, tail: 9.5, mean: 5.5, p50: 5.5, p95: null, p99: null },
      { n: 20, location: 3.5, tail: 18.5, mean: 10.5, p50: 10.5, p95: 19.05, p99: null },
    ]);
  });

  it('takes the best share from the high end where higher is better', () => {
    const { suite } = assemble(parsed(reading('a', upTo(10), { direction: 'higher' })));
    expect(suite.benchmarks[0]?.metrics[0]?.rounds[0]).toMatchObject({ location: 9, tail: 1.5 });
  });

  it.each([
    { name: 'an exact count', rest: { kind: 'exact' } as const },
    { name: 'an unknown direction', rest: { direction: null } },
  ])('takes the median for $name', ({ rest }) => {
    const { suite } = assemble(parsed(reading('a', [5, 1, 9], rest)));
    expect(suite.benchmarks[0]?.metrics[0]?.rounds[0]).toMatchObject({ location: 5, tail: null });
  });

  it('gives p95 from 20 and p99 from 100 values on', () => {
    const { suite } = assemble(parsed(reading('a', upTo(19)), reading('b', upTo(99)), reading('c', upTo(100))));
    const quantiles = suite.benchmarks.map(({ metrics }) => [metrics[0]?.summary.p95, metrics[0]?.summary.p99]);
    expect(quantiles).toEqual([[null, null], [expect.closeTo(94.1), null], [expect.closeTo(95.05), expect.closeTo(99.01)]]);
  });

  it('summarises all values of all rounds together', () => {
    const { suite } = assemble(parsed(reading('a', [1, 2, 3])), parsed(reading('a', [10, 20])));
    expect(suite.benchmarks[0]?.metrics[0]?.summary).toMatchObject({ n: 5, min: 1, p50: 3, max: 20, mean: 7.2 });
  });

  it('keeps what only the tool says', () => {
    const summary: Summary = { n: 40, min: null, p50: 7, p95: 9, p99: null, max: null, mean: null, stddev: null, mad: null };
    const { suite } = assemble(parsed(reading('a', null, { summary, kind: 'summary' })));
    expect(suite.benchmarks[0]?.metrics[0]).toMatchObject({ summary, rounds: [{ n: 40, location: 7, tail: null, mean: null, p50: 7, p95: 9, p99: null }] });
  });

  it('puts the summaries of several rounds together', () => {
    const one: Summary = { n: 2, min: 1, p50: 2, p95: null, p99: null, max: 3, mean: 2, stddev: Math.SQRT2, mad: 1 };
    const two: Summary = { n: 2, min: 5, p50: 6, p95: 7, p99: null, max: 7, mean: 6, stddev: Math.SQRT2, mad: 1 };
    const { suite } = assemble(parsed(reading('a', null, { summary: one })), parsed(reading('a', null, { summary: two })));
    // 1, 3, 5, 7
    expect(suite.benchmarks[0]?.metrics[0]?.summary).toEqual({ n: 4, min: 1, p50: 4, p95: null, p99: null, max: 7, mean: 4, stddev: expect.closeTo(2.581989), mad: null });
  });

  it('keeps the order in which benchmarks were first seen and the rounds that each has', () => {
    const { suite } = assemble(parsed(reading('b', [1]), reading('a', [1])), parsed(reading('c', [1]), reading('a', [2])));
    expect(suite.benchmarks.map(({ id, metrics }) => [id, metrics[0]?.rounds.length])).toEqual([['b', 1], ['a', 2], ['c', 1]]);
  });

  it('uses neither of two readings that share an id', () => {
    const { suite, findings } = assemble(parsed(reading('a', [1]), reading('a', [2]), reading('b', [3])), parsed(reading('a', [1])));
    expect(findings).toMatchObject([{ code: 'BNL019', suite: 'suite', benchmark: 'a' }]);
    expect(suite.benchmarks.map(({ id, status, metrics }) => [id, status, metrics.length])).toEqual([['a', 'failed', 0], ['b', 'ok', 1]]);
  });

  it.each([
    { statuses: ['ok', 'failed'], expected: 'failed' },
    { statuses: ['skipped', 'skipped'], expected: 'skipped' },
    { statuses: ['skipped', 'ok'], expected: 'ok' },
  ] as const)('calls a benchmark that was $statuses $expected', ({ statuses, expected }) => {
    const { suite } = assemble(...statuses.map((status) => parsed(reading('a', [1], { status }))));
    expect(suite.benchmarks[0]?.status).toBe(expected);
  });

  it('leaves out a reading in another unit and one without numbers', () => {
    const other = { name: 'time', unit: 'B', direction: 'lower', kind: 'raw', ordered: true } as const;
    const { suite } = assemble(parsed(reading('a', [1])), parsed(reading('a', [2], { metric: other })), parsed(reading('a', [])));
    expect(suite.benchmarks[0]?.metrics[0]?.rounds).toHaveLength(1);
  });

  it('writes side and block of each round in paired mode', () => {
    const sides = [{ side: 'base', block: 0 }, { side: 'head', block: 0 }] as const;
    const { suite } = assembleSuite({ name: 's', tool: 'tinybench', provenance, rounds: [parsed(reading('a', [1])), parsed(reading('a', [2]))], sides });
    expect(suite.benchmarks[0]?.metrics[0]?.rounds).toMatchObject([{ side: 'base', block: 0 }, { side: 'head', block: 0 }]);
  });

  it('leaves the caller\'s values as they were', () => {
    const values = Object.freeze([3, 1, 2]) as number[];
    assemble(parsed(reading('a', values)));
    expect(values).toEqual([3, 1, 2]);
  });
});
