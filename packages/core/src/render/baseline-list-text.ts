import type { Baseline, BaselinePointer } from '../model/index.js';
import { commitText } from './comparison-words.js';
import { escapeTerminal } from './escape.js';
import { createPalette, type TextOptions } from './palette.js';
import { renderCriteria } from './promotion-text.js';
import { layoutTable, type Cell, type Column } from './table.js';

const columnsOfList: readonly Column[] = [
  { head: '', align: 'left' },
  { head: 'baseline', align: 'left' },
  { head: 'commit', align: 'left' },
  { head: 'host class', align: 'left', shrinks: true },
  { head: 'promoted', align: 'left' },
  { head: 'by', align: 'left' },
  { head: 'reason', align: 'left', shrinks: true },
];

/** A project's baselines, newest first; `*` is in force for its host class, `h` is held. */
export function renderBaselineList(baselines: readonly Baseline[], pointer: BaselinePointer | null, { color, columns }: TextOptions): string {
  if (baselines.length === 0) return 'No baseline yet: promote a report of the default branch (benchline promote).\n';
  const paint = createPalette(color);
  const newestFirst = [...baselines].sort((a, b) => (a.promotion.at < b.promotion.at ? 1 : a.promotion.at > b.promotion.at ? -1 : 0));
  const cells = newestFirst.map((baseline): Cell[] => {
    const { id, hostClass, promotion } = baseline;
    const texts = [markOf(baseline, pointer), id, promotion.commit.sha?.slice(0, 7) ?? 'none', hostClass, promotion.at.slice(0, 10), promotion.by, promotion.reason];
    return texts.map((text, index) => ({ text: escapeTerminal(text), ...(index === 0 ? { paint: (mark: string) => paint('green', mark) } : {}) }));
  });
  const [head = '', ...lines] = layoutTable(columnsOfList, cells, columns);
  return [paint('dim', head), ...lines, '', paint('dim', '* in force for its host class, h held: never pruned'), ''].join('\n');
}

function markOf({ id, hostClass, held }: Baseline, pointer: BaselinePointer | null): string {
  const current = pointer !== null && Object.hasOwn(pointer.current, hostClass) ? pointer.current[hostClass]?.id : undefined;
  return `${current === id ? '*' : ''}${held ? 'h' : ''}`;
}

/** One baseline with its promotion record. */
export function renderBaselineText(baseline: Baseline, options: TextOptions): string {
  const paint = createPalette(options.color);
  const { id, hostClass, fingerprint, promotion, reports, previous, held } = baseline;
  const facts: readonly (readonly [string, string])[] = [
    ['project', baseline.project],
    ['commit', commitText(promotion.commit)],
    ['host', `${hostClass} (fingerprint ${fingerprint})`],
    ['promoted', `${promotion.at} by ${promotion.by}`],
    ['reason', promotion.reason],
    ['replaces', previous ?? 'nothing'],
    ['held', held ? 'yes, never pruned' : 'no'],
    ...reports.map(({ path, digest }): [string, string] => ['report', `${path} (sha256 ${digest.replace(/^sha256:/, '').slice(0, 12)})`]),
  ];
  const lines = facts.map(([label, text]) => `  ${label.padEnd(10)}${escapeTerminal(text)}`);
  return [paint('bold', escapeTerminal(id)), ...lines, '', ...renderCriteria(promotion.criteria, options, paint), ''].join('\n');
}

/** What retention keeps and prunes. */
export function renderRetention({ keep, prune }: { keep: readonly string[]; prune: readonly string[] }, { dryRun }: { dryRun: boolean }): string {
  const verb = dryRun ? 'would prune' : 'pruned';
  const lines = prune.map((id) => `${verb} ${escapeTerminal(id)}`);
  return [...(lines.length === 0 ? ['Nothing to prune.'] : lines), `${keep.length} kept.`, ''].join('\n');
}
