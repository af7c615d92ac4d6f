import { formatShare, formatValue, type Benchmark, type Metric, type PerformanceReport, type Suite } from '../model/index.js';
import { commitText } from './comparison-words.js';
import { escapeTerminal } from './escape.js';
import { renderFindings } from './findings-text.js';
import { createPalette, type Palette, type TextOptions } from './palette.js';
import { createRowName, nothing } from './row-text.js';
import { layoutTable, type Cell, type Column } from './table.js';

export interface ReportTextOptions extends TextOptions {
  /** Every benchmark, also of a very long report. */
  all?: boolean;
}

/** Collections of the heap explain a time and are never judged: the report's file has them. */
const background: ReadonlySet<string> = new Set(['gc-count', 'gc-pause']);

/** Beyond this many lines a report is shown in part. */
const limit = 200;

interface Line {
  suite: string;
  benchmark: string;
  status: Benchmark['status'];
  metric: Metric | null;
  /** The throughput of the same benchmark, beside its time. */
  rate: Metric | null;
}

/** What a run measured: median, spread and rounds of each benchmark, with its throughput where the tool knows one. */
export function renderReportText(report: PerformanceReport, options: ReportTextOptions): string {
  const paint = createPalette(options.color);
  const lines = report.suites.flatMap((suite) => suite.benchmarks.flatMap((benchmark) => linesOf(suite, benchmark)));
  const shown = options.all === true ? lines : lines.slice(0, limit);
  const more = shown.length < lines.length ? [paint('dim', `… and ${lines.length - shown.length} more (--all shows them)`)] : [];
  const findings = [...report.warnings, ...report.errors];
  const told = findings.length === 0 ? [] : ['', renderFindings(findings, options).trimEnd()];
  return [...titleLines(report, paint), '', ...tableLines(shown, options, paint), ...more, ...told, ''].join('\n');
}

function titleLines({ project, provenance }: PerformanceReport, paint: Palette): string[] {
  const { host, measured, original, commit } = provenance;
  const where = `${host.cpuModel}, ${host.cores} cores${host.class === null ? '' : `, host class ${host.class}`}`;
  const replayed = measured === 'replayed' ? `replayed from the cache${original === null ? '' : `; measured ${original.createdAt}`}` : null;
  const title = `${paint('bold', escapeTerminal(project))} at ${escapeTerminal(commitText(commit))}`;
  const place = measured === 'elsewhere' ? 'read from files measured elsewhere' : where;
  return [title, paint('dim', escapeTerminal(place)), ...(replayed === null ? [] : [paint('yellow', escapeTerminal(replayed))])];
}

/** A throughput that goes with a time stands beside it; every other metric has a line of its own. */
function linesOf(suite: Suite, { id, status, metrics }: Benchmark): Line[] {
  const place = { suite: suite.name, benchmark: id, status };
  const time = metrics.find(({ name }) => name === 'time');
  const rate = time === undefined ? undefined : metrics.find(({ name }) => name === 'throughput');
  const lines = metrics.filter((metric) => metric !== rate && !background.has(metric.name)).map((metric) => ({ ...place, metric, rate: metric === time ? (rate ?? null) : null }));
  return lines.length === 0 ? [{ ...place, metric: null, rate: null }] : lines;
}

function tableLines(lines: readonly Line[], { columns }: TextOptions, paint: Palette): string[] {
  if (lines.length === 0) return ['Nothing was measured.'];
  const withMetric = new Set(lines.flatMap(({ metric }) => (metric === null ? [] : [metric.name]))).size > 1;
  const withRate = lines.some(({ rate }) => rate !== null);
  const nameOf = createRowName(lines);
  const cells = lines.map((line) => [{ text: escapeTerminal(nameOf(line)) }, ...cellsOf(line, { withMetric, withRate }, paint)]);
  const [head = '', ...body] = layoutTable(columnsOf({ withMetric, withRate }), cells, columns);
  return [paint('dim', head), ...body];
}

interface Shape {
  withMetric: boolean;
  withRate: boolean;
}

function columnsOf({ withMetric, withRate }: Shape): Column[] {
  return [
    { head: 'benchmark', align: 'left', shrinks: true },
    ...(withMetric ? [{ head: 'metric', align: 'left' } as const] : []),
    { head: 'median', align: 'right' },
    { head: 'spread', align: 'right' },
    { head: 'rounds', align: 'right' },
    ...(withRate ? [{ head: 'throughput', align: 'right' } as const] : []),
  ];
}

/** All but the name. */
function cellsOf({ metric, rate, status }: Line, { withMetric, withRate }: Shape, paint: Palette): Cell[] {
  const broken = { text: status === 'ok' ? nothing : status, paint: (text: string) => paint('red', text) };
  return [
    ...(withMetric ? [{ text: escapeTerminal(metric?.name ?? nothing) }] : []),
    metric === null ? broken : { text: escapeTerminal(formatValue(metric.summary.p50, metric.unit)) },
    { text: metric === null ? nothing : spreadText(metric) },
    { text: metric === null ? nothing : String(metric.rounds.length) },
    ...(withRate ? [{ text: rate === null ? nothing : escapeTerminal(formatValue(rate.summary.p50, rate.unit)) }] : []),
  ];
}

/**
 * The median absolute deviation as a share of the median: "± 1.2 %". A tool that summarises by itself gives the standard deviation at most, which one slow
 * value makes much larger, so that it is marked: "σ 3.1 %". One number alone has neither, and is not "± 0 %".
 */
function spreadText({ summary: { n, mad, stddev, p50 }, kind }: Metric): string {
  if (kind === 'exact') return 'exact';
  const spread = mad ?? stddev;
  return spread === null || n < 2 || p50 === 0 ? nothing : `${mad === null ? 'σ' : '±'} ${formatShare(Number(Math.abs(spread / p50).toPrecision(2)))}`;
}
