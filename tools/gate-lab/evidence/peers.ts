import type { Results } from '../experiments/results.js';
import { percent, table } from './format.js';
import { at } from './targets.js';

/** On which axes each rule of others does better than ours, CV <= 3 %: false flags in suites of 100, and what is found at +5 and +10 %. */
export function peersText({ nulls, rivalNulls, powers, rivalPowers }: Results): string {
  const ours = { flagged: nulls.calm.hundred.suitesFlagged.share, five: at(powers.ten, 0.05).found.share, ten: at(powers.ten, 0.1).found.share };
  const rows = rivalNulls.map(({ hundred }, index) => {
    const four = rivalPowers[index] ?? [];
    const theirs = { flagged: hundred.suitesFlagged.share, five: at(four, 0.05).found.share, ten: at(four, 0.1).found.share };
    const better = [
      ...(theirs.flagged < ours.flagged ? ['fewer suites falsely flagged'] : []),
      ...(theirs.five > ours.five ? [`${percent(theirs.five - ours.five)} points more of +5 %`] : []),
      ...(theirs.ten > ours.ten ? [`${percent(theirs.ten - ours.ten)} points more of +10 %`] : []),
    ];
    return [hundred.rule, percent(theirs.flagged, 1), percent(theirs.five, 1), percent(theirs.ten, 1), better.length === 0 ? 'nothing' : better.join(', ')];
  });
  const own = ['Benchline, paired', percent(ours.flagged, 1), percent(ours.five, 1), percent(ours.ten, 1), ''];
  return `T10, dominated on no axis:\n\n${table(['rule', 'suites of 100 falsely flagged', '+5 % found', '+10 % found', 'does better than ours in'], [own, ...rows])}`;
}
