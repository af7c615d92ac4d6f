import type { SloResult } from '../../model/index.js';
import { createRowName } from '../row-text.js';
import { sloNote, sloRowText } from '../slo-words.js';
import { sloLooks, sortWorstFirst } from '../verdict-look.js';

const rowLimit = 300;

/** The objectives as the page's template wants them. */
export function sloView(result: SloResult): object | null {
  if (result.objectives.length === 0) return null;
  const nameOf = createRowName(result.objectives);
  const rows = sortWorstFirst(result.objectives, sloLooks, (row) => -(row.margin?.percent ?? 0));
  const views = rows.slice(0, rowLimit).map((row) => {
    const text = sloRowText(row, result.policy);
    const { symbol, word, paint } = sloLooks[row.verdict];
    return { ...text, name: nameOf(row), note: sloNote(row, text), symbol, word, tone: paint };
  });
  return { rows: views, more: rows.length > rowLimit ? `${rows.length - rowLimit} more stand in slo.json.` : null };
}
