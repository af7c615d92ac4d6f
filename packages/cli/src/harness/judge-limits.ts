import { formatValue } from '@benchline/core/model';
import type { PerfSpecReading } from '@benchline/core/parse';
import type { DeclaredLimit } from './expectation.js';
import { timesOf } from './times-of.js';

/** A limit held against what one process measured. */
export interface JudgedLimit {
  verdict: 'pass' | 'warn' | 'fail' | 'unknown';
  reason: string;
}

/** The limits of a spec against one process's numbers, for test runners: a report's limits are judged over its rounds by `benchline slo`. Pure. */
export function judgeLimits(reading: PerfSpecReading, limits: readonly DeclaredLimit[]): JudgedLimit[] {
  return limits.map((limit) => {
    const observed = observedOf(reading, limit);
    const what = `${limit.metric} (${limit.statistic})`;
    if (observed === null) return { verdict: 'unknown', reason: `${what} was not measured here` };
    const distance = limit.kind === 'floor' ? observed - limit.limit : limit.limit - observed;
    const verdict = distance >= 0 ? 'pass' : distance >= -limit.limit * limit.tolerance ? 'warn' : 'fail';
    return { verdict, reason: `${what} is ${formatValue(observed, limit.unit)}, the ${limit.kind} ${formatValue(limit.limit, limit.unit)}` };
  });
}

function observedOf({ time, amount, allocatedBytes, ratios }: PerfSpecReading, { metric, statistic, relativeTo }: DeclaredLimit): number | null {
  if (metric === 'allocated') return allocatedBytes;
  if (relativeTo !== null) return ratios.find(({ name }) => name === metric)?.value ?? null;
  if (time === null) return null;
  const times = timesOf(time.samples);
  const ns = { median: times.p50, mean: times.mean, p95: times.p95, p99: times.p99, min: times.min, location: null }[statistic];
  if (ns === null || metric === 'time') return ns;
  return amount === null ? null : (amount.perCall / ns) * 1e9;
}
