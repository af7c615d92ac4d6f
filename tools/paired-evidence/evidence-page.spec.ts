import { evidencePage, holds } from './evidence-page.js';
import type { PairedOutcome } from './paired-run.js';

const outcome = (changes: Partial<PairedOutcome>): PairedOutcome => ({
  branch: 'unchanged', busy: false, verdict: 'unchanged', slowdown: 0.001, lower: -0.01, upper: null, confirmation: 'none', rounds: 10, looks: 1, controlFlagged: '0 of 1', exitCode: 0, minutes: 1.25, ...changes,
});
const slower = outcome({ branch: 'slower', busy: true, verdict: 'regressed', slowdown: 0.1, confirmation: 'confirmed' });

test.each<[boolean, PairedOutcome[]]>([
  [true, [slower, outcome({}), outcome({ verdict: 'inconclusive' })]],
  [false, [slower, outcome({ verdict: 'warn' })]],
  [false, [slower, outcome({ verdict: 'improved' })]],
  [false, [{ ...slower, verdict: 'inconclusive' }, outcome({})]],
])('holds: %s', (expected, outcomes) => expect(holds(outcomes)).toBe(expected));

test('the page counts and shows every run', () => {
  const page = evidencePage({ machine: 'a machine', command: 'the command', outcomes: [slower, outcome({}), outcome({ verdict: 'warn' })] });
  expect(page).toContain('found in 1 of 1.');
  expect(page).toContain('flagged in 1 of 2 consecutive runs.');
  expect(page).toContain('| 1 | slower | busy | regressed | +10.0 % | -1.0 % to ? | confirmed | 10 | 1 | 0 of 1 | 1.3 |');
});
