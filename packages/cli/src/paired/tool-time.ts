import type { SuiteConfig } from '@benchline/core/model';
import { hasPlaceholder } from '../tools/placeholders.js';
import { parseCargoBench } from '../tools/cargo/cargo-command.js';

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

/** What a tool lets Benchline choose. */
export interface ToolKnobs {
  /** Its warm-up and measuring time. */
  time: boolean;
  /** Benchmarks by a regular expression over their ids. */
  filter: boolean;
}

export function toolKnobs({ tool, command }: Pick<SuiteConfig, 'tool' | 'command'>): ToolKnobs {
  const driven = (tool === 'criterion' && (command === null || parseCargoBench(command) !== null)) || (tool === 'tinybench' && (command === null || !hasPlaceholder(command, 'output')));
  return { time: driven, filter: driven || (command !== null && hasPlaceholder(command, 'filter')) };
}

/** Between the shortest and the wanted times of a suite: 0 is the shortest. A config's own times are wanted, and never exceeded. */
export function toolTimeAt({ warmupMs, measureMs }: Pick<SuiteConfig, 'warmupMs' | 'measureMs'>, share: number): ToolTime {
  const between = (want: number): number => Math.floor(Math.min(least, want) + share * (want - Math.min(least, want)));
  return { warmupMs: between(warmupMs ?? wanted.warmupMs), measureMs: between(measureMs ?? wanted.measureMs) };
}

export function sumOf({ warmupMs, measureMs }: ToolTime): number {
  return warmupMs + measureMs;
}
