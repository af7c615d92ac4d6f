import { BLOCK_SIZE } from '@benchline/core/judge';
import { createFinding, formatDuration, type Config, type Finding, type PairedSeries } from '@benchline/core/model';
import { createRandom, seedFromNumbers } from '@benchline/core/stats';
import type { Progress } from '../measure/progress.js';
import { measureBlocks, type Lane, type Measuring } from '../paired/lane.js';
import type { RoundMeter } from '../paired/round-meter.js';
import { SeriesLog } from '../paired/series-log.js';
import { SpentTime } from '../paired/spent-time.js';
import type { World } from '../ports/world.js';
import { pairedTimes, planRuns, planText, runStep } from './plan-runs.js';
import type { WarmSelfSuite } from './self-suites.js';

export interface SelfComparison {
  warm: readonly WarmSelfSuite[];
  meter: RoundMeter;
  runs: number;
  rounds: number;
  budgetMs: number | null;
  /** Of the warm-up. */
  spentMs: number;
  paired: Config['paired'];
  /** The profile's file, as people write it. */
  path: string;
  progress: Progress;
}

/** What comparing gave: a list of series for each comparison. */
export interface SelfCompared {
  repetitions: PairedSeries[][];
  /** Benchmarks that failed, at least once. */
  failed: string[];
  findings: Finding[];
}

/** Compares the code with itself, again and again, in blocks of random order. Prints first what it costs; no comparison begins that the budget has no room for. */
export async function compareWithItself(request: SelfComparison, world: World): Promise<SelfCompared> {
  const { warm, rounds, budgetMs, spentMs, runs: wanted, path, paired, progress } = request;
  const costs = warm.map(({ cost }) => cost);
  const times = pairedTimes(costs, paired);
  const lanes = warm.map(({ suite, cost }, index): Lane => ({ suite, cost, time: times[index] as Lane['time'], other: 'head', phase: 'look', ids: null }));
  const spent = new SpentTime(budgetMs ?? Number.POSITIVE_INFINITY, spentMs);
  const eachMs = spent.expected(lanes, 2 * rounds);
  const runs = planRuns({ wanted, eachMs, spentMs, budgetMs });
  progress.end();
  world.stderr.write(planText({ lanes, runs, wanted, rounds, eachMs, budgetMs, path }));
  return repeat({ ...request, lanes, spent, runs, wanted }, world);
}

interface Repeating extends SelfComparison {
  lanes: readonly Lane[];
  spent: SpentTime;
  wanted: number;
}

async function repeat({ lanes, spent, meter, runs, wanted, rounds, budgetMs, progress }: Repeating, world: World): Promise<SelfCompared> {
  const logs: SeriesLog[] = [];
  const random = createRandom(seedFromNumbers([...world.randomId()].map((letter) => letter.charCodeAt(0))));
  for (let run = 1; run <= runs; run += 1) {
    const eachMs = spent.expected(lanes, 2 * rounds);
    if (run > 1 && eachMs > spent.leftMs) break;
    const log = new SeriesLog();
    const onBlock: Measuring['onBlock'] = (at) => progress.step(runStep({ ...at, run, runs, leftMs: at.leftMs + (runs - run) * spent.expected(lanes, 2 * rounds) }));
    await measureBlocks(lanes, rounds / BLOCK_SIZE, { meter, log, random, spent, clock: world.clock, block: 0, onBlock });
    logs.push(log);
  }
  const early = budgetMs !== null && logs.length < wanted ? [createFinding('BNL031', { measured: String(logs.length), planned: String(wanted), budget: formatDuration(budgetMs) })] : [];
  return { repetitions: logs.map((log) => log.series()), failed: failedIn(logs), findings: [...early, ...distinct(logs.flatMap(({ findings }) => findings))] };
}

function failedIn(logs: readonly SeriesLog[]): string[] {
  const failed = logs.flatMap((log) => log.presence().filter(({ base, head }) => base === 'failed' || head === 'failed'));
  return [...new Set(failed.map(({ benchmark }) => benchmark))];
}

function distinct(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [`${finding.code} ${finding.what}`, finding])).values()];
}
