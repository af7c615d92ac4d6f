import { benchfmtExportMark, benchfmtUnitOf, encodeBenchfmtName, encodeBenchfmtWord, type Benchmark, type Metric, type PerformanceReport, type Suite } from '../../model/index.js';
import { exportedRows, missing } from './exported-rows.js';
import type { ExportRenderer } from './exported.js';

/**
 * The benchmark format of Go (design document 14313, golang.org/x/perf/benchfmt), as benchstat reads it: a line for each round of each benchmark, its value the round's `location`,
 * which is what Benchline compares; `Unit` lines with direction and exactness; suite and processor as configuration. Failed and skipped benchmarks are told as go test tells
 * them. What differs from run to run stands in comments: as configuration it would keep benchstat from comparing two runs.
 */
export const renderBenchfmt: ExportRenderer = (report) => {
  const lines = [benchfmtExportMark, ...commentsOf(report), ...unitLines(report), `cpu: ${wordsOf(report.provenance.host.cpuModel)}`];
  for (const suite of report.suites) lines.push(`suite: ${wordsOf(suite.name)}`, ...suiteLines(suite));
  return { text: `${lines.join('\n')}\n`, leftOut: exportedRows(report).leftOut.filter(({ because }) => because === missing) };
};

function commentsOf({ project, createdAt, provenance }: PerformanceReport): string[] {
  const { sha, dirty } = provenance.commit;
  const commit = sha === null ? [] : [`# commit ${sha}${dirty === true ? ' and changes' : ''}`];
  return [`# project ${wordsOf(project)}`, `# measured ${createdAt}`, ...commit];
}

/** Text up to the end of a line: only what would end it, or the line's words, is encoded. */
function wordsOf(text: string): string {
  return text.split(' ').map(encodeBenchfmtWord).join(' ');
}

function unitLines({ suites }: PerformanceReport): string[] {
  const metrics = new Map<string, Metric[]>();
  for (const metric of suites.flatMap(({ benchmarks }) => benchmarks).flatMap((benchmark) => benchmark.metrics)) {
    const unit = benchfmtUnitOf(metric);
    const alike = metrics.get(unit);
    if (alike === undefined) metrics.set(unit, [metric]);
    else alike.push(metric);
  }
  return [...metrics].map(([unit, alike]) => {
    const [direction = null, ...others] = new Set(alike.map((metric) => metric.direction));
    const better = direction === null || others.length > 0 ? '' : ` better=${direction}`;
    return `Unit ${unit}${better} assume=${alike.every(({ kind }) => kind === 'exact') ? 'exact' : 'nothing'}`;
  });
}

function suiteLines({ benchmarks }: Suite): string[] {
  return benchmarks.flatMap((benchmark) => {
    const name = `Benchmark${encodeBenchfmtName(benchmark.id)}`;
    if (benchmark.status === 'ok') return roundLines(name, benchmark);
    return benchmark.status === 'missing' ? [] : `--- ${benchmark.status === 'failed' ? 'FAIL' : 'SKIP'}: ${name}`;
  });
}

/** The first round of every metric on the first line, and so on; the iterations are those of the first metric. */
function roundLines(name: string, { metrics }: Benchmark): string[] {
  const series = metrics.map((metric) => ({ unit: benchfmtUnitOf(metric), rounds: headRounds(metric) }));
  const count = Math.max(0, ...series.map(({ rounds }) => rounds.length));
  return Array.from({ length: count }, (_, index) => {
    const here = series.flatMap(({ unit, rounds }) => ({ unit, round: rounds[index] })).filter(({ round }) => round !== undefined);
    const iterations = Math.max(1, here[0]?.round?.n ?? 1);
    return [name, iterations, ...here.map(({ unit, round }) => `${round?.value} ${unit}`)].join('\t');
  });
}

/** Of a paired run head's rounds alone. A metric without rounds has its summary. */
function headRounds({ rounds, summary }: Metric): { n: number; value: number }[] {
  const own = rounds.filter(({ side }) => side === undefined || side === 'head').map(({ n, location }) => ({ n, value: location }));
  return own.length > 0 || rounds.length > 0 ? own : [{ n: summary.n, value: summary.p50 }];
}
