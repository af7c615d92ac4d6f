import { normalizeConfig, type WrittenConfig, type WrittenObjective } from '@benchline/core/model';
import { importEntries } from './import-entries.js';
import { isObject, leaveOut, type ImportDraft, type LeftOut } from './import-draft.js';
import { importAutomation, importSections, sections, type NameMap } from './import-sections.js';

/** What a file of thresholds became. */
export interface ImportedObjectives {
  /** `slo` and, where the file has defaults, `sloDefaults`. */
  config: Pick<WrittenConfig, 'slo' | 'sloDefaults'>;
  left: LeftOut[];
}

const lists = ['slos', 'slo', 'objectives', 'thresholds'];
/** Wrappers of the whole, and what only describes the file. */
const wrappers = ['audit', 'performance', 'benchmarks'];
const descriptive: ReadonlySet<string> = new Set(['version', 'schema', '$schema', 'title', 'description', 'metadata', 'generated', 'date', 'auditor']);

/**
 * Turns a parsed file of thresholds (TOML, YAML or JSON) into objectives, by the mapping of docs/how-to/objectives.md. What has no certain meaning is left
 * out and told, with the reason; nothing is guessed. `map` says which benchmarks a name stands for.
 */
export function importObjectives(value: unknown, map: NameMap = {}): ImportedObjectives {
  const draft: ImportDraft = { objectives: [], defaults: {}, left: [] };
  if (isObject(value)) importTable(value, { at: '', map }, draft);
  else if (Array.isArray(value)) importEntries(value, '', draft);
  else leaveOut(draft, 'the file', 'it holds neither a table nor a list');
  const objectives = draft.objectives.filter((objective) => isUsable(objective, draft));
  const hasDefaults = Object.keys(draft.defaults).length > 0;
  return { config: { slo: objectives, ...(hasDefaults ? { sloDefaults: draft.defaults } : {}) }, left: draft.left };
}

function importTable(table: Readonly<Record<string, unknown>>, { at, map }: { at: string; map: NameMap }, draft: ImportDraft): void {
  importSections(table, draft, map);
  for (const [key, value] of Object.entries(table)) {
    const place = at === '' ? key : `${at}.${key}`;
    if (Object.hasOwn(sections, key) && isObject(value)) continue;
    if (key === 'automation' && isObject(value)) importAutomation(value, place, draft);
    else if (lists.includes(key) && Array.isArray(value)) importEntries(value, place, draft);
    else if (wrappers.includes(key) && isObject(value)) importTable(value, { at: place, map }, draft);
    else if (!descriptive.has(key)) leaveOut(draft, place, 'no section of thresholds has this name');
  }
}

/** What the config itself would refuse, such as a target below its floor. */
function isUsable(objective: WrittenObjective, draft: ImportDraft): boolean {
  const normalized = normalizeConfig({ slo: [objective] }, { project: 'import', today: '2000-01-01', ci: false });
  if ('config' in normalized) return true;
  const [first] = normalized.findings;
  leaveOut(draft, `${objective.benchmark} ${objective.min ?? objective.max ?? ''}`, (first?.what ?? 'it is no objective').replace(/^Not a valid config: /, '').replace(/\.$/, ''));
  return false;
}
