import { createFinding, formatDuration, type ComparisonPolicy, type Finding, type PairedRun, type Side } from '@benchline/core/model';
import { BLOCK_SIZE, LOOKS, type PairedNote, type PairedPresence } from '@benchline/core/judge';
import { createRandom, seedFromNumbers } from '@benchline/core/stats';
import type { Progress } from '../measure/progress.js';
import type { World } from '../ports/world.js';
import { UserError } from '../user-error.js';
import { planControl } from './control-lanes.js';
import type { Lane, Measuring } from './lane.js';
import { blockStep, waitStep } from './paired-progress.js';
import type { PairedSuite } from './paired-suite.js';
import { planText } from './plan-text.js';
import type { RoundMeter } from './round-meter.js';
import { SeriesLog } from './series-log.js';
import type { SideFolder } from './side.js';
import { SpentTime } from './spent-time.js';
import { confirmSuspects, takeLooks, type Looking } from './take-looks.js';
import { planTimes, type ControlMode, type TimePlan } from './time-plan.js';
import { toolTimeAt } from './tool-time.js';
import { warmUpSuite, type WarmSuite } from './warm-up.js';

export interface SidesMeasurement {
  suites: readonly PairedSuite[];
  sides: ReadonlyMap<Side, SideFolder>;
  meter: RoundMeter;
  userTargets: readonly string[];
  baseKnowsProject: boolean;
  budgetMs: number;
  control: ControlMode;
  seed: string;
  policy: ComparisonPolicy;
  progress: Progress;
}

/** What was measured, ready to be judged. */
export interface MeasuredSides {
  run: Omit<PairedRun, 'control' | 'unstable'>;
  presence: PairedPresence[];
  differences: PairedNote[];
  findings: Finding[];
}

/** Builds and warms up every suite, plans the time, takes the looks and confirms failures. Throws BNL027 where not even the first look fits into the budget. */
export async function measureSides(request: SidesMeasurement, world: World): Promise<MeasuredSides> {
  const { suites, progress, seed } = request;
  const warm: WarmSuite[] = [];
  for (const suite of suites) warm.push(await warmUpSuite(suite, { ...request, world, onStep: progress.step }));
  const log = new SeriesLog();
  for (const { suite, headOnly } of warm) if (headOnly !== null) log.add({ suite, side: 'head', block: 0, phase: 'look', parsed: headOnly, ids: null });

  const random = createRandom(seedFromNumbers([...seed].map((letter) => letter.charCodeAt(0))));
  const spentMs = warm.reduce((sum, each) => sum + each.spentMs, 0);
  const measuring: Measuring = { meter: request.meter, log, random, spent: new SpentTime(request.budgetMs, spentMs), clock: world.clock, block: 0, onBlock: (text) => progress.step(blockStep(text)) };
  const compared = warm.filter(({ headOnly }) => headOnly === null);
  const plan = planOrRefuse(compared, measuring, request);
  const looking = planLooking({ compared, plan, random }, request, world);
  if (compared.length > 0) tell(planText({ ...looking, plan, budgetMs: request.budgetMs, seed, mode: request.control }), request, world);

  const taken = await takeLooks(looking, measuring);
  await confirmSuspects(looking, taken.looksTaken, measuring);
  const run = { seed, blockSize: BLOCK_SIZE, looks: [...LOOKS], ...taken, series: log.series() };
  const differences = warm.flatMap(({ notes }) => notes);
  return { run, presence: log.presence(), differences, findings: [...warm.flatMap(({ findings }) => findings), ...log.findings] };
}

function tell(text: string, { progress }: SidesMeasurement, world: World): void {
  progress.end();
  world.stderr.write(text);
}

function planOrRefuse(compared: readonly WarmSuite[], { spent }: Measuring, { budgetMs, control }: SidesMeasurement): TimePlan {
  const plan = planTimes({ costs: compared.map(({ cost }) => cost), leftMs: spent.leftMs, budgetMs, control });
  if (!('neededMs' in plan)) return plan;
  throw new UserError([createFinding('BNL027', { budget: formatDuration(budgetMs), needed: budgetText(plan.neededMs) })], 2);
}

/** A budget as one would write it, a tenth more than the guess. */
function budgetText(ms: number): string {
  const seconds = (ms * 1.1) / 1000;
  return seconds <= 60 ? `${Math.ceil(seconds / 10) * 10} s` : `${Math.ceil(seconds / 60)} min`;
}

interface LookingParts {
  compared: readonly WarmSuite[];
  plan: TimePlan;
  random: Measuring['random'];
}

function planLooking({ compared, plan, random }: LookingParts, { control, policy, sides, progress }: SidesMeasurement, world: World): Looking {
  const lanes = compared.map(({ suite, cost }, index): Lane => ({ suite, cost, time: plan.times[index] ?? toolTimeAt(cost.suite, 0), other: 'head', phase: 'look', ids: null }));
  const mode = sides.has('control') ? control : 'off';
  const arms = planControl({ lanes, ids: compared.map(({ ids }) => ids), mode, allowanceMs: plan.controlMs, random });
  const pause: Looking['pause'] = (wait) => {
    progress.step(waitStep(wait));
    return world.clock.wait(wait.ms, world.signal);
  };
  return { lanes, control: arms, fullControl: mode === 'full', policy, reserveMs: plan.reserveMs, pause };
}
