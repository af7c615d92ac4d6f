import type { ComparisonRow, Thresholds } from '../../model/generated/types.js';
import { formatShare } from '../../model/share.js';
import { benjaminiHochberg } from '../../stats/benjamini-hochberg.js';
import { median } from '../../stats/descriptive.js';
import { beyond, describeInterval, describeWorsening } from '../change-wording.js';
import { changeOf } from '../compare/change.js';
import { rowOf, type Pairing } from '../compare/pairing.js';
import type { Measured } from '../compare/side.js';
import { FALSE_FAILURES, FALSE_WARNINGS, JOBS_FOR_SPREAD, LEVEL, ROUNDS_FOR_RANKS } from '../decision-constants.js';
import { latticeVerdict, type LogLimits, type StatisticalVerdict } from '../verdict-lattice.js';
import { logRounds, weighRanks, type RankEvidence } from './rank-evidence.js';

/**
 * Ranks of the rounds of different jobs: Hodges-Lehmann on the logarithms of the rounds' locations, with the spread between the baseline's
 * jobs as error term (from eight jobs on, else a floor stands for it), false discoveries controlled over all pairings together.
 * Pairings with too few rounds to prove a change of their own among so many are returned in `rest`: ranks could never fail them.
 */
export function judgeRanks(pairings: readonly Pairing[]): { rows: ComparisonRow[]; rest: Pairing[] } {
  const able = pairings.filter(hasRounds);
  const provable = new Set(able.filter((pairing) => canProve(pairing, able.length)));
  const evidence: RankEvidence[] = [];
  const rest: Pairing[] = [];
  for (const pairing of pairings) {
    const base = provable.has(pairing) ? logRounds(pairing.base) : null;
    const head = base && logRounds(pairing.head);
    if (base === null || head === null) rest.push(pairing);
    else evidence.push(weighRanks(pairing, { base, head }, logLimits(pairing.thresholds).detect));
  }
  return { rows: decide(evidence), rest };
}

function hasRounds({ base, head, statistic }: Pairing): boolean {
  if (statistic !== 'median' && statistic !== 'location') return false;
  const enough = roundsOf(base) >= ROUNDS_FOR_RANKS && roundsOf(head) >= ROUNDS_FOR_RANKS;
  return enough || (base.length >= JOBS_FOR_SPREAD && roundsOf(head) >= 1);
}

/** Whether the smallest p that so many rounds can have is small enough for one change alone among `family` pairings. */
function canProve({ base, head }: Pairing, family: number): boolean {
  if (base.length >= JOBS_FOR_SPREAD) return true;
  return 1 / binomial(roundsOf(base) + roundsOf(head), roundsOf(head)) <= FALSE_FAILURES / family;
}

function binomial(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= k; i += 1) ways *= (n - k + i) / i;
  return ways;
}

function roundsOf(jobs: readonly Measured[]): number {
  return jobs.reduce((sum, { metric }) => sum + metric.rounds.length, 0);
}

function decide(evidence: readonly RankEvidence[]): ComparisonRow[] {
  const slower = evidence.map(({ pSlower }) => pSlower);
  const faster = evidence.map(({ pFaster }) => pFaster);
  const failProven = benjaminiHochberg(slower, FALSE_FAILURES);
  const slowProven = benjaminiHochberg(slower, FALSE_WARNINGS);
  const fastProven = benjaminiHochberg(faster, FALSE_WARNINGS);
  return evidence.map((one, index) => {
    const limits = logLimits(one.pairing.thresholds);
    const verdict = latticeVerdict(
      {
        estimate: one.estimate,
        failProven: failProven[index] === true && one.lower > one.floor,
        slowProven: slowProven[index] === true,
        fastProven: fastProven[index] === true,
        equivalent: one.equivalent,
      },
      limits,
    );
    return rankRow(one, verdict);
  });
}

/** Against another job a change is looked for from the warn limit on. */
function logLimits({ warn, fail }: Thresholds): LogLimits {
  return { warn: Math.log1p(warn), fail: Math.log1p(fail), detect: Math.log1p(warn) };
}

function rankRow(evidence: RankEvidence, verdict: StatisticalVerdict): ComparisonRow {
  const { pairing, estimate, lower, upper, floor, pSlower, detectable } = evidence;
  const capped = verdict === 'regressed' && !pairing.mayFail;
  const base = locationOf(pairing.base);
  const head = locationOf(pairing.head);
  return rowOf(pairing, {
    statistic: 'location',
    verdict: capped ? 'warn' : verdict,
    rule: 'rank',
    reason: reasonOf(evidence, verdict, capped),
    base,
    head,
    ratio: base === null || head === null ? null : changeOf(base.value, head.value, 'lower').ratio,
    slowdown: Math.expm1(estimate),
    interval: { lower: share(lower), upper: share(upper), level: LEVEL },
    p: pSlower,
    floor: Math.expm1(floor),
    detectable: share(detectable),
    roundsNeeded: verdict === 'inconclusive' ? evidence.roundsNeeded : null,
  });
}

function locationOf(jobs: readonly Measured[]): ComparisonRow['base'] {
  const rounds = jobs.flatMap(({ metric }) => metric.rounds);
  const observations = jobs.reduce((sum, { metric }) => sum + metric.summary.n, 0);
  return { value: median(rounds.map(({ location }) => location)), rounds: rounds.length, observations };
}

/** A log change as a share; null for one without bound. */
function share(log: number): number | null {
  const value = Math.expm1(log);
  return Number.isFinite(value) && Number.isFinite(log) ? value : null;
}

function reasonOf(evidence: RankEvidence, verdict: StatisticalVerdict, capped: boolean): string {
  const { estimate, lower, upper, floor, jobs } = evidence;
  const { thresholds } = evidence.pairing;
  const change = `${describeWorsening(Math.exp(estimate))} (99 % interval ${describeInterval(lower, upper)})`;
  const floorText = formatShare(Math.expm1(floor));
  const proof: Record<StatisticalVerdict, string> = {
    regressed: `more than the noise floor of ${floorText} and ${beyond('fail', thresholds)}`,
    warn: `more than the noise floor of ${floorText} and ${beyond('warn', thresholds)}`,
    improved: `more than the noise floor of ${floorText} and the warn limit of ${formatShare(thresholds.warn)}`,
    unchanged: `no change of ${formatShare(thresholds.warn)} or more`,
    inconclusive: unsettledText(evidence),
  };
  const noise = jobs >= JOBS_FOR_SPREAD ? `noise from ${jobs} baseline jobs` : `${jobs} baseline job${jobs === 1 ? '' : 's'}, so the floor stands for the noise between jobs`;
  const cap = capped ? '; the policy lets a baseline of another job warn at most' : '';
  return `${change.charAt(0).toUpperCase()}${change.slice(1)}: ${proof[verdict]}; ${noise}${cap}.`;
}

function unsettledText({ pairing: { thresholds }, estimate, detectable, slack, roundsNeeded }: RankEvidence): string {
  const wanted = formatShare(thresholds.warn);
  const seen = `not settled; so many rounds show changes from ${formatShare(Math.expm1(detectable))} on`;
  if (roundsNeeded !== null) return `${seen}, ${wanted} needs ${roundsNeeded} rounds a side`;
  const isNear = Math.max(Math.abs(estimate), slack) < Math.log1p(thresholds.warn);
  return isNear ? `${seen}, but so near the limit of ${wanted} no number of them settles it through the noise between jobs; paired mode can` : `${seen}, and no number of rounds shows ${wanted} through the noise between jobs`;
}
