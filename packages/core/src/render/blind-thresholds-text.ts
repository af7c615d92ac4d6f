import type { BlindThreshold } from '../judge/index.js';
import { formatShare } from '../model/index.js';
import { escapeTerminal } from './escape.js';
import { createPalette, type TextOptions } from './palette.js';
import { createRowName } from './row-text.js';

/** More lines than this say no more. */
const mostLines = 20;

const headings = {
  paired: 'Side by side (compare --against), this machine cannot show what the config asks for:',
  stored: 'Nor can it against a stored baseline:',
} as const;

/** Where the config asks for more than the machine can show, and what would do. Empty where there is nothing to tell. */
export function renderBlindThresholds(blind: readonly BlindThreshold[], { color }: Pick<TextOptions, 'color'>): string {
  const paint = createPalette(color);
  const nameOf = createRowName(blind);
  const parts = (['paired', 'stored'] as const).map((mode) => blind.filter((one) => one.mode === mode));
  return parts.flatMap((part) => (part.length === 0 ? [] : [section(part, { heading: headingOf(part, blind), paint, nameOf }), ''])).join('\n');
}

function headingOf([first]: readonly BlindThreshold[], all: readonly BlindThreshold[]): string {
  if (first?.mode === 'stored' && all.every(({ mode }) => mode === 'stored')) return 'Against a stored baseline, this machine cannot show what the config asks for:';
  return headings[first?.mode ?? 'paired'];
}

interface Wording {
  heading: string;
  paint: ReturnType<typeof createPalette>;
  nameOf: ReturnType<typeof createRowName>;
}

function section(part: readonly BlindThreshold[], { heading, paint, nameOf }: Wording): string {
  const lines = part.slice(0, mostLines).map((one) => `  ${escapeTerminal(nameOf(one))} ${escapeTerminal(one.metric)}: ${reasonOf(one)}`);
  const more = part.length > mostLines ? [`  and ${part.length - mostLines} more; --json has all`] : [];
  return [paint('yellow', heading), ...lines, ...more].join('\n');
}

function reasonOf({ wanted, detectable, floor, rounds, roundsNeeded, cvNeeded }: BlindThreshold): string {
  const limit = `${share(wanted)} is asked for`;
  if (roundsNeeded === null || cvNeeded === null) return `${limit}, and the noise floor of ${share(floor)} hides it, whatever the number of rounds`;
  return `${limit}, ${share(detectable)} can be seen with ${rounds} round${rounds === 1 ? '' : 's'} a side; it needs ${roundsNeeded}, or a spread of ${share(cvNeeded)}`;
}

function share(value: number): string {
  return formatShare(Number(value.toPrecision(2)));
}
