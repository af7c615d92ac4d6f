import fc from 'fast-check';
import type { Benchmark, Direction, Metric, MetricKind, PerformanceReport } from '../model/index.js';
import { renderBenchfmt, renderBenchRecords, renderBmf, renderGithubActionBenchmark } from '../render/export/index.js';
import { hostileNames } from '../render/testing/hostile-names.js';
import { sampleBenchmark, sampleMetric, sampleReport } from '../render/testing/sample-report.js';
import { adapterFor, detectTools, type Parsed } from './index.js';

const value = fc.oneof(fc.double({ min: -1e12, max: 1e12, noNaN: true }), fc.integer({ min: -1000, max: 1e9 })).map((number) => (Math.abs(number) < 1e-300 ? 0 : number));
const text = (maxLength: number) => fc.oneof(fc.constantFrom(...hostileNames), fc.constantFrom('a-8', 'b 1 2 ns/op', '#0', '#1', 'Benchmark#0', '--- FAIL: Benchmarka', 'x [suite=y]', 'Unit ns/op better=higher', 'latency', 'throughput', 'a (B)', 'time'), fc.string({ unit: 'binary', minLength: 1, maxLength }), fc.string({ unit: fc.constantFrom(...'%28uD-/#() \tnsMB\ud800'), minLength: 1, maxLength }));
const units = fc.constantFrom('ns', 'B', 'B/s', 'ops/s', 'count', 'ratio', 'points', 'widgets/op', 'us', 'a-b', 'ns/op');

interface Shape {
  name: string;
  unit: string;
  direction: Direction;
  kind: MetricKind;
  values: number[];
}

const shape = fc.record<Shape>({ name: text(20), unit: units, direction: fc.constantFrom('lower', 'higher', null), kind: fc.constantFrom('raw', 'exact'), values: fc.array(value, { minLength: 1, maxLength: 4 }) });
const metrics = fc.uniqueArray(shape, { minLength: 1, maxLength: 3, selector: ({ name }) => name });
const benchmarks = fc.uniqueArray(fc.tuple(text(1024), metrics), { minLength: 1, maxLength: 5, selector: ([id]) => id });

function reportOf(shapes: readonly (readonly [string, Shape[]])[]): PerformanceReport {
  const metricOf = ({ name, unit, direction, kind, values }: Shape): Metric => sampleMetric(name, values, { unit, direction, kind, summary: { ...sampleMetric(name, values).summary, p50: values[0] ?? 0 } });
  return sampleReport(shapes.map(([id, all]): Benchmark => sampleBenchmark(id, all.map(metricOf))));
}

/** By id, then by metric: what a report says, and what was read of it. */
type Table = Record<string, Record<string, unknown>>;

function tableOf(entries: readonly (readonly [id: string, metric: string, told: unknown])[]): Table {
  const table = new Map<string, [string, unknown][]>();
  for (const [id, metric, told] of entries) table.set(id, [...(table.get(id) ?? []), [metric, told]]);
  return Object.fromEntries([...table].map(([id, all]) => [id, Object.fromEntries(all)]));
}

const readOf = (parsed: Parsed, tell: (reading: Parsed['readings'][number]) => unknown): Table => tableOf(parsed.readings.map((reading) => [reading.benchmark.id, reading.metric?.name ?? reading.status, tell(reading)] as const));

describe('benchfmt comes back as it was', () => {
  const read = (report: PerformanceReport) => adapterFor('go').parse([{ path: 'new.txt', text: renderBenchfmt(report).text }]);

  it('with every id, metric, unit and round, whatever they are called', () => {
    fc.assert(
      fc.property(benchmarks, (shapes) => {
        const parsed = read(reportOf(shapes));
        expect(parsed.findings.filter(({ what }) => !what.includes('contradict'))).toEqual([]);
        const expected = tableOf(shapes.flatMap(([id, all]) => all.map(({ name, unit, values }) => [id, name, [unit, values, values.map(() => 1)]] as const)));
        expect(readOf(parsed, ({ metric, values, processes }) => [metric?.unit, values, processes])).toEqual(expected);
      }),
      { seed: 3, numRuns: 400 },
    );
  });

  it('with direction and exactness', () => {
    const shapes: Shape[] = [
      { name: 'time', unit: 'ns', direction: 'lower', kind: 'raw', values: [5, 6] },
      { name: 'memory', unit: 'B', direction: 'lower', kind: 'exact', values: [7] },
      { name: 'score', unit: 'points', direction: 'higher', kind: 'raw', values: [8] },
      { name: 'load', unit: 'ratio', direction: null, kind: 'raw', values: [9] },
    ];
    const parsed = read(reportOf([['a', shapes]]));
    expect(readOf(parsed, ({ metric }) => [metric?.unit, metric?.direction, metric?.kind])).toEqual({ a: { time: ['ns', 'lower', 'batch-mean'], memory: ['B', 'lower', 'exact'], score: ['points', 'higher', 'batch-mean'], load: ['ratio', null, 'batch-mean'] } });
  });

  it('with failed and skipped benchmarks, and a finding that names them as they are called', () => {
    const parsed = read(sampleReport([sampleBenchmark('good one', [sampleMetric('time', [5])]), sampleBenchmark('bad one', [], 'failed'), sampleBenchmark('later', [], 'skipped')]));
    expect(parsed.readings.map(({ benchmark, status }) => [benchmark.id, benchmark.name, status])).toEqual([['good one', 'good one', 'ok'], ['bad one', 'bad one', 'failed'], ['later', 'later', 'skipped']]);
    expect(parsed.findings).toMatchObject([{ code: 'BNL011', benchmark: 'bad one', what: expect.stringContaining('bad one failed') }]);
  });

  it('with suites that share ids kept apart', () => {
    const report = reportOf([['a', [{ name: 'time', unit: 'ns', direction: 'lower', kind: 'raw', values: [5] }]]]);
    const [suite] = report.suites;
    const parsed = read({ ...report, suites: [suite!, { ...suite!, name: 'encode' }] });
    expect(parsed.readings.map(({ benchmark }) => benchmark.id)).toEqual(['a', 'a [suite=encode]']);
  });

  it('and is known for what it is; files without the mark are read as Go wrote them', () => {
    const { text: written } = renderBenchfmt(reportOf([['a', [{ name: 'time', unit: 'ns', direction: 'lower', kind: 'raw', values: [5] }]]]));
    expect(detectTools([{ path: 'a', text: written }])).toEqual(['go']);
    const parsed = adapterFor('go').parse([{ path: 'a', text: written }, { path: 'b', text: 'BenchmarkB%20C-8\t1\t5 ns/op\n' }]);
    expect(parsed.readings.map(({ benchmark }) => benchmark.id)).toEqual(['a', 'B%20C']);
  });
});

