import type { Random } from '@benchline/core/stats';

/**
 * The order of one block: `size` rounds of each of two sides, every order equally likely (Fisher and Yates). Any
 * restriction of the order, such as strict alternation, would make the law of the test inexact.
 */
export function blockOrder<S extends string>(sides: readonly [S, S], size: number, random: Random): S[] {
  const slots = sides.flatMap((side) => Array<S>(size).fill(side));
  for (let last = slots.length - 1; last > 0; last -= 1) {
    const chosen = random.below(last + 1);
    [slots[last], slots[chosen]] = [slots[chosen]!, slots[last]!];
  }
  return slots;
}

/** `count` of the items, each set equally likely, in their own order. */
export function drawSample<T>(items: readonly T[], count: number, random: Random): T[] {
  const left = items.map((_, index) => index);
  const chosen = Array.from({ length: Math.min(count, items.length) }, () => left.splice(random.below(left.length), 1)[0]!);
  return chosen.sort((a, b) => a - b).map((index) => items[index]!);
}
