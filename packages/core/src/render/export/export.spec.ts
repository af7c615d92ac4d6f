import Ajv from 'ajv';
import fc from 'fast-check';
import type { Benchmark, Metric, PerformanceReport } from '../../model/index.js';
import { expectGolden } from '../testing/golden.js';
import { sampleBenchmark, sampleMetric, sampleReport } from '../testing/sample-report.js';
import { directionsOf, renderBenchfmt, renderBenchRecords, renderBmf, renderCsv, renderGithubActionBenchmark } from './index.js';

const memory = sampleMetric('memory', [65536], { unit: 'B', kind: 'exact' });
const points = sampleMetric('points', [7, 8], { unit: 'points', direction: null });
const benchmarks: Benchmark[] = [
  sampleBenchmark('decode/small', [sampleMetric('time', [1000, 1010, 990]), sampleMetric('throughput', [2e9, 2.1e9]), memory]),
  sampleBenchmark('=cmd|"x", y', [sampleMetric('time', [5]), points]),
  sampleBenchmark('broken', [], 'failed'),
  sampleBenchmark('later', [], 'skipped'),
  sampleBenchmark('gone', [], 'missing'),
];
const report = sampleReport(benchmarks);

function inTwoSuites(): PerformanceReport {
  const [suite] = report.suites;
  return { ...report, suites: [suite!, { ...suite!, name: 'encode', benchmarks: benchmarks.slice(0, 1) }] };
}

it.each([
  ['export.benchfmt.txt', renderBenchfmt(report).text],
  ['export.bmf.json', renderBmf(report).text],
  ['export.github-action-benchmark.json', renderGithubActionBenchmark(report, 'lower').text],
  ['export.csv', renderCsv(report).text.replaceAll('\r\n', '\n')],
  ['export.bench-record.ndjson', renderBenchRecords(report).text],
])('%s is as it was', (name, text) => {
  expectGolden(name, text);
});

it.each([['bmf', renderBmf], ['github-action-benchmark', (one: PerformanceReport) => renderGithubActionBenchmark(one, 'lower')], ['bench-record', renderBenchRecords]] as const)('%s has no place for a benchmark without numbers, and says so', (_format, render) => {
  const whole = render(report).leftOut.filter(({ metric }) => metric === null);
  expect(whole.map(({ benchmark, because }) => [benchmark, because])).toEqual([['broken', 'it failed'], ['later', 'it was skipped'], ['gone', 'it is missing']]);
});

it('benchfmt tells of failed and skipped benchmarks as go test does, and of a missing one that it cannot', () => {
  expect(renderBenchfmt(report).text).toMatch(/\n--- FAIL: Benchmarkbroken\n--- SKIP: Benchmarklater\n$/);
  expect(renderBenchfmt(report).leftOut).toEqual([{ suite: 'decode', benchmark: 'gone', metric: null, because: 'it is missing' }]);
});

it('benchmarks of two suites that share an id stay two', () => {
  expect(Object.keys(JSON.parse(renderBmf(inTwoSuites()).text) as object)).toEqual(expect.arrayContaining(['decode/decode/small', 'encode/decode/small']));
  expect(renderBenchRecords(inTwoSuites()).text).toContain('"encode/decode/small"');
  expect(renderGithubActionBenchmark(inTwoSuites(), 'lower').text).toContain('"encode/decode/small - time"');
  expect(renderBenchfmt(inTwoSuites()).text).toMatch(/\nsuite: decode\nBenchmarkdecode\/small\t[^]*\nsuite: encode\nBenchmarkdecode\/small\t/);
});

