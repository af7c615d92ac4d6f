import type { BenchmarkName } from './parsed.js';

const longestName = 1024;
const longestParameterName = 256;
const mostParameters = 1000;

/** A name within the limits of reports. Whatever it contains stays data (line breaks, escapes, markup); what shows it escapes it. */
export function limitName(name: string): string {
  if (name === '') return '(unnamed)';
  // A surrogate pair cut in two must not reach a file.
  return name.length <= longestName ? name : `${name.slice(0, longestName - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** A benchmark's name, from what the tool tells; names and parameters are cut to the limits of reports. */
export function benchmarkName(told: { id: string; name?: string; group?: string | null; params?: Iterable<readonly [string, string]>; tags?: readonly string[] }): BenchmarkName {
  const { id, name = id, group = null, params = [], tags = [] } = told;
  const limited = [...params].slice(0, mostParameters).map(([key, value]) => [key.slice(0, longestParameterName), limitName(value)] as const);
  return {
    id: limitName(id),
    name: limitName(name),
    group: group === null ? null : limitName(group),
    params: Object.fromEntries(limited),
    tags: tags.map(limitName),
  };
}
