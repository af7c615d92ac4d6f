import { parseUnit, type WrittenObjective } from '@benchline/core/model';
import { leaveOut, quantityOf, shareOf, isObject, type ImportDraft } from './import-draft.js';

/** What the keys of an entry in a list of objectives are called elsewhere. */
export const entryKeys = {
  benchmark: ['benchmark', 'id', 'test', 'name'],
  metric: ['metric', 'indicator', 'sli'],
  statistic: ['statistic', 'percentile', 'aggregation', 'stat'],
  min: ['min', 'floor', 'minimum'],
  max: ['max', 'ceiling', 'maximum'],
  target: ['target', 'goal'],
  unit: ['unit', 'units'],
  tolerance: ['tolerance', 'tolerance_percent', 'tolerance_pct'],
  budget: ['error_budget', 'budget', 'error_budget_percent', 'error_budget_pct'],
  safetyMarginMultiplier: ['safety_margin_multiplier', 'safetyMarginMultiplier'],
  hostClass: ['host_class', 'hostClass', 'runner'],
  owner: ['owner', 'owners', 'team'],
  operator: ['operator', 'comparison', 'op'],
  value: ['threshold', 'value', 'limit'],
} as const;

const metrics: Readonly<Record<string, string>> = { latency: 'time', duration: 'time', time: 'time', throughput: 'throughput', rate: 'throughput', memory: 'memory', rss: 'memory' };
const statistics: Readonly<Record<string, NonNullable<WrittenObjective['statistic']>>> = { p50: 'median', '50': 'median', median: 'median', p95: 'p95', '95': 'p95', p99: 'p99', '99': 'p99', mean: 'mean', avg: 'mean', average: 'mean', min: 'min' };
const operators: Readonly<Record<string, 'min' | 'max'>> = { '>=': 'min', '>': 'min', gte: 'min', gt: 'min', at_least: 'min', '<=': 'max', '<': 'max', lte: 'max', lt: 'max', at_most: 'max' };

/** Prose: it says nothing that an objective could hold. */
const silent: ReadonlySet<string> = new Set(['description', 'rationale', 'comment', 'title']);

/** The entries of a list such as `slos:`; one that has no certain meaning is left out as a whole. */
export function importEntries(entries: readonly unknown[], at: string, draft: ImportDraft): void {
  entries.forEach((entry, index) => {
    const place = `${at}[${index}]`;
    const objective = isObject(entry) ? readEntry(entry, place, draft) : 'it is no object';
    if (typeof objective === 'string') leaveOut(draft, place, objective);
    else draft.objectives.push(objective);
  });
}

type Entry = Readonly<Record<string, unknown>>;

function readEntry(entry: Entry, at: string, draft: ImportDraft): WrittenObjective | string {
  const of = (name: keyof typeof entryKeys): { key: string; value: unknown } | null => {
    const key = entryKeys[name].find((one) => Object.hasOwn(entry, one) && entry[one] !== null);
    return key === undefined ? null : { key, value: entry[key] };
  };
  const benchmark = of('benchmark')?.value;
  if (typeof benchmark !== 'string' || benchmark === '') return 'it names no benchmark';
  const limit = limitOf(of);
  if (typeof limit === 'string') return limit;
  const statistic = wordOf(of('statistic')?.value, statistics);
  if (statistic === null) return `${JSON.stringify(of('statistic')?.value)} is no statistic that a report holds`;
  const metric = of('metric')?.value;
  const terms = termsOf(of);
  if (typeof terms === 'string') return terms;
  tellUnknown(entry, at, draft);
  return {
    benchmark,
    ...(metric === undefined ? {} : { metric: (wordOf(metric, metrics) ?? String(metric)) }),
    ...(statistic === undefined ? {} : { statistic }),
    ...limit,
    ...terms,
  };
}

type Of = (name: keyof typeof entryKeys) => { key: string; value: unknown } | null;

/** `min` or `max`, or an operator with a value. */
function limitOf(of: Of): Pick<WrittenObjective, 'min' | 'max' | 'target'> | string {
  const unit = of('unit')?.value;
  if (unit !== undefined && (typeof unit !== 'string' || parseUnit(unit) === null)) return `${JSON.stringify(unit)} is no unit we know`;
  const operator = wordOf(of('operator')?.value, operators);
  const bounds = (['min', 'max'] as const).filter((bound) => of(bound) !== null);
  if (operator === null) return `${JSON.stringify(of('operator')?.value)} is no comparison with a limit`;
  const [bound = operator, second] = bounds;
  if (second !== undefined) return 'it has both a floor and a ceiling; make two entries of it';
  if (bound === undefined) return 'it says neither a floor nor a ceiling';
  const quantity = quantityOf((bounds.length > 0 ? of(bound) : of('value'))?.value, unit ?? null);
  if (quantity === null) return 'its limit has no unit';
  const target = of('target') === null ? undefined : quantityOf(of('target')?.value, unit ?? null);
  if (target === null) return 'its target has no unit';
  const limit = bound === 'min' ? { min: quantity } : { max: quantity };
  return target === undefined ? limit : { ...limit, target };
}

/** undefined: nothing is said; null: what is said means nothing. */
function wordOf<T>(value: unknown, words: Readonly<Record<string, T>>): T | null | undefined {
  if (value === undefined) return undefined;
  const word = String(value).trim().toLowerCase();
  return Object.hasOwn(words, word) ? (words[word] ?? null) : null;
}

function termsOf(of: Of): Partial<WrittenObjective> | string {
  const terms: Partial<WrittenObjective> = {};
  for (const name of ['tolerance', 'budget'] as const) {
    const said = of(name);
    if (said === null) continue;
    const share = shareOf(said.value, /_(?:percent|pct)$/.test(said.key));
    if (share === null) return `its ${said.key} ${JSON.stringify(said.value)} is no share such as "5%"`;
    terms[name] = share;
  }
  const multiplier = of('safetyMarginMultiplier')?.value;
  if (multiplier !== undefined && (typeof multiplier !== 'number' || !(multiplier >= 1))) return `its safety margin ${JSON.stringify(multiplier)} is no multiplier from 1 on`;
  if (multiplier !== undefined) terms.safetyMarginMultiplier = multiplier;
  for (const name of ['owner', 'hostClass'] as const) {
    const names = [of(name)?.value].flat().filter((one) => typeof one === 'string' && one !== '') as string[];
    if (names.length > 0) terms[name] = names.length === 1 ? names[0]! : names;
  }
  return terms;
}

function tellUnknown(entry: Entry, at: string, draft: ImportDraft): void {
  const known = new Set<string>(Object.values(entryKeys).flat());
  for (const key of Object.keys(entry)) {
    if (!known.has(key) && !silent.has(key)) leaveOut(draft, `${at}.${key}`, 'an objective has nothing like it; the rest of the entry was imported');
  }
}