describe('benchfmt', () => {
  const linesOf = (metrics: Metric[]) => renderBenchfmt(sampleReport([sampleBenchmark('a', metrics)])).text.split('\n');

  it('has a line for each round, with the value that is compared', () => {
    const metric = sampleMetric('time', [3, 1, 2]);
    expect(linesOf([metric]).filter((line) => line.startsWith('Benchmark'))).toEqual(metric.rounds.map(({ n, location }) => `Benchmarka\t${n}\t${location} ns/op`));
  });

  it('has on each line the metrics that have this round', () => {
    expect(linesOf([sampleMetric('time', [1, 2]), memory]).filter((line) => line.startsWith('Benchmark'))).toEqual(['Benchmarka\t100\t1 ns/op\t65536 memory-B', 'Benchmarka\t100\t2 ns/op']);
  });

  it('takes head\'s rounds of a paired run', () => {
    const [round] = sampleMetric('time', [1]).rounds;
    const rounds = (['base', 'head', 'control', 'head'] as const).map((side, block) => ({ ...round!, side, block, location: block }));
    expect(linesOf([sampleMetric('time', [1], { rounds })]).filter((line) => line.startsWith('Benchmark'))).toEqual(['Benchmarka\t100\t1 ns/op', 'Benchmarka\t100\t3 ns/op']);
  });

  it('says of each unit which way is better and whether it is exact, and nothing where benchmarks disagree', () => {
    const units = (...metrics: Metric[]) => renderBenchfmt(sampleReport(metrics.map((metric, index) => sampleBenchmark(String(index), [metric])))).text.split('\n').filter((line) => line.startsWith('Unit '));
    expect(units(sampleMetric('time', [1]), memory, points)).toEqual(['Unit ns/op better=lower assume=nothing', 'Unit memory-B better=lower assume=exact', 'Unit points-points assume=nothing']);
    expect(units(memory, { ...memory, direction: 'higher', kind: 'raw' })).toEqual(['Unit memory-B assume=nothing']);
  });

  it('has no line that a name or the machine breaks in two', () => {
    const text = renderBenchfmt(sampleReport([sampleBenchmark('a\nBenchmarkb 1 1 ns/op', [memory])], { project: 'x\ny', provenance: { ...report.provenance, host: { ...report.provenance.host, cpuModel: 'a\nUnit ns/op better=higher' } } })).text;
    expect(text.split('\n').filter((line) => line.startsWith('Benchmark'))).toHaveLength(1);
    expect(text.split('\n').filter((line) => line.startsWith('Unit'))).toHaveLength(1);
  });

  it('has no configuration that differs from run to run, which would keep benchstat from comparing', () => {
    const configuration = (text: string) => text.split('\n').filter((line) => /^\p{Ll}[^\s\p{Lu}]*:/u.test(line));
    expect(configuration(renderBenchfmt(report).text)).toEqual(['cpu: Example CPU 3.0 GHz', 'suite: decode']);
  });
});

describe('Bencher Metric Format', () => {
  /** https://bencher.dev/docs/reference/bencher-metric-format/ and https://bencher.dev/bmf.json, as of 2026-11. */
  const metric = { type: 'object', properties: { value: { type: 'number' }, lower_value: { type: 'number' }, upper_value: { type: 'number' } }, required: ['value'] };
  const schema = { type: 'object', patternProperties: { '.+': { type: 'object', patternProperties: { '.+': metric } } } };
  /** What the page says beyond its schema: names have at most 1024, measures 64 characters. */
  const limits = { propertyNames: { maxLength: 1024, minLength: 1 }, additionalProperties: { propertyNames: { maxLength: 64, minLength: 1 }, additionalProperties: { ...metric, additionalProperties: false } } };
  const isBmf = new Ajv({ strict: false }).compile({ allOf: [schema, limits] });

  it('is what Bencher publishes', () => {
    const document: unknown = JSON.parse(renderBmf(report).text);
    expect([isBmf(document), isBmf.errors]).toEqual([true, null]);
    expect(isBmf({ a: { latency: { value: '1' } } })).toBe(false);
  });

  it('keeps Bencher\'s own measures to Bencher\'s units', () => {
    const one = (name: string, unit: string, value: number) => sampleMetric(name, [value], { unit });
    const metrics = [one('time', 'ns', 5), one('throughput', 'ops/s', 7), one('build-time', 'ns', 12.34e9), one('file-size', 'B', 9), one('instructions', 'count', 3)];
    const { a } = JSON.parse(renderBmf(sampleReport([sampleBenchmark('a', metrics)])).text) as Record<string, Record<string, { value: number }>>;
    expect(Object.entries(a!).map(([measure, { value }]) => [measure, value])).toEqual([['latency', 5], ['throughput', 7], ['build-time', 12.34], ['file-size', 9], ['instructions', 3]]);
  });

  it('never calls bytes a second a throughput, which Bencher counts in operations', () => {
    expect(renderBmf(report).text).toContain('"throughput (B/s)"');
    expect(renderBmf(report).text).not.toContain('"throughput":');
  });

  it('leaves out a measure whose name Bencher would not take', () => {
    const long = sampleMetric('x'.repeat(70), [1]);
    expect(renderBmf(sampleReport([sampleBenchmark('a', [long, memory])])).leftOut).toMatchObject([{ metric: long.name, because: expect.stringContaining('64') }]);
  });
});

