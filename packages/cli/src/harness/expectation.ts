import { normalizeQuantity, parseShare, type NormalisedUnit, type Statistic } from '@benchline/core/model';
import type { LoadResult, PerfResult } from './perf-result.js';

/** A limit that a spec sets itself, in a normalised unit: an objective beside the test. */
export interface DeclaredLimit {
  metric: string;
  statistic: Statistic;
  kind: 'floor' | 'ceiling';
  limit: number;
  unit: NormalisedUnit;
  /** As a share of the limit: inside this band beyond it a value warns. */
  tolerance: number;
  /** The worse end of the interval over rounds decides, not the estimate. */
  confident: boolean;
  /** Id, or name in the same group, of the spec whose time is the unit; null: the limit is absolute. */
  relativeTo: string | null;
}

/** What can still be said of a limit. */
export interface LimitWords {
  /** Beyond the limit by at most this share of it, a value warns: '5%' or 0.05. */
  withTolerance(share: string | number): LimitWords;
  /** The whole interval over the rounds must hold the limit. */
  confidently(): LimitWords;
}

/** `expectPerf(result)`: of the median, or of another statistic. */
export interface Expectation {
  readonly p50: Expectation;
  readonly p95: Expectation;
  readonly p99: Expectation;
  readonly mean: Expectation;
  /** Time: '2 ms'. */
  toBeUnder(limit: string): LimitWords;
  /** What the spec works through: '80 MB/s', '5 kops/s'. It needs `bytes` or `elements`. */
  toReach(limit: string): LimitWords;
  /** Bytes that one call allocates on V8's heap: '1 kB'. */
  toAllocateUnder(limit: string): LimitWords;
  /** Its time is at most this share of another spec's time in the same process: ('json/parse', 0.8). Default: 1. */
  toBeFasterThan(other: string, share?: number): LimitWords;
}

/** `expectLoad(result)`: of the median, or of another statistic. */
export interface LoadExpectation {
  readonly p50: LoadExpectation;
  readonly p99: LoadExpectation;
  readonly mean: LoadExpectation;
  /** Requests answered: '5000 req/s'. */
  toServe(limit: string): LimitWords;
  /** Latency: `expectLoad(result).p99.toRespondUnder('20 ms')`. */
  toRespondUnder(limit: string): LimitWords;
  /** Requests that fail: '0.1%'. It needs an `errorBudget` of at least as much. */
  toFailUnder(share: string | number): LimitWords;
}

/** Limits of the spec whose `expect` runs; copies of this module meet here. */
const key = Symbol.for('benchline.perf.limits');
const shared = globalThis as { [key]?: DeclaredLimit[] };

/** The limits that `check` sets. */
export function collectLimits(check: () => void): DeclaredLimit[] {
  const limits: DeclaredLimit[] = [];
  shared[key] = limits;
  try {
    check();
  } finally {
    delete shared[key];
  }
  return limits;
}

/** Sets limits for what was measured; to be called in a spec's `expect`. They are judged over all rounds, as the objectives of the config are. */
export function expectPerf(result: PerfResult): Expectation {
  if (shared[key] === undefined) throw new Error('expectPerf belongs into the expect of a spec: itPerf(name, run, { expect: (result) => { expectPerf(result)... } })');
  return expectation(result, 'median', shared[key]);
}

/** Sets limits for a load test; to be called in its `expect`. */
export function expectLoad(result: LoadResult): LoadExpectation {
  if (shared[key] === undefined) throw new Error('expectLoad belongs into the expect of a load test: itLoad(name, { expect: (result) => { expectLoad(result)... } })');
  return loadExpectation(result.id, 'median', shared[key]);
}

