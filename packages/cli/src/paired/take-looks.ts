import { BLOCK_SIZE, CONFIRMATION_ROUNDS, decidePaired, LOOKS, type PairedDecision } from '@benchline/core/judge';
import type { ComparisonPolicy, PairedRun } from '@benchline/core/model';
import { measureBlocks, type Lane, type Measuring } from './lane.js';

export interface Looking {
  /** Head against base: every suite that both sides have. */
  lanes: readonly Lane[];
  /** The control arm: with the first look, or (full) with each. */
  control: readonly Lane[];
  fullControl: boolean;
  policy: ComparisonPolicy;
  /** Time kept for confirming failures, ms. */
  reserveMs: number;
  /** Waits, telling why. Ends at once on Ctrl-C; the next round then tells it. */
  pause(wait: { ms: number; suspects: number }): Promise<void>;
}

export type LooksTaken = Pick<PairedRun, 'looksTaken' | 'endedBy'>;

/** Measures look by look, exact counts first, undecided benchmarks only, until all are decided, the looks are over, or the next does not fit into the budget. The first always runs. */
export async function takeLooks(looking: Looking, measuring: Measuring): Promise<LooksTaken> {
  let lanes = [...(await countExactly(looking, measuring)), ...looking.lanes.filter(({ cost }) => !cost.exactOnly)];
  if (lanes.length === 0) return { looksTaken: 0, endedBy: 'decided' };
  for (let look = 0; look < LOOKS.length && lanes.length > 0; look += 1) {
    const rounds = (LOOKS[look] ?? 0) - (LOOKS[look - 1] ?? 0);
    const all = [...lanes, ...controlLanes(looking, lanes, look)];
    if (look > 0 && measuring.spent.expected(all, 2 * rounds) > measuring.spent.leftMs - looking.reserveMs) return { looksTaken: look, endedBy: 'time-budget' };
    await measureBlocks(all, rounds / BLOCK_SIZE, measuring);
    const undecided = decide(measuring, looking.policy, look + 1).filter(({ decided }) => !decided);
    lanes = onlyThese(looking.lanes, undecided);
    if (lanes.length === 0) return { looksTaken: look + 1, endedBy: look + 1 === LOOKS.length ? 'last-look' : 'decided' };
  }
  return { looksTaken: LOOKS.length, endedBy: 'last-look' };
}

/** Measures one block of the suites that only count exactly. What repeats needs no look; the rest is as noisy as anything else, and goes on with it. */
async function countExactly({ lanes, policy }: Looking, measuring: Measuring): Promise<Lane[]> {
  const exact = lanes.filter(({ cost }) => cost.exactOnly);
  if (exact.length === 0) return [];
  await measureBlocks(exact, 1, measuring);
  return onlyThese(exact, decide(measuring, policy, 0).filter(({ decided }) => !decided));
}

/** What slowed the last look down gets this long to pass, if the budget has it, ms (the "went away" check of FBDetect, SOSP 2024). */
const settleMs = 30_000;

/** Measures failures afresh, a while later and them alone, if there is time; without it they stay unconfirmed. */
export async function confirmSuspects(looking: Looking, looksTaken: number, measuring: Measuring): Promise<void> {
  const suspects = looksTaken === 0 ? [] : decide(measuring, looking.policy, looksTaken).filter(({ suspect }) => suspect);
  const lanes = onlyThese(looking.lanes, suspects).map((lane): Lane => ({ ...lane, phase: 'confirmation' }));
  const spareMs = measuring.spent.leftMs - measuring.spent.expected(lanes, 2 * CONFIRMATION_ROUNDS);
  if (lanes.length === 0 || spareMs < 0) return;
  const ms = Math.min(settleMs, spareMs);
  await looking.pause({ ms, suspects: new Set(suspects.map(({ suite, benchmark }) => JSON.stringify([suite, benchmark]))).size });
  measuring.spent.idle(ms);
  await measureBlocks(lanes, CONFIRMATION_ROUNDS / BLOCK_SIZE, measuring);
}

function controlLanes({ control, fullControl }: Looking, lanes: readonly Lane[], look: number): readonly Lane[] {
  if (look === 0) return control;
  return fullControl ? lanes.map((lane): Lane => ({ ...lane, other: 'control', phase: 'control' })) : [];
}

function decide({ log }: Measuring, policy: ComparisonPolicy, looksTaken: number): PairedDecision[] {
  const absent = new Set(log.presence().map(({ suite, benchmark }) => JSON.stringify([suite, benchmark])));
  const series = log.series().filter(({ suite, benchmark }) => !absent.has(JSON.stringify([suite, benchmark])));
  return decidePaired({ series, policy, looksTaken });
}

/** The lanes with these benchmarks alone; a lane without any is left out. */
function onlyThese(lanes: readonly Lane[], decisions: readonly PairedDecision[]): Lane[] {
  return lanes.flatMap((lane) => {
    const ids = [...new Set(decisions.filter(({ suite }) => suite === lane.suite.suite.name).map(({ benchmark }) => benchmark))];
    return ids.length === 0 ? [] : [{ ...lane, ids }];
  });
}
