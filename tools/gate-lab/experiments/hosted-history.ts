import { compareReports } from '../../../packages/core/src/judge/compare/compare-reports.js';
import { compared, sideOf } from '../../../packages/core/src/judge/testing/reports.js';
import { readRecording } from '../data/gzip-json.js';
import { defaultPolicy } from '../rules/ours.js';
import type { Answer } from '../rules/rule.js';
import { createTally, type Rate } from './tally.js';

/** Jobs a baseline is made of where it has several. */
const JOBS = 20;

/** What is said of one job of a history against those before it. */
interface HistoryRule {
  readonly name: string;
  readonly answer: (before: readonly number[], value: number) => Answer;
}

export interface HistoryAnswer {
  readonly rule: string;
  readonly failed: Rate;
  readonly flagged: Rate;
  /** Flagged or failed when this job is slower by 10, 25 and 50 %. */
  readonly found: readonly Rate[];
}

export const historySlowdowns = [0.1, 0.25, 0.5];

const rules: readonly HistoryRule[] = [
  { name: 'Benchline, baseline of the last job', answer: (before, value) => stored(before.slice(-1), value) },
  { name: `Benchline, baseline of ${JOBS} jobs`, answer: (before, value) => stored(before, value) },
  { name: `Benchline, baseline of ${JOBS} jobs, sameJobOnly`, answer: (before, value) => stored(before, value, { ...defaultPolicy, sameJobOnly: true }) },
  ...[200, 110, 105].map((percent): HistoryRule => ({ name: `github-action-benchmark, ${percent} %`, answer: (before, value) => (value / (before[before.length - 1] ?? NaN) > percent / 100 ? 'regressed' : 'no-flag') })),
];

/** Every job of 23 histories on shared hosted runners against its predecessors; the code never changed. */
export function hostedHistory(): HistoryAnswer[] {
  const histories = readRecording<[string, number[]][]>('hosted-runner-history');
  return rules.map(({ name, answer }) => {
    const tallyAt = (factor: number): ReturnType<typeof createTally> => {
      const tally = createTally();
      for (const [series, values] of histories) {
        for (let job = JOBS; job < values.length; job += 1) tally.add(series, { answer: answer(values.slice(job - JOBS, job), (values[job] ?? NaN) * factor), rounds: 1 });
      }
      return tally;
    };
    const unchanged = tallyAt(1);
    return { rule: name, failed: unchanged.rate('regressed'), flagged: unchanged.rate('regressed', 'warn'), found: historySlowdowns.map((slowdown) => tallyAt(1 + slowdown).rate('regressed', 'warn')) };
  });
}

function stored(before: readonly number[], value: number, policy = defaultPolicy): Answer {
  const reports = before.map((one) => sideOf({ fib: [one] }).reports).flat();
  const { rows } = compareReports({ project: 'lab', mode: 'stored', base: compared(...reports), head: sideOf({ fib: [value] }), policy, sameJob: false });
  return (rows[0]?.verdict ?? 'inconclusive') as Answer;
}
