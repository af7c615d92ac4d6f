import type { WrittenObjective } from '@benchline/core/model';

/** What a key such as `display_p95_max_ms` says. */
export interface ImportedKey {
  /** 'display' */
  name: string;
  bound: 'min' | 'max' | 'target' | null;
  statistic: NonNullable<WrittenObjective['statistic']> | null;
  /** As quantities write it: 'MiB/s'; null: the key names none. */
  unit: string | null;
}

/** Endings of keys and the units they stand for. */
export const unitWords: Readonly<Record<string, string>> = {
  mibs: 'MiB/s', gibs: 'GiB/s', kibs: 'KiB/s', mib_s: 'MiB/s', gib_s: 'GiB/s', kib_s: 'KiB/s', mib_per_s: 'MiB/s', gib_per_s: 'GiB/s', kib_per_s: 'KiB/s', mib_per_sec: 'MiB/s', gib_per_sec: 'GiB/s',
  mb_per_s: 'MB/s', gb_per_s: 'GB/s', kb_per_s: 'kB/s', mb_per_sec: 'MB/s', gb_per_sec: 'GB/s',
  ns: 'ns', us: 'us', micros: 'us', ms: 'ms', millis: 'ms', s: 's', sec: 's', secs: 's', seconds: 's',
  ops: 'ops/s', ops_s: 'ops/s', ops_per_s: 'ops/s', ops_per_sec: 'ops/s', rps: 'req/s', qps: 'req/s', req_per_s: 'req/s',
  bytes: 'B', kib: 'KiB', mib: 'MiB', gib: 'GiB', kb: 'kB', mb: 'MB', gb: 'GB',
};

/** Endings that mean more than one thing: telling is better than guessing. */
export const ambiguousUnits: Readonly<Record<string, string>> = {
  mbps: 'megabytes or megabits a second', gbps: 'gigabytes or gigabits a second', kbps: 'kilobytes or kilobits a second', mbs: 'megabytes or megabits a second', gbs: 'gigabytes or gigabits a second',
  pct: 'a share of what', percent: 'a share of what', ratio: 'a share of what',
};

const bounds: Readonly<Record<string, ImportedKey['bound']>> = { min: 'min', minimum: 'min', floor: 'min', max: 'max', maximum: 'max', ceiling: 'max', target: 'target' };
const statistics: Readonly<Record<string, NonNullable<ImportedKey['statistic']>>> = { p50: 'median', median: 'median', p95: 'p95', p99: 'p99', mean: 'mean', avg: 'mean', average: 'mean' };

/** Takes a key apart: unit at its end, then which bound and which statistic, in any order; what is left is the name. A text says why it cannot be. */
export function parseImportKey(key: string): ImportedKey | string {
  const words = key.toLowerCase().split(/[_\-.\s]+/).filter((word) => word !== '');
  const unit = unitAtEnd(words);
  if (typeof unit === 'string') return unit;
  let { rest } = unit;
  let bound: ImportedKey['bound'] = null;
  let statistic: ImportedKey['statistic'] = null;
  for (let word = rest.at(-1); word !== undefined; word = rest.at(-1)) {
    if (bound === null && Object.hasOwn(bounds, word)) bound = bounds[word] ?? null;
    else if (statistic === null && Object.hasOwn(statistics, word)) statistic = statistics[word] ?? null;
    else break;
    rest = rest.slice(0, -1);
  }
  // min_display_mibs is said as well.
  const first = rest[0];
  if (bound === null && first !== undefined && Object.hasOwn(bounds, first)) {
    bound = bounds[first] ?? null;
    rest = rest.slice(1);
  }
  return { name: rest.join('_'), bound, statistic, unit: unit.unit };
}

function unitAtEnd(words: readonly string[]): { unit: string | null; rest: readonly string[] } | string {
  for (let length = Math.min(3, words.length); length > 0; length -= 1) {
    const ending = words.slice(-length).join('_');
    if (Object.hasOwn(unitWords, ending)) return { unit: unitWords[ending] ?? null, rest: words.slice(0, -length) };
    if (Object.hasOwn(ambiguousUnits, ending)) return `"${ending}" may be ${ambiguousUnits[ending]}`;
  }
  return { unit: null, rest: words };
}

/** The benchmarks a name stands for: those whose id holds its words in this order, whatever lies between. */
export function patternOfName(name: string): string {
  return `*${name.split('_').join('*')}*`;
}
