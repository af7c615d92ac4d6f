import { createFinding, type Finding } from '../model/index.js';
import type { Reading } from './parsed.js';

/** Below this the mean of the fastest share of a run's samples is one or two of them. */
const least = 10;
const mostNamed = 3;

/** A warning, one for all, where benchmarks have fewer samples in a run than statistics can use; none where all have enough. */
export function fewSamples(readings: readonly Reading[]): Finding[] {
  const ids = [...new Set(readings.filter(({ values }) => values !== null && values.length < least).map(({ benchmark }) => benchmark.id))];
  if (ids.length === 0) return [];
  const more = ids.length > mostNamed ? ` and ${ids.length - mostNamed} more` : '';
  const [only] = ids;
  return [createFinding('BNL037', { benchmarks: `${ids.slice(0, mostNamed).join(', ')}${more}`, least: String(least) }, ids.length === 1 && only !== undefined ? { benchmark: only } : undefined)];
}
