import type { Direction } from '../../model/generated/types.js';

/** How head stands to base. */
export interface Change {
  /** head / base; null where that is no number. */
  readonly ratio: number | null;
  /** Factor by which head is worse, at least 0: 1.25 is 25 % worse, Infinity worse than any limit. null: the two cannot be divided. */
  readonly worsening: number | null;
}

/** Compares two values of a metric whose better direction is known. Nothing against nothing is no change; something against nothing is beyond measure. */
export function changeOf(base: number, head: number, direction: NonNullable<Direction>): Change {
  if (base < 0 || head < 0) return { ratio: null, worsening: null };
  const [good, bad] = direction === 'lower' ? [base, head] : [head, base];
  const worsening = good === bad ? 1 : bad / good;
  const ratio = base === head ? 1 : head / base;
  return { ratio: Number.isFinite(ratio) ? ratio : null, worsening };
}

/** A worsening factor as a share, null where it is not finite. */
export function slowdownOf(worsening: number | null): number | null {
  return worsening === null || !Number.isFinite(worsening) ? null : worsening - 1;
}
