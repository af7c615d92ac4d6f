import type { SloPolicy, WrittenObjective, WrittenObjectiveDefaults, WrittenSummaryEntry } from './generated/types.js';
import { configDefaults } from './config-defaults.js';
import { quoted, shareAt, type ReportProblem } from './config-problem.js';
import type { SummaryEntry } from './config.js';
import { normalizeQuantity, type NormalisedQuantity } from './quantity.js';
import { parseUnit, type NormalisedUnit } from './unit.js';

/** The metrics our adapters give, and the units they can have: a limit in another unit could never match. */
const unitsOfMetric: ReadonlyMap<string, readonly NormalisedUnit[]> = new Map([
  ['time', ['ns']],
  ['user', ['ns']],
  ['system', ['ns']],
  ['memory', ['B']],
  ['throughput', ['B/s', 'ops/s']],
]);

/** The objectives with quantities normalised and the defaults filled in. What cannot be held against a measurement is a problem, and left out. */
export function normalizeObjectives(written: readonly WrittenObjective[], defaults: WrittenObjectiveDefaults, report: ReportProblem): SloPolicy[] {
  const common = normalizeTerms(defaults, { pointer: '/sloDefaults', fallback: { tolerance: 0, near: configDefaults.near } }, report);
  return written.flatMap((objective, index) => normalizeObjective(objective, { pointer: `/slo/${index}`, defaults, common }, report) ?? []);
}

/** What the defaults can say too. */
interface Terms {
  tolerance: number;
  near: number;
}

function normalizeTerms(written: WrittenObjectiveDefaults, at: { pointer: string; fallback: Terms }, report: ReportProblem): Terms {
  return {
    tolerance: shareAt(written.tolerance, { pointer: `${at.pointer}/tolerance`, fallback: at.fallback.tolerance }, report),
    near: shareAt(written.near, { pointer: `${at.pointer}/near`, fallback: at.fallback.near }, report),
  };
}

function normalizeObjective(written: WrittenObjective, at: { pointer: string; defaults: WrittenObjectiveDefaults; common: Terms }, report: ReportProblem): SloPolicy | null {
  const { pointer, defaults, common } = at;
  const bound = written.min === undefined ? 'max' : 'min';
  const limit = quantityAt(written[bound], `${pointer}/${bound}`, report);
  if (written.min !== undefined && written.max !== undefined) report({ pointer, expected: 'either min or max', found: 'both' });
  const metric = written.metric ?? configDefaults.objectiveMetric;
  if (limit === null) return null;
  checkUnit({ metric, unit: limit.unit, pointer: `${pointer}/${bound}`, found: quoted(written[bound]) }, report);
  const { tolerance, near } = normalizeTerms(written, { pointer, fallback: common }, report);
  const budget = budgetOf(written, pointer, report);
  const safetyMargin = budget === undefined ? (written.safetyMarginMultiplier ?? defaults.safetyMarginMultiplier ?? 1) : 1;
  return {
    suite: written.suite ?? null,
    benchmark: written.benchmark,
    metric,
    statistic: written.statistic ?? configDefaults.statistic,
    kind: bound === 'min' ? 'floor' : 'ceiling',
    limit: limit.value,
    target: targetOf(written, { limit, bound, pointer }, report),
    unit: limit.unit,
    tolerance,
    confident: written.confident ?? defaults.confident ?? false,
    ...(near > 0 && budget === undefined ? { near } : {}),
    ...(safetyMargin > 1 ? { safetyMargin } : {}),
    ...(budget === undefined ? {} : { budget }),
    ...named('hostClasses', written.hostClass),
    ...named('owners', written.owner ?? defaults.owner),
  };
}

/** One name or several, as a list; nothing where there is none. */
function named<K extends string>(key: K, written: string | string[] | undefined): { [P in K]?: string[] } {
  return (written === undefined ? {} : { [key]: typeof written === 'string' ? [written] : [...written] }) as { [P in K]?: string[] };
}

/** Error budgets are counted by the percentiles above a ceiling; what a report holds of the lower tail is its minimum alone. */
function budgetOf(written: WrittenObjective, pointer: string, report: ReportProblem): number | undefined {
  if (written.budget === undefined) return undefined;
  const budget = shareAt(written.budget, { pointer: `${pointer}/budget`, fallback: 0 }, report);
  const problem = (key: string, expected: string, found: string): void => report({ pointer: `${pointer}/${key}`, expected, found });
  if (budget > 1) problem('budget', 'a share of at most 100 %', quoted(written.budget));
  if (written.max === undefined) problem('budget', 'a max beside it: samples above a ceiling are counted', quoted(written.budget));
  for (const key of ['statistic', 'target', 'safetyMarginMultiplier'] as const) {
    if (written[key] !== undefined) problem(key, 'nothing: an error budget counts samples', quoted(written[key]));
  }
  return budget;
}

function quantityAt(written: string | undefined, pointer: string, report: ReportProblem): NormalisedQuantity | null {
  const quantity = written === undefined ? null : normalizeQuantity(written);
  if (quantity !== null && quantity.value >= 0) return quantity;
  report({ pointer, expected: 'a number with its unit such as "80 MB/s", "2 ms", "5 kops/s"', found: quoted(written) });
  return null;
}

/** The target lies on the limit's good side, in the same dimension. */
function targetOf(written: WrittenObjective, at: { limit: NormalisedQuantity; bound: 'min' | 'max'; pointer: string }, report: ReportProblem): number | null {
  if (written.target === undefined) return null;
  const pointer = `${at.pointer}/target`;
  const target = quantityAt(written.target, pointer, report);
  if (target === null) return null;
  const limit = `${at.bound} (${quoted(written[at.bound])})`;
  if (target.unit !== at.limit.unit) {
    report({ pointer, expected: `a quantity of the same kind as ${limit}`, found: quoted(written.target) });
  } else if (at.bound === 'min' ? target.value < at.limit.value : target.value > at.limit.value) {
    report({ pointer, expected: `a target not ${at.bound === 'min' ? 'below' : 'above'} ${limit}`, found: quoted(written.target) });
  }
  return target.value;
}

function checkUnit(at: { metric: string; unit: NormalisedUnit; pointer: string; found: string }, report: ReportProblem): void {
  const possible = unitsOfMetric.get(at.metric);
  if (possible === undefined || possible.includes(at.unit)) return;
  report({ pointer: at.pointer, expected: `a unit the metric ${at.metric} can have (${possible.join(' or ')}, or a multiple)`, found: at.found });
}

/** The entries of the one-line summary; a label that stands twice or a unit that cannot be is a problem. */
export function normalizeSummary(written: readonly WrittenSummaryEntry[], report: ReportProblem): SummaryEntry[] {
  const labels = new Set<string>();
  return written.map((entry, index) => {
    const pointer = `/summary/${index}`;
    const unit = parseUnit(entry.unit);
    if (unit === null) report({ pointer: `${pointer}/unit`, expected: 'a unit such as "GiB/s" or "ms"', found: quoted(entry.unit) });
    else checkUnit({ metric: entry.metric, unit: unit.unit, pointer: `${pointer}/unit`, found: quoted(entry.unit) }, report);
    if (labels.has(entry.label)) report({ pointer: `${pointer}/label`, expected: 'a label no other entry has', found: quoted(entry.label) });
    labels.add(entry.label);
    const { label, suite = null, benchmark, metric, statistic = configDefaults.statistic } = entry;
    return { label, suite, benchmark, metric, statistic, unit: entry.unit };
  });
}
