import type { SloPolicy } from './generated/types.js';

/** A variable that sets a limit, taken apart: `BENCHLINE_MAX__CORE__DECODE__P95`. */
export interface LimitVariable {
  /** As the environment has it. */
  variable: string;
  kind: SloPolicy['kind'];
  /** 'CORE' */
  project: string;
  /** What follows the project: ['DECODE', 'P95']. */
  address: string[];
}

/** What an objective is called in the names of variables. */
export type Addressed = Pick<SloPolicy, 'suite' | 'benchmark' | 'metric' | 'statistic' | 'budget'>;

const shape = /^BENCHLINE_(MIN|MAX)__(.*)$/;

/** Takes the name of an environment variable apart, upper or lower case alike (Windows knows no difference). null: it sets no limit. */
export function parseLimitVariable(variable: string): LimitVariable | null {
  const [, bound, rest] = shape.exec(variable.toUpperCase()) ?? [];
  if (bound === undefined || rest === undefined) return null;
  const [project = '', ...address] = rest.split('__');
  return { variable, kind: bound === 'MIN' ? 'floor' : 'ceiling', project, address };
}

/** A name as a segment of a variable: "decode/display*" is DECODE_DISPLAY. It never holds two underscores in a row; `*` alone is ALL. */
export function segmentOf(name: string): string {
  const segment = name.toUpperCase().replace(/[^A-Z0-9]+/g, '_').replace(/^_|_$/g, '');
  return segment === '' ? 'ALL' : segment;
}

/** Every address an objective answers to, from the shortest (its benchmark alone) to the most exact. */
export function addressesOf({ suite, benchmark, metric, statistic, budget }: Addressed): string[][] {
  const name = segmentOf(benchmark);
  const heads = suite === null ? [[name]] : [[name], [segmentOf(suite), name]];
  const counted = budget === undefined ? segmentOf(statistic) : 'BUDGET';
  const tails = [[], [segmentOf(metric)], [counted], [segmentOf(metric), counted]];
  return heads.flatMap((head) => tails.map((tail) => [...head, ...tail]));
}

/** The most exact name of the variable that sets an objective's limit. */
export function limitVariableOf(project: string, objective: Addressed & Pick<SloPolicy, 'kind'>): string {
  const address = addressesOf(objective).at(-1) ?? [];
  return `BENCHLINE_${objective.kind === 'floor' ? 'MIN' : 'MAX'}__${[segmentOf(project), ...address].join('__')}`;
}

/** The shortest name of that variable that means no other objective; null where every name means another one too. */
export function shortestVariableOf(project: string, objective: SloPolicy, all: readonly SloPolicy[]): string | null {
  const others = all.filter((other) => other.kind === objective.kind && !isSameObjective(other, objective));
  const taken = new Set(others.flatMap((other) => addressesOf(other).map((address) => address.join('__'))));
  const free = addressesOf(objective).map((address) => address.join('__')).filter((address) => !taken.has(address));
  const shortest = free.reduce<string | null>((best, address) => (best === null || address.length < best.length ? address : best), null);
  return shortest === null ? null : `BENCHLINE_${objective.kind === 'floor' ? 'MIN' : 'MAX'}__${segmentOf(project)}__${shortest}`;
}

/** Objectives that differ in nothing but the machines they are for, and how they are judged, are one to a variable. */
export function isSameObjective(a: SloPolicy, b: SloPolicy): boolean {
  return a.kind === b.kind && a.suite === b.suite && a.benchmark === b.benchmark && a.metric === b.metric && a.statistic === b.statistic && (a.budget === undefined) === (b.budget === undefined);
}
