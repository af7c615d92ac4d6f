import type { FalseAlarms } from '../experiments/false-alarms.js';
import type { Power } from '../experiments/power.js';
import type { Results } from '../experiments/results.js';
import { percent, table } from './format.js';
import { at } from './targets.js';

/** A rule's place on the axes: false flags in suites of 100, what is found, and what that costs. */
interface Place {
  readonly rule: string;
  readonly flagged: number;
  readonly found: readonly number[];
  readonly rounds: number;
}

const sizes = [0.02, 0.05, 0.1];

/** On which axes each rule of others does better than ours, CV <= 3 %. */
export function peersText({ nulls, rivalNulls, powers, rivalPowers }: Results): string {
  const ours = placeOf(nulls.calm.hundred, powers.ten);
  const theirs = rivalNulls.map(({ hundred }, index) => placeOf(hundred, rivalPowers[index] ?? []));
  const rows = [ours, ...theirs].map((place) => [place.rule, percent(place.flagged, 1), ...place.found.map((share) => percent(share, 1)), place.rounds.toFixed(1), place === ours ? '' : advantages(place, ours)]);
  return `T10 asks that no rule does better on any axis. +2 % lies below what is looked for by default (5 %, warnings from 2.5 % on), so that a rule with a lower limit finds more of it.\n\n${table(
    ['rule', 'suites of 100 falsely flagged', ...sizes.map((size) => `+${percent(size, 0)} found`), 'rounds a side, unchanged', 'does better than ours in'],
    rows,
  )}`;
}

function placeOf(nulls: FalseAlarms, powers: readonly Power[]): Place {
  return { rule: nulls.rule, flagged: nulls.suitesFlagged.share, found: sizes.map((size) => at(powers, size).found.share), rounds: nulls.rounds };
}

function advantages(place: Place, ours: Place): string {
  const found = sizes.flatMap((size, index) => {
    const more = (place.found[index] ?? 0) - (ours.found[index] ?? 0);
    return more > 0 ? [`+${percent(size, 0)}: ${percent(more)} points more`] : [];
  });
  const better = [...(place.flagged < ours.flagged ? ['fewer suites falsely flagged'] : []), ...found, ...(place.rounds < ours.rounds ? ['fewer rounds'] : [])];
  return better.length === 0 ? 'nothing' : better.join('; ');
}