function loadExpectation(id: string, statistic: Statistic, limits: DeclaredLimit[]): LoadExpectation {
  const add = limitAdder(id, statistic, limits);
  return {
    get p50() { return loadExpectation(id, 'median', limits); },
    get p99() { return loadExpectation(id, 'p99', limits); },
    get mean() { return loadExpectation(id, 'mean', limits); },
    toServe: (limit) => add({ metric: 'requests', kind: 'floor', ...quantityOf(limit, { id, units: ['ops/s'], example: '5000 req/s' }) }),
    toRespondUnder: (limit) => add({ metric: 'latency', kind: 'ceiling', ...quantityOf(limit, { id, units: ['ns'], example: '20 ms' }) }),
    toFailUnder: (share) => add({ metric: 'errors', kind: 'ceiling', limit: shareOf(share, id), unit: 'ratio' }),
  };
}

type NewLimit = Pick<DeclaredLimit, 'metric' | 'kind' | 'limit' | 'unit'> & Partial<DeclaredLimit>;

function limitAdder(id: string, statistic: Statistic, limits: DeclaredLimit[]): (limit: NewLimit) => LimitWords {
  return (limit) => {
    const declared: DeclaredLimit = { statistic, tolerance: 0, confident: false, relativeTo: null, ...limit };
    limits.push(declared);
    return wordsOn(declared, id);
  };
}

function expectation(result: PerfResult, statistic: Statistic, limits: DeclaredLimit[]): Expectation {
  const { id } = result;
  const add = limitAdder(id, statistic, limits);
  return {
    get p50() { return expectation(result, 'median', limits); },
    get p95() { return expectation(result, 'p95', limits); },
    get p99() { return expectation(result, 'p99', limits); },
    get mean() { return expectation(result, 'mean', limits); },
    toBeUnder: (limit) => add({ metric: 'time', kind: 'ceiling', ...quantityOf(limit, { id, units: ['ns'], example: '2 ms' }) }),
    toReach: (limit) => add({ metric: 'throughput', kind: 'floor', ...throughputOf(limit, result) }),
    toAllocateUnder: (limit) => add({ metric: 'allocated', kind: 'ceiling', ...quantityOf(limit, { id, units: ['B'], example: '1 kB' }) }),
    toBeFasterThan: (other, share = 1) => add({ metric: relativeMetric(other), kind: 'ceiling', limit: shareOf(share, id), unit: 'ratio', relativeTo: other }),
  };
}

/** Of what `bytes` or `elements` says; without them there is no throughput, and a limit on it would check nothing. */
function throughputOf(limit: string, { id, throughput }: PerfResult): { limit: number; unit: NormalisedUnit } {
  const quantity = quantityOf(limit, { id, units: ['B/s', 'ops/s'], example: '80 MB/s' });
  const needed = quantity.unit === 'B/s' ? 'bytes' : 'elements';
  if (throughput === null || throughput.unit !== quantity.unit) throw new Error(`${id}: toReach('${limit}') needs the spec's ${needed}: how many one call works through`);
  return quantity;
}

/** The metric that holds a time in units of another spec's. */
export function relativeMetric(other: string): string {
  return `time / ${other}`;
}

function wordsOn(declared: DeclaredLimit, id: string): LimitWords {
  const words: LimitWords = {
    withTolerance(share) {
      declared.tolerance = shareOf(share, id);
      return words;
    },
    confidently() {
      declared.confident = true;
      return words;
    },
  };
  return words;
}

function shareOf(written: string | number, id: string): number {
  const share = parseShare(written);
  if (share === null || share < 0) throw new Error(`${id}: '${String(written)}' is no share: write '5%' or 0.05`);
  return share;
}

interface QuantityRule {
  id: string;
  units: readonly NormalisedUnit[];
  example: string;
}

function quantityOf(written: string, { id, units, example }: QuantityRule): { limit: number; unit: NormalisedUnit } {
  const quantity = typeof written === 'string' ? normalizeQuantity(written) : null;
  if (quantity === null || quantity.value < 0 || !units.includes(quantity.unit)) throw new Error(`${id}: '${String(written)}' is no limit here: write a number with its unit such as '${example}'`);
  return { limit: quantity.value, unit: quantity.unit };
}
