import type { SloPolicy, WrittenObjective, WrittenSummaryEntry } from './generated/types.js';
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

/** The objectives with quantities normalised. What cannot be held against a measurement is a problem, and left out. */
export function normalizeObjectives(written: readonly WrittenObjective[], report: ReportProblem): SloPolicy[] {
  return written.flatMap((objective, index) => normalizeObjective(objective, `/slo/${index}`, report) ?? []);
}

function normalizeObjective(written: WrittenObjective, pointer: string, report: ReportProblem): SloPolicy | null {
  const bound = written.min === undefined ? 'max' : 'min';
  const limit = quantityAt(written[bound], `${pointer}/${bound}`, report);
  if (written.min !== undefined && written.max !== undefined) report({ pointer, expected: 'either min or max', found: 'both' });
  const metric = written.metric ?? configDefaults.objectiveMetric;
  if (limit === null) return null;
  checkUnit({ metric, unit: limit.unit, pointer: `${pointer}/${bound}`, found: quoted(written[bound]) }, report);
  return {
    suite: written.suite ?? null,
    benchmark: written.benchmark,
    metric,
    statistic: written.statistic ?? configDefaults.statistic,
    kind: bound === 'min' ? 'floor' : 'ceiling',
    limit: limit.value,
    target: targetOf(written, { limit, bound, pointer }, report),
    unit: limit.unit,
    tolerance: shareAt(written.tolerance, { pointer: `${pointer}/tolerance`, fallback: 0 }, report),
    confident: written.confident ?? false,
  };
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
