import { parseUnit } from '../model/index.js';
import { rescale } from './rescale.js';

/** Spellings of units that tools and their users write beside the symbols of model/unit.ts. */
const spellings: ReadonlyMap<string, string> = new Map([
  ...of('ns', ['nanosecond', 'nanoseconds', 'ns/iter', 'ns/op']),
  ...of('us', ['microsecond', 'microseconds', 'us/iter', 'us/op', 'µs/iter', 'µs/op']),
  ...of('ms', ['msec', 'millisecond', 'milliseconds', 'ms/iter', 'ms/op']),
  ...of('s', ['second', 'seconds', 's/iter', 's/op', 'sec/op']),
  ...of('B', ['byte', 'bytes']),
  ...of('ops/s', ['ops/sec', 'iter/sec', 'iter/s', 'req/sec', 'requests/sec', 'operations/second']),
  ...of('B/s', ['bytes/s', 'bytes/sec', 'bytes/second', 'B/sec']),
  ...of('MB/s', ['MB/sec']),
  ...of('%', ['percent']),
]);

function of(unit: string, written: readonly string[]): [string, string][] {
  return written.map((spelling) => [spelling, unit]);
}

/** The normalised unit of what was written, and what a value in it is multiplied by. One that is not known stays as it was written. */
export interface WrittenUnit {
  unit: string;
  scale: number;
}

const longestUnit = 64;

/** Reads a unit as people write it: "ms", "ns/iter", "ops/sec", "milliseconds", "Percent". null: none at all, or beyond the limit of reports (64 characters). */
export function readWrittenUnit(text: string): WrittenUnit | null {
  const written = text.trim();
  if (written === '' || written.length > longestUnit) return null;
  const known = parseUnit(written) ?? parseUnit(spellings.get(written) ?? spellings.get(written.toLowerCase()) ?? '');
  return known === null ? { unit: written, scale: 1 } : { unit: known.unit, scale: known.scale };
}

/** The value in the normalised unit. */
export function normaliseValue(value: number, { scale }: WrittenUnit): number {
  return scale === 1 ? value : rescale(value, scale);
}
