import type { Lane } from './lane.js';
import { roundCost } from './suite-cost.js';

/** Keeps the account of the time budget, and corrects what rounds are expected to cost by what they did cost. */
export class SpentTime {
  #spent = 0;
  #expected = 0;
  #measured = 0;

  constructor(
    readonly budgetMs: number,
    warmUpMs: number,
  ) {
    this.#spent = warmUpMs;
  }

  get leftMs(): number {
    return this.budgetMs - this.#spent;
  }

  add(lane: Lane, ms: number): void {
    this.#spent += ms;
    this.#measured += ms;
    this.#expected += costOf(lane);
  }

  /** Time in which nothing was measured. */
  idle(ms: number): void {
    this.#spent += ms;
  }

  /** Expected time of so many rounds of each lane, ms. */
  expected(lanes: readonly Lane[], rounds: number): number {
    const correction = this.#expected === 0 ? 1 : this.#measured / this.#expected;
    return correction * rounds * lanes.reduce((sum, lane) => sum + costOf(lane), 0);
  }
}

function costOf({ cost, time, ids }: Lane): number {
  return roundCost(cost, time, ids?.length);
}
