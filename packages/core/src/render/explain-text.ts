import type { RoundValues } from '../judge/index.js';
import { formatChange, formatShare, formatValue, type Comparison, type ComparisonRow, type PolicyOverride } from '../model/index.js';
import { createAxis, columnOf, dotStrip, labelLines } from './axis.js';
import { commitText } from './comparison-words.js';
import { wrapWords } from './display-width.js';
import { escapeTerminal } from './escape.js';
import { intervalPlot, slowdownText } from './interval-plot.js';
import { createPalette, type Palette, type TextOptions } from './palette.js';
import { differenceText, rowText, statisticWord } from './row-text.js';
import { verdictLooks } from './verdict-look.js';

export interface Explained {
  comparison: Comparison;
  row: ComparisonRow;
  /** The rounds it was judged from; null: not shown. */
  rounds: RoundValues | null;
}

const ruleWords: Record<ComparisonRow['rule'], string> = {
  threshold: 'threshold: the change of the statistic alone against the limits',
  rank: 'rank: the interval of the ratio between the rounds of both sides, against noise floor and limits',
  paired: 'paired: rounds measured side by side in blocks, looked at several times with the error shared among the looks',
  exact: 'exact: a count that repeats exactly is compared directly',
  comparability: 'comparability: like is compared only with like',
  presence: 'presence: whether both sides have the benchmark',
  direction: 'direction: a metric of which nobody said which way is better never fails',
  observations: 'observations: a tail needs enough of them before it can be judged',
};

const margin = 8;

