import type { Baseline, CriterionOutcome, Finding } from '../model/index.js';
import { commitText } from './comparison-words.js';
import { wrapWords } from './display-width.js';
import { escapeTerminal } from './escape.js';
import { renderFindings } from './findings-text.js';
import { dayText } from './measurement-words.js';
import { createPalette, type Paint, type Palette, type TextOptions } from './palette.js';
import { layoutTable, type Cell, type Column } from './table.js';

/** What planning a promotion gave: the new baseline, or the criteria that forbid it. */
export type ShownPromotion = { baseline: Baseline } | { criteria: readonly CriterionOutcome[]; findings: readonly Finding[] };

export interface PromotionTextOptions extends TextOptions {
  dryRun: boolean;
}

const outcomes: Record<CriterionOutcome['outcome'], { symbol: string; paint: Paint }> = {
  met: { symbol: '✓', paint: 'green' },
  waived: { symbol: '-', paint: 'yellow' },
  failed: { symbol: '✗', paint: 'red' },
};
const columnsOfTable: readonly Column[] = [
  { head: '', align: 'left' },
  { head: 'criterion', align: 'left' },
  { head: 'outcome', align: 'left' },
  { head: 'detail', align: 'left' },
];

/** Every criterion with its outcome, then what was promoted, would be promoted, or why nothing was. */
export function renderPromotionText(promotion: ShownPromotion, options: PromotionTextOptions): string {
  const paint = createPalette(options.color);
  if ('baseline' in promotion) {
    const { baseline } = promotion;
    return [...renderCriteria(baseline.promotion.criteria, options, paint), '', ...promotedLines(baseline, options, paint), ''].join('\n');
  }
  return [...renderCriteria(promotion.criteria, options, paint), '', paint('bold', 'Nothing was promoted.'), renderFindings(promotion.findings, options)].join('\n');
}

function promotedLines({ id, hostClass, promotion, previous, reports }: Baseline, { dryRun }: PromotionTextOptions, paint: Palette): string[] {
  const text = (line: string): string => escapeTerminal(line);
  return [
    paint('bold', text(`${dryRun ? 'Would promote' : 'Promoted'} ${id}`)),
    text(`  commit    ${commitText(promotion.commit)}`),
    text(`  host      ${hostClass}`),
    text(`  reports   ${reports.length}`),
    ...restoredLines(reports).map(text),
    text(`  by        ${promotion.by}`),
    text(`  reason    ${promotion.reason}`),
    text(`  replaces  ${previous ?? 'nothing: the first of this host class'}`),
    ...(dryRun ? [paint('dim', 'Nothing was written (--dry-run).')] : []),
  ];
}

/** Of reports that this run did not measure: when they were measured. */
function restoredLines(reports: Baseline['reports']): string[] {
  const restored = reports.filter(({ origin }) => origin === 'restored');
  return restored.map(({ createdAt, runId }) => `  measured  on ${dayText(createdAt)}, not by this run: restored from a cache or copied (run ${runId})`);
}

/** Width of the columns before the detail, with their gaps. */
const detailIndent = '✓  default-branch  failed   '.length;
const narrowestDetail = 30;

/** The criteria as a table, for a promotion and for a baseline's record. Details are sentences: they go on below instead of being cut. */
export function renderCriteria(criteria: readonly CriterionOutcome[], { columns }: TextOptions, paint: Palette): string[] {
  const cells = criteria.flatMap(({ name, outcome, detail }): Cell[][] => {
    const painted = (text: string): string => paint(outcomes[outcome].paint, text);
    const [first = '', ...others] = wrapWords(escapeTerminal(detail), Math.max(narrowestDetail, columns - detailIndent));
    const empty: Cell = { text: '' };
    return [[{ text: outcomes[outcome].symbol, paint: painted }, { text: name }, { text: outcome, paint: painted }, { text: first }], ...others.map((text) => [empty, empty, empty, { text }])];
  });
  const [head = '', ...lines] = layoutTable(columnsOfTable, cells, columns);
  return [paint('dim', head), ...lines];
}
