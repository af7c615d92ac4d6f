import type { Summary } from '../../model/index.js';
import type { LinePlace } from '../line-reader.js';
import { rescale } from '../rescale.js';
import { parseWrkBytes, parseWrkNumber, parseWrkTime } from './wrk-units.js';

/** One run as wrk or wrk2 print it; null and empty: not (yet) printed, or no number. */
export interface WrkRun {
  url: string;
  place: LinePlace;
  /** Whether a line stands in it that wrk2 alone prints. */
  wrk2: boolean;
  threads: string | null;
  connections: string | null;
  /** ns. */
  mean: number | null;
  stddev: number | null;
  max: number | null;
  /** Values behind `mean`, where they are not all requests: wrk2 counts from its calibration on. */
  recorded: number | null;
  /** The distribution being printed; null: none, or one that is not read. */
  distribution: Map<number, number> | null;
  /** Percentile -> ns. */
  percentiles: Map<number, number>;
  answered: number | null;
  /** What went wrong, as printed. */
  errors: string[];
  requestsPerSecond: number | null;
  bytesPerSecond: number | null;
}

/** The run a line begins; null where it begins none. */
export function beginWrkRun(text: string, place: LinePlace): WrkRun | null {
  const url = /^Running \S+ test @ (\S+)\s*$/.exec(text)?.[1];
  if (url === undefined) return null;
  const nothing = { threads: null, connections: null, mean: null, stddev: null, max: null, recorded: null, distribution: null, answered: null, requestsPerSecond: null, bytesPerSecond: null };
  return { url, place, wrk2: false, ...nothing, percentiles: new Map(), errors: [] };
}

type Rule = readonly [RegExp, (run: WrkRun, found: readonly string[]) => void];

const rules: readonly Rule[] = [
  [/^ +(\d+) threads and (\d+) connections$/, (run, [threads, connections]) => Object.assign(run, { threads, connections })],
  [/^ +Thread calibration: /, (run) => (run.wrk2 = true)],
  // Before its calibration wrk2 has nothing to divide by.
  [/^ +Req\/Sec +-?nan/, (run) => (run.wrk2 = true)],
  [/^ +Latency +(\S+) +(\S+) +(\S+) +\S+%$/, (run, [mean, stddev, max]) => Object.assign(run, { mean: parseWrkTime(mean), stddev: parseWrkTime(stddev), max: parseWrkTime(max) })],
  [/^ +Latency Distribution(?: \(HdrHistogram - (.*)\))?$/, beginDistribution],
  [/^ *(\d+(?:\.\d+)?)% +(\S+)$/, (run, [percent, value]) => keep(run, Number(percent), parseWrkTime(value))],
  [/^ +(\d+\.\d+) +([01]\.\d{6}) +\d+ +\S+$/, (run, [ms, share]) => keep(run, rescale(Number(share), 100), rescale(Number(ms), 1e6))],
  [/^#\[Mean += +(\S+), StdDeviation += +(\S+)\]$/, (run, [mean, stddev]) => keepExact(run, { mean: milliseconds(mean), stddev: milliseconds(stddev) })],
  [/^#\[Max += +(\S+), Total count += +(\S+)\]$/, (run, [max, count]) => keepExact(run, { max: milliseconds(max), recorded: parseWrkNumber(count) })],
  [/^ +(\d+) requests in \S+, \S+ read$/, (run, [answered]) => (run.answered = parseWrkNumber(answered))],
  [/^ +(Socket errors: .*)$/, (run, [errors = '']) => run.errors.push(errors.replace(/^S/, 's'))],
  [/^ +Non-2xx or 3xx responses: (\S+)$/, (run, [count]) => run.errors.push(`${count} of ${run.answered ?? 'all'} answers were neither 2xx nor 3xx`)],
  [/^Requests\/sec: +(\S+)$/, (run, [rate]) => (run.requestsPerSecond = parseWrkNumber(rate))],
  [/^Transfer\/sec: +(\S+)$/, (run, [rate]) => (run.bytesPerSecond = parseWrkBytes(rate))],
];

/** Takes from a line what it tells of the run; lines of scripts and servers in between tell nothing. */
export function readWrkLine(run: WrkRun, text: string): void {
  // A unit of one letter is filled up with a space.
  const line = text.trimEnd();
  for (const [pattern, apply] of rules) {
    const found = pattern.exec(line);
    if (found !== null) return void apply(run, found.slice(1));
  }
}

/** wrk2 can print a second one without its correction for delayed starts (-U); the first is the one to read. */
function beginDistribution(run: WrkRun, [name]: readonly string[]): void {
  run.wrk2 ||= name !== undefined;
  run.distribution = name === undefined || name === 'Recorded Latency' ? run.percentiles : null;
}

/** The first of two stands in wrk2's own scaled text, the second in its spectrum with more digits. */
function keep({ distribution }: WrkRun, percent: number, value: number | null): void {
  if (value !== null) distribution?.set(percent, value);
}

function keepExact(run: WrkRun, told: Partial<WrkRun>): void {
  if (run.distribution !== null) Object.assign(run, told);
}

function milliseconds(text: string | undefined): number | null {
  const value = parseWrkNumber(text);
  return value === null ? null : rescale(value, 1e6);
}

/** null where the tool was not asked for percentiles (--latency): a mean is no median. */
export function latencyOfWrk({ percentiles, recorded, answered, mean, stddev, max }: WrkRun): Summary | null {
  const p50 = percentiles.get(50);
  const n = recorded ?? answered;
  if (p50 === undefined || n === null || n === 0 || !Number.isSafeInteger(n)) return null;
  return { n, min: null, p50, p95: percentiles.get(95) ?? null, p99: percentiles.get(99) ?? null, max, mean, stddev, mad: null };
}
