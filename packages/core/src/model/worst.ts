import type { ExitCode, SloVerdict, Verdict } from './generated/types.js';

/** Worst first. Verdicts stand in the order of their exit codes, 4 over 2 over 3 over 0. */
const verdictsWorstFirst: readonly Verdict[] = [
  'failed',
  'missing',
  'regressed',
  'warn',
  'inconclusive',
  'not-comparable',
  'new',
  'unchanged',
  'improved',
];

const sloWorstFirst: readonly SloVerdict[] = ['unknown', 'fail', 'warn', 'pass'];

const codesWorstFirst: readonly ExitCode[] = [4, 2, 3, 0];

/** The verdict of a whole: its worst part. Of nothing: `missing`, since nothing measured is not a pass. */
export function worstVerdict(verdicts: Iterable<Verdict>): Verdict {
  const present = new Set(verdicts);
  return verdictsWorstFirst.find((verdict) => present.has(verdict)) ?? 'missing';
}

/** The exit code of a verdict: `raise` (the policy's own, per verdict) or the default. */
export function exitCodeOf(verdict: Verdict, raise: Readonly<Record<string, ExitCode>> = {}): ExitCode {
  const raised = Object.hasOwn(raise, verdict) ? raise[verdict] : undefined;
  return raised ?? defaultExitCode(verdict);
}

function defaultExitCode(verdict: Verdict): ExitCode {
  if (verdict === 'failed') return 4;
  if (verdict === 'missing') return 2;
  return verdict === 'regressed' ? 3 : 0;
}

/** The exit code when several apply: 4 over 2 over 3 over 0. Of none: 0. */
export function worstExitCode(codes: Iterable<ExitCode>): ExitCode {
  const present = new Set(codes);
  return codesWorstFirst.find((code) => present.has(code)) ?? 0;
}

/** The verdict over objectives: the worst. Of none: `unknown`, since nothing checked is not a pass. */
export function worstSlo(verdicts: Iterable<SloVerdict>): SloVerdict {
  const present = new Set(verdicts);
  return sloWorstFirst.find((verdict) => present.has(verdict)) ?? 'unknown';
}

/** The exit code of a verdict over objectives: 3 where one is breached, 2 where one could not be checked. */
export function exitCodeOfSlo(verdict: SloVerdict): ExitCode {
  if (verdict === 'unknown') return 2;
  return verdict === 'fail' ? 3 : 0;
}
