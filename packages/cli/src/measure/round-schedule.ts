import type { Finding } from '@benchline/core/model';
import { createFinding, formatDuration } from '@benchline/core/model';

/** One round to come: which suite (its index) and its number, from 1. */
export interface ScheduledRound {
  suite: number;
  round: number;
}

/** Rounds of several suites in turn: every suite's first, every suite's second... so that drift of the machine falls on all alike. */
export function scheduleRounds(rounds: readonly number[]): ScheduledRound[] {
  const most = Math.max(0, ...rounds);
  return Array.from({ length: most }, (_, index) => index + 1).flatMap((round) =>
    rounds.flatMap((count, suite) => (round <= count ? [{ suite, round }] : [])),
  );
}

/** Keeps to a time budget: the first round of a suite always runs, a later one only if it will fit by the suite's longest so far. */
export class RoundBudget {
  readonly #longest = new Map<number, number>();
  #spent = 0;

  constructor(readonly budgetMs: number | null) {}

  allows({ suite }: ScheduledRound): boolean {
    const longest = this.#longest.get(suite);
    return this.budgetMs === null || longest === undefined || this.#spent + longest <= this.budgetMs;
  }

  spend({ suite }: ScheduledRound, ms: number): void {
    this.#spent += ms;
    this.#longest.set(suite, Math.max(ms, this.#longest.get(suite) ?? 0));
  }

  /** Time the rounds will take, ms; null while a suite has not been measured once. */
  estimate(rounds: readonly ScheduledRound[]): number | null {
    const times = rounds.map(({ suite }) => this.#longest.get(suite));
    return times.some((time) => time === undefined) ? null : times.reduce<number>((sum, time) => sum + (time ?? 0), 0);
  }

  finding(suite: string, measured: number, planned: number): Finding[] {
    if (this.budgetMs === null || measured >= planned) return [];
    return [createFinding('BNL026', { suite, measured: String(measured), planned: String(planned), budget: formatDuration(this.budgetMs) }, { suite })];
  }
}
