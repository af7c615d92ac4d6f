import { formatNumber } from '../model/index.js';
import { escapeTerminal } from './escape.js';

/** One entry of the configured summary: `value` is in `unit`, the unit it is shown in. */
export interface ShownSummaryValue {
  label: string;
  /** The label and the unit as a name for programs: `display_gibs`. */
  key: string;
  value: number;
  unit: string;
}

/** The verdict a summary line ends with. */
export type LineVerdict = 'PASS' | 'WARN' | 'FAIL';

/** `Performance Report: DISPLAY: 4.22 GiB/s, COMP-3: 571 MiB/s [PASS]` */
export function renderSummaryLine(values: readonly ShownSummaryValue[], verdict: LineVerdict): string {
  const parts = values.map(({ label, value, unit }) => escapeTerminal(`${label}: ${formatNumber(value)} ${unit}`));
  return `Performance Report: ${parts.length === 0 ? 'nothing measured' : parts.join(', ')} [${verdict}]`;
}
