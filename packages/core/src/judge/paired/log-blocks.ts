import type { PairedSeries, Round } from '../../model/generated/types.js';
import type { Block } from '../../stats/shift.js';

/** Logarithms of both sides' rounds by block, turned so that more is worse, and how many rounds the smaller side has. */
export interface LogBlocks {
  readonly blocks: Block[];
  readonly rounds: number;
}

export interface BlockQuestion {
  readonly rounds: readonly Round[];
  readonly direction: PairedSeries['direction'];
  /** The number of a round that is compared. */
  readonly read: (round: Round) => number | null;
  /** At most so many rounds a side, the first ones. */
  readonly limit: number;
}

/** null when no block has both sides, or a value has no logarithm. */
export function logBlocks({ rounds, direction, read, limit }: BlockQuestion): LogBlocks | null {
  const blocks = new Map<number, { a: number[]; b: number[] }>();
  const count = { a: 0, b: 0 };
  for (const round of rounds) {
    if (round.side !== 'base' && round.side !== 'head') continue;
    const side = round.side === 'base' ? 'a' : 'b';
    if (count[side] >= limit) continue;
    const value = read(round);
    if (value === null || !(value > 0)) return null;
    const block = blocks.get(round.block ?? 0) ?? { a: [], b: [] };
    blocks.set(round.block ?? 0, block);
    block[side].push(direction === 'higher' ? -Math.log(value) : Math.log(value));
    count[side] += 1;
  }
  const whole = [...blocks.values()].filter(({ a, b }) => a.length > 0 && b.length > 0);
  return whole.length === 0 ? null : { blocks: whole, rounds: Math.min(count.a, count.b) };
}
