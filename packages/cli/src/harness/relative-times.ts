import type { PerfSpecReading } from '@benchline/core/parse';
import type { DeclaredLimit } from './expectation.js';
import { timesOf } from './times-of.js';

/**
 * The readings with their limits, and with the times in units of other specs' that these ask for, at the medians of this run. A spec that was not measured in it gives
 * no such time: the limit is then unknown, and said to be. Pure.
 */
export function withRatios(readings: readonly PerfSpecReading[], limits: ReadonlyMap<string, readonly DeclaredLimit[]>): PerfSpecReading[] {
  return readings.map((reading) => {
    const own = limits.get(reading.id) ?? [];
    const others = [...new Map(own.filter(({ relativeTo }) => relativeTo !== null).map((limit) => [limit.metric, limit.relativeTo ?? ''])).entries()];
    const ratios = others.map(([name, other]) => ({ name, value: ratioOf(reading, referred(other, reading, readings)) })).filter((ratio): ratio is { name: string; value: number } => ratio.value !== null);
    const missing = others.filter(([name]) => !ratios.some((ratio) => ratio.name === name)).map(([, other]) => `the spec ${other}, to which it is compared, was not measured in this run`);
    return { ...reading, ratios, limits: own.map(({ relativeTo: _relativeTo, ...limit }) => limit), warnings: [...reading.warnings, ...missing] };
  });
}

/** By id, else by name in the same group. */
function referred(other: string, { group }: PerfSpecReading, readings: readonly PerfSpecReading[]): PerfSpecReading | undefined {
  return readings.find(({ id }) => id === other) ?? readings.find((reading) => reading.id === `${group}/${other}`) ?? readings.find((reading) => reading.id.endsWith(`/${other}`));
}

function ratioOf({ time }: PerfSpecReading, other: PerfSpecReading | undefined): number | null {
  if (time === null || other === undefined || other.time === null) return null;
  return timesOf(time.samples).p50 / timesOf(other.time.samples).p50;
}
