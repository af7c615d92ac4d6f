import { formatShare, type GateResult } from '../../model/index.js';
import { escapeMarkdown } from '../escape.js';
import { plural } from '../gate-words.js';
import { nothing } from '../row-text.js';
import { sloLooks, verdictLooks } from '../verdict-look.js';
import { projectBase } from './against.js';
import { codeSpan } from './code-span.js';
import type { CommentRow, ObjectiveRow } from './comment-rows.js';
import { plainBlock, type Block } from './fit-blocks.js';
import { prose } from './prose.js';

interface Shape {
  /** With a column for the project. */
  withProject: boolean;
  /** Commit of the base where it is the same for every row. */
  base: string | null;
  head: string | null;
  most: number;
}

/** What changed, with the values of both sides. */
export function benchmarkTable(rows: readonly CommentRow[], shape: Shape): Block {
  const { withProject, base, head, most } = shape;
  const heads: Column[] = [
    ['', 'l'], ...project(withProject), ['benchmark', 'l'], [`base${commitHead(base)}`, 'r'], [`head${commitHead(head)}`, 'r'], ['change', 'r'], [`worse by${levelHead(rows)}`, 'r'], ['warn / fail', 'r'],
  ];
  const lines = rows.map((row) => {
    return cells([verdictCell(row.look), ...(withProject ? [codeSpan(row.project)] : []), benchmarkCell(row), unbroken(row.base), unbroken(row.head), row.isLoud && row.change !== nothing ? `**${unbroken(row.change)}**` : unbroken(row.change), unbroken(row.interval), unbroken(row.thresholds)]);
  });
  return table(heads, lines, { most, what: 'row' });
}

/** Objectives that do not pass. */
export function objectiveTable(rows: readonly ObjectiveRow[], { withProject, most }: Shape): Block {
  const heads: Column[] = [['objective', 'l'], ...project(withProject), ['benchmark', 'l'], ['limit', 'r'], ['observed', 'r'], ['margin', 'r']];
  const lines = rows.map((row) => cells([verdictCell(row.look), ...(withProject ? [codeSpan(row.project)] : []), benchmarkCell(row), ...[row.limit, row.observed, row.margin].map(unbroken)]));
  return table(heads, lines, { most, what: 'objective' });
}

/** Every project with its verdict and what it was compared with; only where there are several. */
export function projectTable({ projects: all }: GateResult): Block {
  const projects = all.filter(({ affected }) => affected !== false);
  if (projects.length < 2) return plainBlock('');
  const lines = projects.map((one) => {
    const verdict = one.verdict === null ? nothing : verdictCell(verdictLooks[one.verdict]);
    const objectives = one.objectives === null ? nothing : verdictCell(sloLooks[one.objectives]);
    return cells([codeSpan(one.project), verdict, objectives, String(one.benchmarks), escapeMarkdown(projectBase(one)), String(one.exitCode)]);
  });
  const block = table([['project', 'l'], ['verdict', 'l'], ['objectives', 'l'], ['benchmarks', 'r'], ['compared with', 'l'], ['exit code', 'r']], lines, { most: 200, what: 'project' });
  return { ...block, before: `<details><summary>${plural(projects.length, 'project')}</summary>\n\n${block.before}`, after: '\n</details>' };
}

type Column = [head: string, align: 'l' | 'r'];

function project(withProject: boolean): Column[] {
  return withProject ? [['project', 'l']] : [];
}

/** How sure the intervals are, where all are as sure. */
function levelHead(rows: readonly CommentRow[]): string {
  const [level, ...others] = new Set(rows.flatMap((row) => row.level ?? []));
  return level === undefined || others.length > 0 ? '' : `, ${formatShare(level).replace('.0', '')} sure`;
}

/** A commit in a table's head; hex by its schema. */
function commitHead(sha: string | null): string {
  return sha === null ? '' : ` \`${sha.slice(0, 7)}\``;
}

function benchmarkCell({ name, metric }: { name: string; metric: string }): string {
  return name === '' ? 'did not report' : `${codeSpan(name)}${metric === '' ? '' : ` ${prose(metric)}`}`;
}

/** A value that stays on one line. */
function unbroken(value: string): string {
  return escapeMarkdown(value).replaceAll(' ', '&nbsp;');
}

/** No line break between the mark and its word. */
function verdictCell({ emoji, word }: { emoji: string; word: string }): string {
  return `${emoji}&nbsp;${word.replaceAll(' ', '&nbsp;')}`;
}

function table(heads: readonly Column[], rows: readonly string[], { most, what }: { most: number; what: string }): Block {
  if (rows.length === 0) return plainBlock('');
  const before = `${cells(heads.map(([head]) => head))}\n|${heads.map(([, align]) => (align === 'l' ? ':--' : '--:')).join('|')}|`;
  return { before, rows, most, left: (count) => `… and ${plural(count, what)} more; the artefact gate.json has every one.`, after: '' };
}

function cells(values: readonly string[]): string {
  return `| ${values.join(' | ')} |`;
}
