import type { OwnRecording } from '../data/own-recording.js';
import { readOwn } from '../data/read-own.js';
import { fullPlans } from '../data/populations.js';
import { fixedPlans, nullTable, ourPowers, populations, rivalNulls, rivalPowers, shortOurs, type Effort, type NullTable, type PlanPower } from './dedicated.js';
import { disturbed, type Disturbed } from './disturbed.js';
import type { Power } from './power.js';
import { hostedHistory, type HistoryAnswer } from './hosted-history.js';
import { judgingTime } from './judging-time.js';
import { ownTables, workloadRows, type OwnTable, type WorkloadRow } from './own.js';
import { ours } from '../rules/ours.js';
import { stored, type StoredTable } from './stored.js';
import { tails, type TailAnswer } from './tails.js';

/** Everything the evidence page says. */
export interface Results {
  readonly recordings: readonly OwnRecording[];
  readonly nulls: { readonly calm: NullTable; readonly all: NullTable };
  readonly rivalNulls: readonly NullTable[];
  readonly powers: { readonly ten: readonly Power[]; readonly one: readonly Power[]; readonly all: readonly Power[] };
  readonly rivalPowers: readonly (readonly Power[])[];
  readonly fixed: readonly PlanPower[];
  /** +10 % at a robust CV of at most 6 %, and +5 % at 3 %, both with a budget of 20 rounds. */
  readonly short: { readonly ten: Power; readonly five: Power };
  readonly disturbed: readonly Disturbed[];
  readonly stored: StoredTable;
  readonly own: readonly OwnTable[];
  readonly workloads: readonly WorkloadRow[];
  readonly tails: readonly TailAnswer[];
  readonly hosted: readonly HistoryAnswer[];
  readonly judgingSeconds: number;
}

const REDRAWS = 20;

/** Runs every experiment; `tell` hears what comes next. */
export function runExperiments({ passes, rivalPasses }: Effort, tell: (what: string) => void): Results {
  const recordings = readOwn();
  const jobs = recordings.flatMap((recording) => recording.jobs);
  const calm = populations.calm();
  const all = populations.all();
  const step = <T>(what: string, run: () => T): T => {
    tell(what);
    return run();
  };
  return {
    recordings,
    judgingSeconds: step('judging time', () => judgingTime(10_000)),
    nulls: step('false alarms, ours', () => ({ calm: nullTable(ours, calm, passes), all: nullTable(ours, all, Math.ceil(passes / 2)) })),
    rivalNulls: step('false alarms, others', () => rivalNulls(calm, rivalPasses)),
    powers: step('power, ours', () => ({
      ten: ourPowers(calm, { passes: Math.ceil(passes / 3), changed: 10 }),
      one: ourPowers(calm, { passes, changed: 1, sizes: [0.05, 0.1] }),
      all: ourPowers(all, { passes: Math.ceil(passes / 4), changed: 10 }),
    })),
    rivalPowers: step('power, others', () => rivalPowers(calm, Math.ceil(rivalPasses / 2))),
    fixed: step('fixed plans', () => fixedPlans(calm, Math.ceil(passes / 3))),
    short: step('short budgets', () => ({ ten: shortPower(0.06, 0.1, passes), five: shortPower(0.03, 0.05, passes) })),
    disturbed: step('disturbed machines', () => disturbed(calm, Math.ceil(passes / 5))),
    stored: step('stored baselines', stored),
    own: step('own recording', () => ownTables(jobs, REDRAWS)),
    workloads: workloadRows(jobs, REDRAWS),
    tails: step('tails', () => tails(jobs, REDRAWS)),
    hosted: step('hosted runners', hostedHistory),
  };
}

function shortPower(cv: number, slowdown: number, passes: number): Power {
  const population = fullPlans().filter((one) => one.cv <= cv);
  const [only] = ourPowers(population, { passes: Math.ceil(passes / 4), changed: 10, sizes: [slowdown], rule: shortOurs });
  if (only === undefined) throw new RangeError('a power for each slowdown');
  return only;
}
