import type { ComparisonPolicy, ComparisonRow, Grade, PerformanceReport, Thresholds } from '../../model/generated/types.js';
import { explainFilter, judgeLoneMetric, judgePresence, type Presence } from '../rules/presence.js';
import { judgeComparability } from '../rules/comparability.js';
import type { Pairing } from './pairing.js';
import { createRowPolicy, type RowPolicy } from './row-policy.js';
import { indexSide, type Measured } from './side.js';

export interface Sides {
  readonly base: readonly PerformanceReport[];
  readonly head: readonly PerformanceReport[];
  readonly policy: ComparisonPolicy;
  readonly sameJob: boolean;
}

/** What both sides have and can be compared, and the rows of everything else. */
export interface PairedUp {
  readonly rows: ComparisonRow[];
  readonly pairings: Pairing[];
}

/** Matches the sides' benchmarks and metrics. */
export function pairUp(sides: Sides): PairedUp {
  const base = indexSide(sides.base);
  const head = indexSide(sides.head);
  const rowPolicy = createRowPolicy(sides.policy);
  const filters = new Map(sides.head.flatMap(({ suites }) => suites.map(({ name, provenance }) => [name, provenance.filter])));
  const rows: ComparisonRow[] = [];
  const pairings: Pairing[] = [];
  for (const key of new Set([...base.keys(), ...head.keys()])) {
    const presence: Presence = { base: base.get(key), head: head.get(key), hasBaseline: sides.base.length > 0, statistic: sides.policy.statistic };
    const whole = judgePresence(presence);
    if (whole !== null) {
      rows.push(explainFilter(whole, filters.get(whole.suite) ?? null));
      continue;
    }
    for (const [before, after] of metricsOf(presence)) {
      const found = matchMetric({ sides, presence, rowPolicy }, before, after);
      if ('verdict' in found) rows.push(found);
      else pairings.push(found);
    }
  }
  return { rows, pairings };
}

function metricsOf({ base, head }: Presence): [Measured[], Measured[]][] {
  const names = new Set([...(base?.metrics.keys() ?? []), ...(head?.metrics.keys() ?? [])]);
  return [...names].map((name) => [base?.metrics.get(name) ?? [], head?.metrics.get(name) ?? []]);
}

interface Context {
  readonly sides: Sides;
  readonly presence: Presence;
  readonly rowPolicy: RowPolicy;
}

function matchMetric({ sides, presence, rowPolicy }: Context, base: Measured[], head: Measured[]): ComparisonRow | Pairing {
  if (head.length === 0) return judgeLoneMetric(base, 'base', presence);
  if (base.length === 0) return judgeLoneMetric(head, 'head', presence);
  const pairing = createPairing({ sides, presence, rowPolicy }, base, head);
  return judgeComparability(pairing, sides.policy.relax) ?? pairing;
}

function createPairing({ sides: { policy, sameJob }, rowPolicy }: Context, base: Measured[], head: Measured[]): Pairing {
  const name = { suite: head[0]?.suite.name ?? '', benchmark: head[0]?.benchmark.id ?? '', metric: head[0]?.metric.name ?? '' };
  const override = rowPolicy.override(name);
  const { statistic } = policy;
  const usual = statistic === 'p95' || statistic === 'p99' ? policy.tail : policy.stored;
  return {
    suite: name.suite,
    benchmark: name.benchmark,
    metric: name.metric,
    base,
    head,
    statistic,
    thresholds: rowPolicy.thresholds(usual, override),
    exactThresholds: rowPolicy.thresholds(exactLimits(policy), override),
    override,
    calibratedFloor: rowPolicy.floor(name),
    grade: gradeOf([...base, ...head], sameJob),
    mayFail: sameJob || !policy.sameJobOnly,
  };
}

/** The limits against another job are wide because of the noise between jobs. Exact counts have none: paired mode's are theirs, where these are narrower. */
export function exactLimits({ stored, paired }: ComparisonPolicy): Thresholds {
  return { warn: Math.min(stored.warn, paired.detect / 2), fail: Math.min(stored.fail, paired.fail) };
}

function gradeOf(jobs: readonly Measured[], sameJob: boolean): Grade {
  if (jobs.some(({ metric }) => metric.kind === 'summary')) return 'summary';
  return sameJob ? 'same-host' : 'stored';
}
