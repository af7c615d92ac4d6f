import { createRandom, type Random } from '../../../packages/core/src/stats/random.js';
import { quantile } from '../../../packages/core/src/stats/descriptive.js';
import { shuffle } from '../collect/plan.js';
import { timesOf, type RecordedJob } from '../data/own-recording.js';
import { summarizeTimes } from '../data/run-summary.js';
import { defaultPolicy, oursRule } from '../rules/ours.js';
import { LOOKS } from '../../../packages/core/src/judge/paired/look-plan.js';
import { splitArms, RUNS_A_BLOCK } from '../series/series.js';
import { createTally, type Rate } from './tally.js';

export interface TailAnswer {
  readonly injected: string;
  readonly naive: Rate;
  readonly ours: Rate;
  readonly centreOnly: Rate;
}

interface Injection {
  readonly injected: string;
  /** What becomes of one iteration. */
  readonly change: (time: number, random: Random) => number;
}

const injections: readonly Injection[] = [
  { injected: 'nothing', change: (time) => time },
  { injected: '20 % on every iteration', change: (time) => time * 1.2 },
  { injected: 'twice the time on 10 % of the iterations', change: (time, random) => (random.uniform() < 0.1 ? 2 * time : time) },
];

const tailRule = oursRule({ name: 'tail', how: '', looks: LOOKS, policy: { ...defaultPolicy, statistic: 'p95' } });
const centreRule = oursRule({ name: 'centre', how: '', looks: LOOKS, policy: defaultPolicy });

/** Tails of the own interleaved recording: iterations of head are slowed down before runs are summarised. */
export function tails(jobs: readonly RecordedJob[], redraws: number): TailAnswer[] {
  return injections.map((injection, index) => tailAnswer(jobs, injection, { redraws, seed: index + 1 }));
}

function tailAnswer(jobs: readonly RecordedJob[], { injected, change }: Injection, { redraws, seed }: { redraws: number; seed: number }): TailAnswer {
  const random = createRandom(seed);
  const [naive, ours, centreOnly] = [createTally(), createTally(), createTally()];
  const slots = jobs.filter(({ mode }) => mode === 'slots');
  for (let redraw = 0; redraw < redraws; redraw += 1) {
    for (const job of slots) {
      const { a, b } = relabelTimes(job, random);
      const slowed = b.map((times) => times.map((time) => change(time, random)));
      const benchmark = `${job.workload} ${job.cycle}`;
      const series = { benchmark, cv: 0, plainCv: 0, ...splitArms({ a: a.map(summarizeTimes), b: slowed.map(summarizeTimes) }) };
      const rounds = series.looks.a.length;
      const ratio = quantile(slowed.slice(0, rounds).flat(), 0.95) / quantile(a.slice(0, rounds).flat(), 0.95);
      naive.add(benchmark, { answer: ratio > 1.2 ? 'regressed' : 'no-flag', rounds });
      tailRule.judge([series]).forEach((decision) => ours.add(benchmark, decision));
      centreRule.judge([series]).forEach((decision) => centreOnly.add(benchmark, decision));
    }
  }
  return { injected, naive: naive.rate('regressed'), ours: ours.rate('regressed', 'warn'), centreOnly: centreOnly.rate('regressed', 'warn') };
}

/** The iterations of equal code, relabelled run by run within blocks. */
function relabelTimes(job: RecordedJob, random: Random): { a: number[][]; b: number[][] } {
  const [first, second] = [timesOf(job, 'A'), timesOf(job, 'A2')];
  const sides: { a: number[][]; b: number[][] } = { a: [], b: [] };
  for (let start = 0; start + RUNS_A_BLOCK <= first.length; start += RUNS_A_BLOCK) {
    const pool = shuffle([...first.slice(start, start + RUNS_A_BLOCK), ...second.slice(start, start + RUNS_A_BLOCK)], random);
    sides.a.push(...pool.slice(0, RUNS_A_BLOCK));
    sides.b.push(...pool.slice(RUNS_A_BLOCK));
  }
  return sides;
}