/** Everything behind one verdict: the numbers, the rounds of both sides, the interval against the limits, the rule that decided. */
export function renderExplain({ comparison, row, rounds }: Explained, options: TextOptions): string {
  const paint = createPalette(options.color);
  const width = Math.max(20, Math.min(options.columns, 100) - margin);
  const sections = [
    titleLines(row, paint),
    numberLines(comparison, row),
    roundLines(row, rounds, { width, paint }),
    limitLines(row, width, paint),
    decisionLines(comparison, row, options.columns),
  ];
  return `${sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function titleLines({ suite, benchmark, metric, statistic, verdict, reason }: ComparisonRow, paint: Palette): string[] {
  const { symbol, word, paint: colour } = verdictLooks[verdict];
  const subject = metric === null ? '' : `, ${metric} (${statisticWord(statistic)})`;
  return [`${paint('bold', escapeTerminal(benchmark))}${escapeTerminal(`${subject}, suite ${suite}`)}`, `${paint(colour, `${symbol} ${word}`)}: ${escapeTerminal(reason)}`];
}

function numberLines({ base, head }: Comparison, row: ComparisonRow): string[] {
  const texts = rowText(row);
  const line = (label: string, text: string): string => `${label.padEnd(margin)}${escapeTerminal(text)}`;
  const side = (value: string, estimate: ComparisonRow['base'], commit: string): string => (estimate === null ? `${value}  at ${commit}` : `${value}  ${estimate.rounds} rounds, ${estimate.observations} observations, at ${commit}`);
  const slowdown = slowdownText(row);
  return [
    line('base', side(texts.base, row.base, base === null ? 'no baseline' : commitText(base.commit))),
    line('head', side(texts.head, row.head, commitText(head.commit))),
    line('change', texts.change),
    ...(slowdown === null ? [] : [line('slower', slowdown)]),
  ];
}

const estimateWords: Partial<Record<ComparisonRow['rule'], string>> = {
  paired: 'The change is the Hodges-Lehmann estimate, the median of the ratios of all head rounds to all base rounds of their block',
  rank: 'The change is the Hodges-Lehmann estimate, the median of the ratios of all head rounds to all base rounds',
};

/** What the change is where it is not simply head over base, and that ratio too where people would read another number off the two values. */
function estimateFacts(row: ComparisonRow): string[] {
  const words = estimateWords[row.rule];
  if (words === undefined || row.ratio === null || row.slowdown === null) return [];
  const plain = formatChange(row.ratio - 1);
  return [`${words}${plain === rowText(row).change ? '' : `; base and head as shown give ${plain}`}.`];
}

/** Reasons and limits count in one direction for all metrics; of a throughput people see two numbers for one change. */
function directionFacts(row: ComparisonRow): string[] {
  const { direction, slowdown } = row;
  if (direction !== 'higher' || slowdown === null || slowdown === 0) return [];
  return [`More is better here: reason, interval and limits count as for a time, base over head; ${rowText(row).change} of the value is ${formatChange(slowdown)} of that.`];
}

function roundLines({ unit }: ComparisonRow, rounds: RoundValues | null, { width, paint }: { width: number; paint: Palette }): string[] {
  if (rounds === null || unit === null || rounds.base.length + rounds.head.length === 0) return [];
  const values = [...rounds.base, ...rounds.head];
  const axis = createAxis(values, width);
  const ends = [Math.min(...values), Math.max(...values)].map((value) => ({ column: columnOf(value, axis), text: escapeTerminal(formatValue(value, unit)) }));
  return [
    paint('bold', 'Rounds'),
    `${'base'.padEnd(margin)}${paint('cyan', dotStrip(rounds.base, axis))}`,
    `${'head'.padEnd(margin)}${paint('yellow', dotStrip(rounds.head, axis))}`,
    ...labelLines(ends[0]?.text === ends[1]?.text ? ends.slice(0, 1) : ends, width).map((line) => paint('dim', ' '.repeat(margin) + line)),
  ];
}

function limitLines(row: ComparisonRow, width: number, paint: Palette): string[] {
  const [interval, axis, ...labels] = intervalPlot(row, width);
  if (interval === undefined || axis === undefined) return [];
  const shade = row.floor === null ? '' : `; ░ is noise, up to ${formatShare(row.floor)}`;
  const pad = ' '.repeat(margin);
  return [paint('bold', 'How much slower') + paint('dim', ` (right is worse${shade})`), pad + paint(verdictLooks[row.verdict].paint, interval), pad + axis, ...labels.map((line) => paint('dim', pad + line))];
}

function decisionLines({ policy, algorithm }: Comparison, row: ComparisonRow, columns: number): string[] {
  const override = row.override === null ? undefined : policy.overrides[row.override];
  const facts = [
    `Decided by ${ruleWords[row.rule]} (${algorithm}).`,
    ...estimateFacts(row),
    ...directionFacts(row),
    `Evidence: ${gradeWords[row.grade]}.`,
    ...(row.p === null ? [] : [`p = ${Number(row.p.toPrecision(2))} for "no slower than the noise floor".`]),
    ...(row.detectable === null ? [] : [`With these rounds a change of ${formatShare(row.detectable)} would be found.`]),
    ...(row.roundsNeeded === null ? [] : [`About ${row.roundsNeeded} rounds a side would settle it.`]),
    ...(row.confirmation === 'none' ? [] : [`Fresh rounds: ${row.confirmation}.`]),
    ...row.differences.map((difference) => `Differs in ${differenceText(difference)}.`),
    ...(override === undefined ? [] : [overrideText(override)]),
  ];
  return facts.flatMap((fact) => wrapWords(escapeTerminal(fact), columns));
}

const gradeWords: Record<ComparisonRow['grade'], string> = {
  paired: 'paired, both sides measured side by side in one job',
  'same-host': 'same host, both sides measured in one job, one after the other',
  stored: 'stored, the base was measured in another job on the same kind of host',
  summary: 'summary, the tool gave no samples',
  none: 'none',
};

function overrideText({ benchmark, reason, expires }: PolicyOverride): string {
  return `The policy has limits of its own for ${benchmark}: ${reason}${expires === null ? '' : ` (until ${expires})`}.`;
}
