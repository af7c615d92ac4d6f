import type { LinePlace } from '../line-reader.js';
import type { GoSection } from './go-benchmarks.js';

/** Why a benchmark's values are not used, as the output told it; or what went wrong beside any benchmark. */
export interface GoTrouble {
  section: GoSection;
  /** As printed, with or without the suffix of GOMAXPROCS; null: no benchmark is named. */
  name: string | null;
  /** skipped: the benchmark did not want to run; failed: it or its process failed (`text` says how); unreadable: `text` says what is wrong with its result. */
  kind: 'skipped' | 'failed' | 'unreadable';
  text: string;
  place: LinePlace;
}

/** What a finding quotes of a tool's output. */
const longestQuote = 300;

export function quoted(text: string): string {
  const trimmed = text.trim();
  return trimmed.length <= longestQuote ? trimmed : `${trimmed.slice(0, longestQuote - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
