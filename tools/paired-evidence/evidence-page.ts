import type { PairedOutcome } from './paired-run.js';

export interface EvidenceFacts {
  machine: string;
  command: string;
  outcomes: readonly PairedOutcome[];
}

const flags = ['regressed', 'warn', 'improved'];

/** Whether the slowed branch was found and no unchanged run was flagged. */
export function holds(outcomes: readonly PairedOutcome[]): boolean {
  return outcomes.every(({ branch, verdict }) => (branch === 'slower' ? verdict === 'regressed' || verdict === 'warn' : !flags.includes(verdict)));
}

export function evidencePage({ machine, command, outcomes }: EvidenceFacts): string {
  const unchanged = outcomes.filter(({ branch }) => branch === 'unchanged');
  const slower = outcomes.filter(({ branch }) => branch === 'slower');
  const found = slower.filter(({ verdict }) => verdict === 'regressed' || verdict === 'warn').length;
  const flagged = unchanged.filter(({ verdict }) => flags.includes(verdict)).length;
  return [
    '# Paired mode on a Criterion crate',
    '',
    `Written by \`${command}\`. Machine: ${machine}.`,
    '',
    'A crate with one benchmark, compared with its main branch: once on a branch that does 10 % more work while a loop keeps another core busy, and on a branch that changes a comment.',
    '',
    `- 10 % slower, another core busy: found in ${found} of ${slower.length}.`,
    `- Unchanged: flagged in ${flagged} of ${unchanged.length} consecutive runs.`,
    '',
    '| run | branch | other core | verdict | change | interval | confirmation | rounds a side | looks | control arm flagged | minutes |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...outcomes.map(row),
    '',
    'Minutes are those of the whole command, builds included.',
    '',
  ].join('\n');
}

function row(outcome: PairedOutcome, index: number): string {
  const { branch, busy, verdict, slowdown, lower, upper, confirmation, rounds, looks, controlFlagged, minutes } = outcome;
  return `| ${[index + 1, branch, busy ? 'busy' : 'idle', verdict, percent(slowdown), `${percent(lower)} to ${percent(upper)}`, confirmation, rounds, looks, controlFlagged, minutes.toFixed(1)].join(' | ')} |`;
}

function percent(share: number | null): string {
  return share === null ? '?' : `${share >= 0 ? '+' : ''}${(share * 100).toFixed(1)} %`;
}
