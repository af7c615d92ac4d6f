import type { GateResult } from '../../model/index.js';

/** What a reader of the comment can do about it, worst first, at most four; Markdown of our own words, nothing from outside. */
export function gateNextSteps({ rows, projects, objectives, findings, summary }: GateResult): string[] {
  const present = new Set<string>(rows.filter(({ accepted }) => accepted === undefined).map(({ row }) => row.verdict));
  const has = (...verdicts: readonly string[]): boolean => verdicts.some((verdict) => present.has(verdict));
  const steps: string[] = [];
  if (findings.some(({ level }) => level === 'error')) steps.push('Something could not be used: settle the errors under “Findings” first.');
  if (has('failed')) steps.push('Failed: the job\'s log has the tool\'s own message. Run `benchline bench` in the project to see it again.');
  if (has('regressed', 'warn')) steps.push('Slower: `benchline compare --explain NAME` in the project shows the rounds, the interval and the rule behind a verdict. If it is meant, accept it with a reason and an end date in `benchline.accepted.json` of the default branch.');
  if (objectives.some(({ row }) => row.verdict === 'fail' || row.verdict === 'warn')) steps.push('Objective missed: it is an absolute limit of the project\'s config, whatever the base did.');
  if (projects.some(({ absence, exitCode }) => absence !== null && exitCode !== 0)) steps.push('A project did not report: look for its job, or run `benchline compare` in it.');
  if (has('missing')) steps.push('Missing: it was in the base and was not measured. If it is gone on purpose, promote a new baseline with `benchline promote`.');
  if (has('not-comparable')) steps.push('Not comparable: measure both sides in one job with `benchline compare --against REF`, or promote a new baseline.');
  if (has('inconclusive') && summary.status === 'pass') steps.push('Inconclusive is not a pass: a longer `timeBudget` gives it the rounds it needs.');
  return steps.slice(0, 4);
}
