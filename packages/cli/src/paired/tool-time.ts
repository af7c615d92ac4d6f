import type { SuiteConfig } from '@benchline/core/model';
import { exactFilter } from '../tools/exact-filter.js';
import { hasPlaceholder } from '../tools/placeholders.js';
import { runnerFor } from '../tools/runner-for.js';
import type { RunChoices } from '../tools/tool-runner.js';

/** Warm-up and measuring time of one benchmark in one process, ms. */
export interface ToolTime {
  warmupMs: number;
  measureMs: number;
}

/** The shortest times that give a number worth having, and those wanted where the config names none. */
const least = 100;
const wanted: ToolTime = { warmupMs: 300, measureMs: 1000 };

/** Times of the round that only learns what rounds cost. */
export const warmUpTime: ToolTime = { warmupMs: 100, measureMs: 200 };

/** What is chosen anew for each run of a suite. A command that has `{filter}` takes a regular expression over ids. */
export type ToolKnobs = RunChoices;

export async function toolKnobs({ tool, command }: Pick<SuiteConfig, 'tool' | 'command'>): Promise<ToolKnobs> {
  const choices = (await runnerFor(tool)).choices?.(command) ?? { warmup: false, measure: false, filter: null };
  const placed = command !== null && hasPlaceholder(command, 'filter');
  return placed ? { ...choices, filter: exactFilter } : choices;
}

/** The part of a tool's time that it lets be chosen. */
export function chosenTime({ warmup, measure }: ToolKnobs, { warmupMs, measureMs }: ToolTime): Partial<ToolTime> {
  return { ...(warmup ? { warmupMs } : {}), ...(measure ? { measureMs } : {}) };
}

/** Between the shortest and the wanted times of a suite: 0 is the shortest. A config's own times are wanted, and never exceeded. */
export function toolTimeAt({ warmupMs, measureMs }: Pick<SuiteConfig, 'warmupMs' | 'measureMs'>, share: number): ToolTime {
  const between = (want: number): number => Math.floor(Math.min(least, want) + share * (want - Math.min(least, want)));
  return { warmupMs: between(warmupMs ?? wanted.warmupMs), measureMs: between(measureMs ?? wanted.measureMs) };
}

/** What each benchmark takes of the chosen times, ms. */
export function sumOf({ warmupMs = 0, measureMs = 0 }: Partial<ToolTime>): number {
  return warmupMs + measureMs;
}
