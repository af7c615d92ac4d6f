import { shownUnitOf } from '../../model/format-value.js';
import type { PerformanceReport, SloPolicy } from '../../model/generated/types.js';
import { convert } from '../../model/unit.js';
import { statisticOf } from '../compare/statistic.js';
import { marginOf } from './judge-limit.js';
import { isFor } from './judge-objectives.js';
import { matchObjective } from './match-objective.js';

/** An objective may be tightened after so many runs that all held it this many times over. Rules of thumb, not statistics: a limit is a decision of people. */
export const RATCHET_RUNS = 30;
export const RATCHET_FACTOR = 3;
/** How many times over the worst of those runs would still hold the proposed limit. */
export const RATCHET_HEADROOM = 1.5;

/** A limit that could be tighter. */
export interface RatchetAdvice {
  /** Index of the objective. */
  objective: number;
  runs: number;
  /** How many times over the worst run held the limit. */
  factor: number;
  /** What that run measured, in the objective's unit. */
  worst: number;
  /** As the config would say it: "270 MiB/s". */
  proposed: string;
}

/** The reports of recorded runs; those of one run count once. */
export interface RatchetQuestion {
  readonly objectives: readonly SloPolicy[];
  readonly reports: readonly PerformanceReport[];
}

/**
 * Which limits have become so easy that they guard nothing: held RATCHET_FACTOR times over (times the safety margin, where one is demanded) in each of at least
 * RATCHET_RUNS runs. Advice alone: nobody's limit changes by itself, and a run that did not measure everything the objective speaks of does not count.
 */
export function adviseRatchet({ objectives, reports }: RatchetQuestion): { runs: number; advice: RatchetAdvice[] } {
  const runs = [...new Map(reports.map((report) => [report.runId, report])).values()];
  const advice = objectives.flatMap((objective, index) => adviceFor(objective, index, runs) ?? []);
  return { runs: runs.length, advice };
}

function adviceFor(objective: SloPolicy, index: number, reports: readonly PerformanceReport[]): RatchetAdvice | null {
  // A limit that the environment set is not the config's to tighten.
  if (objective.budget !== undefined || objective.override !== undefined || objective.limit <= 0) return null;
  const observed = reports.flatMap((report) => worstOf(objective, report) ?? []);
  if (observed.length < RATCHET_RUNS) return null;
  const worst = worse(observed, objective.kind);
  const factor = marginOf(worst, objective)?.factor ?? null;
  const demanded = objective.safetyMargin ?? 1;
  if (factor === null || factor < RATCHET_FACTOR * demanded) return null;
  const proposed = proposedLimit(worst, RATCHET_HEADROOM * demanded, objective);
  return proposed === null ? null : { objective: index, runs: observed.length, factor, worst, proposed };
}

/** The worst of what an objective speaks of in one run; null where something of it was not measured, or it is for other machines. */
function worstOf(objective: SloPolicy, report: PerformanceReport): number | null {
  if (!isFor(objective, report.provenance.host.class)) return null;
  const values = matchObjective(objective, report).map(({ metric }) => (metric === null || metric.unit !== objective.unit ? null : statisticOf(metric, objective.statistic)));
  const known = values.filter((value) => value !== null);
  return known.length === 0 || known.length < values.length ? null : worse(known, objective.kind);
}

function worse(values: readonly number[], kind: SloPolicy['kind']): number {
  return values.reduce((worst, value) => (kind === 'floor' ? Math.min(worst, value) : Math.max(worst, value)));
}

/** Two significant digits in the unit people read it in, rounded to the easier side. */
function proposedLimit(worst: number, headroom: number, { kind, unit }: SloPolicy): string | null {
  const limit = kind === 'floor' ? worst / headroom : worst * headroom;
  const shownUnit = shownUnitOf(limit, unit);
  const shown = convert(limit, unit, shownUnit);
  if (shown === null || !(shown > 0) || !Number.isFinite(shown)) return null;
  const step = 10 ** (Math.floor(Math.log10(shown)) - 1);
  const rounded = Number(((kind === 'floor' ? Math.floor(shown / step) : Math.ceil(shown / step)) * step).toPrecision(2));
  return `${rounded} ${shownUnit}`;
}
