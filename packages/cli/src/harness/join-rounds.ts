import type { PerfSpecReading } from '@benchline/core/parse';

/** The rounds of one spec as one reading: samples one process after another, allocations as their mean, collections added up. Pure. */
export function joinRounds(first: PerfSpecReading, rest: readonly PerfSpecReading[]): PerfSpecReading {
  if (rest.length === 0 || first.time === null) return first;
  const all = [first, ...rest];
  const samples = all.map(({ time }) => time?.samples ?? []);
  const allocated = all.map(({ allocatedBytes }) => allocatedBytes).filter((bytes) => bytes !== null);
  return {
    ...first,
    time: { samples: samples.flat(), batch: Math.max(...all.map(({ time }) => time?.batch ?? 1)), processes: samples.map(({ length }) => length) },
    allocatedBytes: allocated.length === all.length ? allocated.reduce((total, bytes) => total + bytes, 0) / allocated.length : null,
    collections: all.some(({ collections }) => collections === null) ? null : { count: sum(all, 'count'), pauseMs: sum(all, 'pauseMs'), calls: sum(all, 'calls') },
    warnings: [...new Set(all.flatMap(({ warnings }) => warnings))],
  };
}

function sum(readings: readonly PerfSpecReading[], key: 'count' | 'pauseMs' | 'calls'): number {
  return readings.reduce((total, { collections }) => total + (collections?.[key] ?? 0), 0);
}
