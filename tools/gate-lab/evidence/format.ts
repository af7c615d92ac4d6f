import type { Rate } from '../experiments/tally.js';

/** 0.0123 -> "1.23 %". */
export function percent(share: number, digits = 2): string {
  if (!Number.isFinite(share)) return '-';
  const text = (100 * share).toFixed(digits);
  return `${text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text} %`;
}

/** Share and its 95 % interval. */
export function withInterval({ share, lower, upper }: Rate, digits = 2): string {
  return `${percent(share, digits)} (${percent(lower, digits).replace(' %', '')}-${percent(upper, digits)})`;
}

/** Share, interval and counts. */
export function withCounts(rate: Rate, digits = 2): string {
  return `${withInterval(rate, digits)}, ${rate.events} of ${rate.trials.toLocaleString('en')}`;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