describe('Bencher Metric Format comes back', () => {
  const read = (report: PerformanceReport) => adapterFor('bmf').parse([{ path: 'bmf.json', text: renderBmf(report).text }]);

  it('with every id, metric, unit and median; units that nobody knows too', () => {
    fc.assert(
      fc.property(benchmarks, (shapes) => {
        const report = reportOf(shapes);
        const left = new Set(renderBmf(report).leftOut.map(({ benchmark, metric }) => JSON.stringify([benchmark, metric])));
        // What Benchline never writes: a unit that is not the normalised one of its dimension.
        const kept = shapes.map(([id, all]) => [id, all.filter((metric) => !left.has(JSON.stringify([id, metric.name])) && metric.unit !== 'us' && metric.unit !== 'ns/op')] as const);
        const { text: written } = renderBmf(reportOf(kept.map(([id, all]) => [id, [...all]])));
        // What no tool measures: less than nothing of a built-in measure. It fails its benchmark, and no other.
        const measures = new Map(Object.entries(JSON.parse(written) as Record<string, Record<string, { value: number }>>));
        const impossible = (id: string) => Object.entries(measures.get(id) ?? {}).filter(([slug, { value: told }]) => ['latency', 'throughput'].includes(slug) && told < 0);
        const expected = tableOf(kept.flatMap(([id, all]): [string, string, unknown][] => (impossible(id).length > 0 ? [[id, 'failed', [undefined, undefined]]] : all.map(({ name, unit, values }) => [id, name, [unit, values[0]]]))));
        const parsed = adapterFor('bmf').parse([{ path: 'bmf.json', text: written }]);
        expect(parsed.findings.map(({ code, benchmark }) => [code, benchmark])).toEqual(kept.flatMap(([id]) => impossible(id).map(() => ['BNL002', id])));
        expect(readOf(parsed, ({ metric, summary }) => [metric?.unit, summary?.p50])).toEqual(expected);
      }),
      { seed: 4, numRuns: 400 },
    );
  });

  it('without the direction of what is neither time nor rate, which it has no place for', () => {
    const parsed = read(reportOf([['a', [{ name: 'time', unit: 'ns', direction: 'lower', kind: 'raw', values: [5] }, { name: 'memory', unit: 'B', direction: 'lower', kind: 'exact', values: [5] }]]]));
    expect(readOf(parsed, ({ metric }) => metric?.direction)).toEqual({ a: { time: 'lower', memory: null } });
  });
});

describe('the flat formats come back', () => {
  const shapes = [['decode/small', [{ name: 'time', unit: 'ns', direction: 'lower', kind: 'raw', values: [1500] }]], ['a "b"', [{ name: 'time', unit: 'ns', direction: 'lower', kind: 'raw', values: [7] }]]] satisfies [string, Shape[]][];

  it('bench records with ids and times', () => {
    const parsed = adapterFor('records').parse([{ path: 'r.ndjson', text: renderBenchRecords(reportOf(shapes)).text }]);
    expect(readOf(parsed, ({ summary }) => summary?.p50)).toEqual({ 'decode/small': { time: 1500 }, 'a "b"': { time: 7 } });
  });

  it('github-action-benchmark with names that hold id and metric', () => {
    const parsed = adapterFor('github-action-benchmark').parse([{ path: 'g.json', text: renderGithubActionBenchmark(reportOf(shapes), 'lower').text }]);
    expect(readOf(parsed, ({ summary }) => summary?.p50)).toEqual({ 'decode/small - time': { time: 1500 }, 'a "b" - time': { time: 7 } });
  });
});