describe('CSV', () => {
  /** RFC 4180, read by a machine of its own. */
  function parseCsv(text: string): string[][] {
    const rows: string[][] = [[]];
    let cell = '';
    let quoted = false;
    for (let at = 0; at < text.length; at += 1) {
      const character = text[at] as string;
      if (quoted && character === '"' && text[at + 1] === '"') { cell += '"'; at += 1; } else if (character === '"' && (quoted || cell === '')) quoted = !quoted;
      else if (quoted) cell += character;
      else if (character === ',') { rows.at(-1)!.push(cell); cell = ''; } else if (character === '\r' && text[at + 1] === '\n') { rows.at(-1)!.push(cell); cell = ''; rows.push([]); at += 1; } else cell += character;
    }
    return rows.slice(0, -1);
  }
  const cells = (text: string) => {
    const [head, ...rows] = parseCsv(text);
    return rows.map((row) => Object.fromEntries(row.map((cell, index) => [head![index], cell])));
  };

  it('has a row for each metric, and one for a benchmark that has none', () => {
    expect(cells(renderCsv(report).text).map(({ benchmark, status, metric, p50 }) => [benchmark, status, metric, p50])).toEqual([
      ['decode/small', 'ok', 'time', '1000'], ['decode/small', 'ok', 'throughput', '2100000000'], ['decode/small', 'ok', 'memory', '65536'],
      [`'=cmd|"x", y`, 'ok', 'time', '5'], [`'=cmd|"x", y`, 'ok', 'points', '8'], ['broken', 'failed', '', ''], ['later', 'skipped', '', ''], ['gone', 'missing', '', ''],
    ]);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', "'=1"])('%j is no formula, and comes back by taking the apostrophe off', (id) => {
    expect(cells(renderCsv(sampleReport([sampleBenchmark(id, [memory])])).text)[0]?.['benchmark']).toBe(`'${id}`);
  });

  it('leaves numbers below zero numbers', () => {
    expect(cells(renderCsv(sampleReport([sampleBenchmark('a', [sampleMetric('drift', [-5])])])).text)[0]?.['p50']).toBe('-5');
  });

  it('keeps every name, and as many cells in every row', () => {
    const name = fc.oneof(fc.string({ unit: 'binary', minLength: 1 }), fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', '=', "'", 'a'), minLength: 1 }));
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 5 }), (ids) => {
        const { text } = renderCsv(sampleReport(ids.map((id) => sampleBenchmark(id, [memory]))));
        expect(new Set(parseCsv(text).map((row) => row.length)).size).toBe(1);
        expect(cells(text).map(({ benchmark = '' }) => (benchmark.startsWith("'") ? benchmark.slice(1) : benchmark))).toEqual(ids);
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});

describe('github-action-benchmark', () => {
  it('knows the directions of a report', () => {
    expect(directionsOf(report)).toEqual(['lower', 'higher']);
    expect(directionsOf(sampleReport([sampleBenchmark('a', [points])]))).toEqual([]);
  });

  it('leaves out what the action would take the wrong way round', () => {
    const left = renderGithubActionBenchmark(report, 'lower').leftOut.filter(({ metric }) => metric !== null);
    expect(left.map(({ metric, because }) => [metric, because])).toEqual([['throughput', 'higher is better'], ['points', 'nothing tells which way is better']]);
  });
});

describe('bench records', () => {
  it('hold times and bytes a second, in their units, and nothing of zero', () => {
    const zero = sampleMetric('time', [0]);
    const { text, leftOut } = renderBenchRecords(sampleReport([sampleBenchmark('a', [sampleMetric('time', [1.5e6]), sampleMetric('throughput', [3e6]), memory]), sampleBenchmark('b', [zero])]));
    expect(text.trim().split('\n').map((line) => JSON.parse(line) as object)).toMatchObject([
      { bench_id: 'a', metric: 'duration_ms', unit: 'ms', p50: 1.5, n: 100, timestamp: report.createdAt },
      { bench_id: 'a', metric: 'throughput_mbs', unit: 'MB/s', p50: 3 },
    ]);
    expect(leftOut.map(({ benchmark, metric }) => [benchmark, metric])).toEqual([['a', 'memory'], ['b', 'time']]);
  });
});
