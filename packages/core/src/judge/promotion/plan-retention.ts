import type { Baseline, BaselinePointer } from '../../model/generated/types.js';
import { compareCodePoints } from '../code-point-order.js';

export interface RetentionQuestion {
  readonly baselines: readonly Baseline[];
  readonly pointer: BaselinePointer;
  /** An instant, ISO 8601, UTC. */
  readonly now: string;
  /** How many of each host class are kept at least. */
  readonly keep: number;
  /** Younger ones are kept too. */
  readonly keepMonths: number;
}

/** Ids, newest first. */
export interface RetentionPlan {
  readonly keep: string[];
  readonly prune: string[];
}

/**
 * Which baselines may go. Of each host class the newest `keep` stay, everything younger than `keepMonths`, what is held, and what the
 * pointer names, however old.
 */
export function planRetention({ baselines, pointer, now, keep, keepMonths }: RetentionQuestion): RetentionPlan {
  const newestFirst = [...baselines].sort((a, b) => compareCodePoints(momentOf(b), momentOf(a)) || compareCodePoints(b.id, a.id));
  const inForce = new Set(Object.values(pointer.current).map(({ id }) => id));
  const oldest = monthsBefore(now, keepMonths);
  const seen = new Map<string, number>();
  const plan: RetentionPlan = { keep: [], prune: [] };
  for (const baseline of newestFirst) {
    const place = seen.get(baseline.hostClass) ?? 0;
    seen.set(baseline.hostClass, place + 1);
    const stays = place < keep || baseline.held || inForce.has(baseline.id) || momentOf(baseline) >= oldest;
    plan[stays ? 'keep' : 'prune'].push(baseline.id);
  }
  return plan;
}

/** Instants sort as text once fractions of a second are gone. */
function momentOf({ promotion }: Baseline): string {
  return promotion.at.slice(0, 19);
}

/** The same day and time some months earlier, as text that sorts; it need not be a day of the calendar. */
function monthsBefore(instant: string, months: number): string {
  const month = Number(instant.slice(0, 4)) * 12 + Number(instant.slice(5, 7)) - 1 - Math.ceil(months);
  const year = Math.floor(month / 12);
  return `${String(year).padStart(4, '0')}-${String(month - year * 12 + 1).padStart(2, '0')}${instant.slice(7, 19)}`;
}
