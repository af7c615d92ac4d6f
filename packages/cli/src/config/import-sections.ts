import { normalizeQuantity, type WrittenObjective } from '@benchline/core/model';
import { isObject, leaveOut, quantityOf, shareOf, type ImportDraft } from './import-draft.js';
import { parseImportKey, patternOfName, type ImportedKey } from './import-key.js';

/** Which benchmarks a name stands for, where the user said so. */
export type NameMap = Readonly<Record<string, string>>;

interface Section {
  /** What its keys are where they do not say. */
  bound: NonNullable<ImportedKey['bound']>;
}

/** Sections of thresholds, by their names. */
export const sections: Readonly<Record<string, Section>> = {
  performance_floors: { bound: 'min' },
  floors: { bound: 'min' },
  performance_ceilings: { bound: 'max' },
  ceilings: { bound: 'max' },
  enterprise_targets: { bound: 'target' },
  targets: { bound: 'target' },
};

interface Found extends ImportedKey {
  at: string;
  bound: NonNullable<ImportedKey['bound']>;
  quantity: string;
  metric: string;
}

/** Floors, ceilings and targets of sections such as `[performance_floors]`. A target joins the floor or ceiling of its name and metric. */
export function importSections(root: Readonly<Record<string, unknown>>, draft: ImportDraft, map: NameMap): void {
  const found = Object.entries(sections).flatMap(([name, section]) => (isObject(root[name]) ? readSection(root[name], { at: name, prefix: '', section }, draft) : []));
  const limits = found.filter(({ bound }) => bound !== 'target');
  const made = limits.map((limit) => ({ limit, objective: objectiveOf(limit, map) }));
  for (const target of found.filter(({ bound }) => bound === 'target')) {
    const own = made.filter(({ limit }) => limit.name === target.name && limit.metric === target.metric && (target.statistic === null || limit.statistic === target.statistic));
    if (own.length === 0) leaveOut(draft, target.at, { because: `a target of ${target.quantity} without a floor or ceiling of ${target.name} beside it`, fix: 'Give it a floor or a ceiling: a target that is missed never fails.' });
    for (const { objective } of own) objective.target = target.quantity;
  }
  draft.objectives.push(...made.map(({ objective }) => objective));
}

interface Place {
  at: string;
  /** Names of the tables inside the section: [performance_floors.display] */
  prefix: string;
  section: Section;
}

function readSection(table: Readonly<Record<string, unknown>>, { at, prefix, section }: Place, draft: ImportDraft): Found[] {
  return Object.entries(table).flatMap(([key, value]) => {
    const place = `${at}.${key}`;
    const whole = prefix === '' ? key : `${prefix}_${key}`;
    if (isObject(value)) return readSection(value, { at: place, prefix: whole, section }, draft);
    const found = readThreshold({ key: whole, value, at: place }, section);
    if (typeof found !== 'string') return [found];
    leaveOut(draft, place, found);
    return [];
  });
}

function readThreshold({ key, value, at }: { key: string; value: unknown; at: string }, section: Section): Found | string {
  const parsed = parseImportKey(key);
  if (typeof parsed === 'string') return parsed;
  const quantity = quantityOf(value, parsed.unit);
  const normal = quantity === null ? null : normalizeQuantity(quantity);
  if (quantity === null || normal === null) return parsed.unit === null ? 'neither the key nor the value names a unit we know' : `${JSON.stringify(value)} is no number`;
  if (parsed.name === '') return 'the key names no benchmark';
  const bound = parsed.bound ?? section.bound;
  const metric = metricOf[normal.unit];
  if (metric === undefined) return `there is no metric that every tool measures in ${normal.unit}`;
  if (parsed.bound === null && section.bound === 'min' && metric !== 'throughput') return `a floor of ${quantity}: less is better here, and the key does not say "max"`;
  return { ...parsed, at, bound, quantity, metric };
}

const metricOf: Readonly<Record<string, string>> = { ns: 'time', 'B/s': 'throughput', 'ops/s': 'throughput', B: 'memory' };

function objectiveOf({ name, bound, statistic, quantity, metric }: Found, map: NameMap): WrittenObjective {
  const limit = bound === 'min' ? { min: quantity } : { max: quantity };
  return { benchmark: Object.hasOwn(map, name) ? (map[name] ?? name) : patternOfName(name), metric, ...(statistic === null ? {} : { statistic }), ...limit };
}

/** `[automation]`: what holds for all objectives. Everything else in it is the business of whoever ran it. */
export function importAutomation(table: Readonly<Record<string, unknown>>, at: string, draft: ImportDraft): void {
  for (const [key, value] of Object.entries(table)) {
    const because = readDefault(key.toLowerCase().replace(/-/g, '_'), value, draft);
    if (because !== null) leaveOut(draft, `${at}.${key}`, { because, fix: fixOf(key) });
  }
}

function readDefault(key: string, value: unknown, { defaults }: ImportDraft): string | null {
  const [, word = key, percent] = /^(.*?)(_percent|_pct)?$/.exec(key) ?? [];
  if (word === 'safety_margin_multiplier' || word === 'safety_margin') {
    if (typeof value !== 'number' || !(value >= 1) || percent !== undefined) return `${JSON.stringify(value)} is no multiplier from 1 on`;
    defaults.safetyMarginMultiplier = value;
    return null;
  }
  if (word === 'owner' || word === 'owners' || word === 'team') {
    const owners = [value].flat().filter((name) => typeof name === 'string' && name !== '');
    if (owners.length === 0) return 'it names nobody';
    defaults.owner = owners.length === 1 ? (owners[0] as string) : (owners as string[]);
    return null;
  }
  const name = word === 'tolerance' || word === 'tolerance_band' ? 'tolerance' : word === 'near_threshold' || word === 'near' || word === 'warn_within' ? 'near' : null;
  if (name === null) return 'it has no meaning as an objective';
  const share = shareOf(value, percent !== undefined);
  if (share === null) return `${JSON.stringify(value)} is no share`;
  defaults[name] = share;
  return null;
}

function fixOf(key: string): string {
  return /regress/i.test(key) ? 'A limit of slowdowns against the baseline is compare.stored.warn and .fail in the config.' : 'Configure it where it belongs, if it is still wanted.';
}
