import type { Comparison, ComparisonRow, Finding, SloResult, SloRow } from '../model/index.js';
import { escapeAnnotation, escapeAnnotationProperty, visible } from './escape.js';
import { createRowName, rowNote, rowText } from './row-text.js';
import { sloRowText } from './slo-words.js';
import { sortWorstFirst, sloLooks, verdictLooks } from './verdict-look.js';
import { sortRows } from './visible-rows.js';

type Level = 'error' | 'warning' | 'notice';

interface Annotation {
  level: Level;
  title: string;
  message: string;
  file?: string;
  line?: number;
  col?: number;
}

/** GitHub shows ten annotations of a level and drops the others without a word. */
const limit = 10;

/** GitHub Actions workflow commands, worst first: `::error title=...::...`. '' where nothing needs attention. */
export function renderAnnotations(result: Comparison | SloResult): string {
  return renderLevels(annotationsOf(result));
}

function annotationsOf(result: Comparison | SloResult): Annotation[] {
  const rows = 'rows' in result ? comparisonAnnotations(result) : sloAnnotations(result);
  return [...rows, ...result.findings.map(findingAnnotation)];
}

/** The same for several results and what was found beside them, in this order: of all of them no more than GitHub shows. */
export function renderAllAnnotations(findings: readonly Finding[], results: readonly (Comparison | SloResult)[]): string {
  return renderLevels([...findings.map(findingAnnotation), ...results.flatMap(annotationsOf)]);
}

/** The same for findings alone, such as those of a run. */
export function renderFindingAnnotations(findings: readonly Finding[]): string {
  return renderLevels(findings.map(findingAnnotation));
}

function comparisonAnnotations(comparison: Comparison): Annotation[] {
  const nameOf = createRowName(comparison.rows);
  return sortRows(comparison.rows).flatMap((row) => {
    const level = levelOf(row);
    return level === null ? [] : [{ level, title: `${comparison.project}: ${nameOf(row)} ${verdictLooks[row.verdict].word}`, message: messageOf(row) }];
  });
}

/** What never gates is nothing to be warned of. */
function levelOf({ verdict, rule }: ComparisonRow): Level | null {
  if (rule === 'direction') return null;
  if (verdict === 'regressed' || verdict === 'failed' || verdict === 'missing') return 'error';
  return verdict === 'warn' || verdict === 'not-comparable' || verdict === 'inconclusive' ? 'warning' : null;
}

function messageOf(row: ComparisonRow): string {
  const { base, head, change } = rowText(row);
  const values = row.base === null || row.head === null ? '' : `${row.metric ?? ''} ${base} → ${head} (${change}). `;
  const way = row.verdict === 'not-comparable' ? ' Promote a new baseline, or measure both sides in one job.' : '';
  return visible(`${values}${rowNote(row) ?? row.reason}${way}`);
}

function sloAnnotations(result: SloResult): Annotation[] {
  const nameOf = createRowName(result.objectives);
  return sortWorstFirst(result.objectives, sloLooks, () => 0).flatMap((row) => {
    const level = sloLevel(row);
    const { observed, limit: demanded, owners } = sloRowText(row, result.policy);
    const title = `${result.project}: objective for ${nameOf(row)} ${sloLooks[row.verdict].word}`;
    return level === null ? [] : [{ level, title, message: visible(`${row.metric}: ${observed}, demanded ${demanded}. ${row.reason}${owners === '' ? '' : ` Owner: ${owners}.`}`) }];
  });
}

function sloLevel({ verdict }: SloRow): Level | null {
  if (verdict === 'pass') return null;
  return verdict === 'warn' ? 'warning' : 'error';
}

function findingAnnotation({ level, code, what, why, fix, file, line, column }: Finding): Annotation {
  const message = [what, why, fix].map(visible).join('\n');
  const place = file === undefined ? {} : { file, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { col: column }) };
  return { level: level === 'note' ? 'notice' : level, title: code, message, ...place };
}

function renderLevels(annotations: readonly Annotation[]): string {
  const levels: Level[] = ['error', 'warning', 'notice'];
  return levels.flatMap((level) => capped(annotations.filter((annotation) => annotation.level === level))).map(renderCommand).join('');
}

/** The last one tells of those that would be dropped. */
function capped(annotations: readonly Annotation[]): readonly Annotation[] {
  const [first] = annotations;
  if (first === undefined || annotations.length <= limit) return annotations;
  const left = annotations.length - limit + 1;
  return [...annotations.slice(0, limit - 1), { level: first.level, title: 'Benchline', message: `${left} more; the log lists every one.` }];
}

function renderCommand({ level, title, message, file, line, col }: Annotation): string {
  const properties = Object.entries({ title, file, line, col }).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${escapeAnnotationProperty(visible(String(value)))}`]));
  return `::${level} ${properties.join(',')}::${escapeAnnotation(message)}\n`;
}
