import { BLOCK_SIZE } from '@benchline/core/judge';
import type { Random } from '@benchline/core/stats';
import type { World } from '../ports/world.js';
import { blockOrder } from './block-order.js';
import type { PairedSuite } from './paired-suite.js';
import type { RoundMeter } from './round-meter.js';
import type { Phase, SeriesLog } from './series-log.js';
import type { SpentTime } from './spent-time.js';
import type { SuiteCost } from './suite-cost.js';
import { chosenTime, type ToolTime } from './tool-time.js';

/** A suite measured in blocks of the base and another side. */
export interface Lane {
  suite: PairedSuite;
  cost: SuiteCost;
  time: ToolTime;
  other: 'head' | 'control';
  phase: Phase;
  /** Benchmarks wanted; null: all that the suite has. */
  ids: readonly string[] | null;
}

/** What measuring needs and changes. */
export interface Measuring {
  meter: RoundMeter;
  log: SeriesLog;
  random: Random;
  spent: SpentTime;
  clock: World['clock'];
  /** Number of the last block. */
  block: number;
  onBlock(text: { lanes: readonly Lane[]; block: number; blocks: number; leftMs: number }): void;
}

/** Measures whole blocks, the lanes in turn, slot by slot, so that what drifts falls on all of them alike. */
export async function measureBlocks(lanes: readonly Lane[], blocks: number, measuring: Measuring): Promise<void> {
  for (let block = 1; block <= blocks; block += 1) {
    const leftMs = (blocks - block + 1) * measuring.spent.expected(lanes, 2 * BLOCK_SIZE);
    measuring.onBlock({ lanes, block, blocks, leftMs });
    const orders = lanes.map((lane) => ({ lane, block: (measuring.block += 1), slots: blockOrder(['base', lane.other] as const, BLOCK_SIZE, measuring.random) }));
    for (let slot = 0; slot < 2 * BLOCK_SIZE; slot += 1) {
      for (const { lane, block: number, slots } of orders) await measureSlot(lane, { side: slots[slot]!, block: number }, measuring);
    }
  }
}

async function measureSlot(lane: Lane, { side, block }: { side: 'base' | 'head' | 'control'; block: number }, { meter, log, spent, clock }: Measuring): Promise<void> {
  const { suite, phase, ids } = lane;
  const order = { suite, side, time: chosenTime(suite.knobs, lane.time), filter: ids === null ? null : (suite.knobs.filter?.(ids) ?? null) };
  await meter.prepare(order);
  const began = clock.monotonic();
  const parsed = await meter.measure(order);
  spent.add(lane, clock.monotonic() - began);
  log.add({ suite, side, block, phase, parsed, ids: ids === null ? null : new Set(ids) });
}
