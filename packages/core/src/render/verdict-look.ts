import type { SloVerdict, Verdict } from '../model/index.js';
import type { Paint } from './palette.js';

/** How a verdict is shown: never by colour alone. */
export interface VerdictLook {
  /** One column wide. */
  symbol: string;
  word: string;
  paint: Paint;
  /** For forges' comments. */
  emoji: string;
  /** Worst first. */
  order: number;
}

export const verdictLooks: Record<Verdict, VerdictLook> = {
  failed: { symbol: '✗', word: 'failed', paint: 'red', emoji: '❌', order: 0 },
  regressed: { symbol: '✗', word: 'regressed', paint: 'red', emoji: '🔴', order: 1 },
  missing: { symbol: '✗', word: 'missing', paint: 'red', emoji: '❌', order: 2 },
  warn: { symbol: '!', word: 'warn', paint: 'yellow', emoji: '🟡', order: 3 },
  'not-comparable': { symbol: '≠', word: 'not comparable', paint: 'yellow', emoji: '⚪', order: 4 },
  inconclusive: { symbol: '?', word: 'inconclusive', paint: 'cyan', emoji: '⚪', order: 5 },
  new: { symbol: '+', word: 'new', paint: 'cyan', emoji: '🆕', order: 6 },
  improved: { symbol: '✓', word: 'improved', paint: 'green', emoji: '🟢', order: 7 },
  unchanged: { symbol: '=', word: 'unchanged', paint: 'dim', emoji: '▫️', order: 8 },
};

export const sloLooks: Record<SloVerdict, VerdictLook> = {
  fail: { symbol: '✗', word: 'fail', paint: 'red', emoji: '🔴', order: 0 },
  unknown: { symbol: '?', word: 'unknown', paint: 'red', emoji: '⚪', order: 1 },
  warn: { symbol: '!', word: 'warn', paint: 'yellow', emoji: '🟡', order: 2 },
  pass: { symbol: '✓', word: 'pass', paint: 'green', emoji: '🟢', order: 3 },
};

/** Worst first; what is equally bad keeps its order. */
export function sortWorstFirst<V extends string, R extends { verdict: V }>(rows: readonly R[], looks: Record<V, VerdictLook>, badness: (row: R) => number): R[] {
  return [...rows].sort((a, b) => looks[a.verdict].order - looks[b.verdict].order || badness(b) - badness(a));
}

/** "2 regressed, 1 warn, 37 unchanged": what there is, worst first. */
export function countWords<V extends string>(counts: Readonly<Partial<Record<V, number>>>, looks: Record<V, VerdictLook>): { verdict: V; words: string }[] {
  const verdicts = (Object.keys(looks) as V[]).sort((a, b) => looks[a].order - looks[b].order);
  return verdicts.flatMap((verdict) => {
    const count = Object.hasOwn(counts, verdict) ? (counts[verdict] ?? 0) : 0;
    return count > 0 ? [{ verdict, words: `${count} ${looks[verdict].word}` }] : [];
  });
}
