import type { RoundLookUp } from '../../judge/index.js';
import type { Comparison, ComparisonRow, Verdict } from '../../model/index.js';
import { evidenceNotes, nextSteps, sidesText, subjectText, verdictCounts } from '../comparison-words.js';
import { createRowName, geomeanText, metricText, rowNote, rowText } from '../row-text.js';
import { verdictLooks } from '../verdict-look.js';
import { sortRows } from '../visible-rows.js';
import { axisView, createSlowdownScale, intervalView, roundsView, type SlowdownScale } from './svg.js';

/** Rows of a page that people can still read; the JSON beside it has all. */
const rowLimit = 300;
const figureLimit = 24;
/** Where nothing is notable, a few show how the rounds scattered. */
const figuresOfQuiet = 6;
const quiet: ReadonlySet<Verdict> = new Set(['unchanged', 'new']);

/** The comparison as the page's template wants it. */
export function comparisonView(comparison: Comparison, roundsOf: RoundLookUp): object {
  const sorted = sortRows(comparison.rows);
  const notable = sorted.filter(({ verdict }) => !quiet.has(verdict));
  const rest = sorted.filter(({ verdict }) => quiet.has(verdict));
  const shown = notable.slice(0, rowLimit);
  const shownRest = rest.slice(0, rowLimit);
  const scale = createSlowdownScale(shown.concat(shownRest));
  const nameOf = createRowName(comparison.rows);
  const view = (row: ComparisonRow): object => ({ name: nameOf(row), ...rowView(row, comparison, scale) });
  const hidden = sorted.length - shown.length - shownRest.length;
  return {
    sides: sidesText(comparison),
    subject: subjectText(comparison),
    geomean: geomeanText(comparison.summary.geomean),
    axis: axisView(shown.concat(shownRest), scale),
    rows: shown.length === 0 ? null : shown.map(view),
    more: hidden === 0 ? null : `${hidden} more rows stand in comparison.json.`,
    quiet: shownRest.length === 0 ? null : shownRest.map(view),
    quietTitle: verdictCounts(comparison).filter(({ verdict }) => quiet.has(verdict)).map(({ words }) => words).join(', '),
    notes: [...evidenceNotes(comparison), ...nextSteps(comparison).filter((step) => !step.includes('--explain'))],
    figures: figuresOf(shown.length > 0 ? shown : shownRest.slice(0, figuresOfQuiet), roundsOf, nameOf),
  };
}

function rowView(row: ComparisonRow, { policy }: Comparison, scale: SlowdownScale): object {
  const { symbol, word, paint } = verdictLooks[row.verdict];
  const metric = row.metric === null ? null : metricText(row, policy.statistic);
  return { ...rowText(row), metric, note: rowNote(row), tone: paint, symbol, word, plot: intervalView(row, scale) };
}

function figuresOf(rows: readonly ComparisonRow[], roundsOf: RoundLookUp, nameOf: (row: ComparisonRow) => string): object[] {
  const figures: object[] = [];
  for (const row of rows) {
    if (figures.length === figureLimit) break;
    const rounds = roundsOf(row);
    const figure = row.unit === null || rounds === null || rounds.base.length + rounds.head.length < 2 ? null : roundsView(`${nameOf(row)}, ${row.metric ?? ''}`, row.unit, rounds);
    if (figure !== null) figures.push(figure);
  }
  return figures;
}
