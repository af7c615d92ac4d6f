import { judgeSeries } from '../../../packages/core/src/judge/paired/decide-paired.js';
import { LOOKS } from '../../../packages/core/src/judge/paired/look-plan.js';
import { outcomeOf } from '../../../packages/core/src/judge/paired/paired-row.js';
import type { ComparisonPolicy, Round } from '../../../packages/core/src/model/generated/types.js';
import type { RunSummary } from '../data/run-summary.js';
import { RUNS_A_BLOCK, type Arms, type Series } from '../series/series.js';
import type { Answer, Decision, Rule } from './rule.js';

/** What a project without a configuration has. */
export const defaultPolicy: ComparisonPolicy = {
  stored: { warn: 0.1, fail: 0.25 },
  tail: { warn: 0.2, fail: 0.2 },
  paired: { detect: 0.05, fail: 0.1 },
  statistic: 'median',
  sameJobOnly: false,
  relax: [],
  raise: {},
  overrides: [],
  floors: [],
};

export interface OursOptions {
  readonly name: string;
  readonly how: string;
  readonly looks: readonly number[];
  readonly policy: ComparisonPolicy;
}

/**
 * Paired mode's own code, replayed: the product's looks, false-discovery control over the suite, floor, equivalence and confirmation. A benchmark stops
 * costing rounds at the look that decides it; a failure costs its confirming rounds on top.
 */
export function oursRule({ name, how, looks, policy }: OursOptions): Rule {
  return {
    name,
    how,
    judge: (suite) => {
      const series = suite.map(pairedSeries);
      const { standings } = judgeSeries({ series, policy, looks, looksTaken: looks.length });
      const decisions = suite.map((): Decision => ({ answer: 'inconclusive', rounds: 0 }));
      for (const standing of standings) {
        const index = standing.track.series;
        const one = series[index];
        if (one === undefined) continue;
        const { verdict, confirmation } = outcomeOf(standing, one, false);
        const confirming = confirmation === 'none' ? 0 : one.confirmation.length / 2;
        const rounds = (standing.evidence?.rounds ?? 0) + confirming;
        decisions[index] = worse(decisions[index], { answer: verdict as Answer, rounds });
      }
      return decisions;
    },
  };
}

/** Centre and tail of one benchmark are one answer: the worse one. */
function worse(known: Decision | undefined, next: Decision): Decision {
  if (known === undefined || known.rounds === 0) return next;
  const [first] = severity.filter((answer) => answer === known.answer || answer === next.answer);
  return { answer: first ?? next.answer, rounds: Math.max(known.rounds, next.rounds) };
}

const severity: readonly Answer[] = ['regressed', 'warn', 'inconclusive', 'unchanged', 'improved'];

export const ours = oursRule({ name: 'Benchline, paired', how: 'the product: looks at 10, 20, 30 rounds, confirmation', looks: LOOKS, policy: defaultPolicy });

/** The same decisions with one look after a fixed number of rounds. */
export function oursFixed(rounds: number): Rule {
  return oursRule({ name: `Benchline, fixed plan of ${rounds}`, how: `one look after ${rounds} rounds`, looks: [rounds], policy: defaultPolicy });
}

export function pairedSeries({ benchmark, looks, confirmation }: Pick<Series, 'benchmark' | 'looks' | 'confirmation'>): Parameters<typeof judgeSeries>[0]['series'][number] {
  return { suite: 'lab', benchmark, metric: 'time', unit: 'ns', direction: 'lower', kind: 'raw', rounds: roundsOf(looks), confirmation: roundsOf(confirmation) };
}

function roundsOf({ a, b }: Arms): Round[] {
  return [...a.map((run, index) => roundOf(run, 'base', index)), ...b.map((run, index) => roundOf(run, 'head', index))];
}

function roundOf(run: RunSummary, side: 'base' | 'head', index: number): Round {
  // One number a run is a tool's summary: neither its mean nor its tail is known.
  const summaryOnly = run.low === run.tail;
  const rest = summaryOnly ? { n: 1, tail: null, mean: null } : { n: 10, tail: run.tail, mean: run.mean };
  return { side, block: Math.floor(index / RUNS_A_BLOCK), location: run.low, p50: run.median, p95: null, p99: null, ...rest };
}
