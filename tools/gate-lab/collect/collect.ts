import { cpus } from 'node:os';
import { createRandom, type Random } from '../../../packages/core/src/stats/random.js';
import { writeRecording } from '../data/gzip-json.js';
import type { Mode, OwnRecording, RecordedJob, RecordedRun } from '../data/own-recording.js';
import { planJob, type Slot } from './plan.js';
import { runWorkload, startBusyLoop } from './run-workload.js';
import { names } from './workload-names.js';

export interface CollectOptions {
  readonly minutes: number;
  readonly seed: number;
  /** Of the recording, without its ending. */
  readonly name: string;
  /** Blocks of a job. */
  readonly blocks: number;
}

const modes: readonly Mode[] = ['slots', 'load', 'seq'];

/**
 * Records whole cycles of all modes until the next one would not fit the time (at least one), and writes what is complete, also when it is stopped by Ctrl-C.
 */
export async function collect({ minutes, seed, name, blocks }: CollectOptions): Promise<void> {
  const stop = { asked: false };
  process.once('SIGINT', () => (stop.asked = true));
  const random = createRandom(seed);
  const jobs: RecordedJob[] = [];
  const start = performance.now();
  for (let cycle = 0; !stop.asked && fits(cycle, performance.now() - start, minutes); cycle += 1) {
    const recorded = await recordCycle({ cycle, blocks }, random, stop);
    if (recorded === null) break;
    jobs.push(...recorded);
    const bytes = writeRecording(name, recordingOf(seed, jobs));
    say(`cycle ${cycle} kept: ${jobs.length} jobs, ${bytes} bytes\n`);
  }
}

/** Whether one more cycle as long as the mean of those before ends in time. */
function fits(cycles: number, spent: number, minutes: number): boolean {
  return cycles === 0 || (spent / cycles) * (cycles + 1) <= minutes * 60_000;
}

function recordingOf(seed: number, jobs: readonly RecordedJob[]): OwnRecording {
  const machine = { cpu: cpus()[0]?.model.trim() ?? 'unknown', cores: cpus().length, node: process.version, os: process.platform };
  return { machine, seed, jobs };
}

/** null when it was stopped half-way. */
async function recordCycle({ cycle, blocks }: { cycle: number; blocks: number }, random: Random, stop: { asked: boolean }): Promise<RecordedJob[] | null> {
  const jobs: RecordedJob[] = [];
  for (const mode of modes) {
    const slots = planJob({ mode, workloads: names, blocks }, random);
    const middle = Math.floor(slots.length * (0.2 + 0.6 * random.uniform()));
    const measured = await recordSlots(slots, { label: `cycle ${cycle} ${mode}`, loadFrom: mode === 'load' ? middle : Infinity, stop });
    if (measured === null) return null;
    jobs.push(...names.map((workload) => ({ cycle, mode, workload, runs: measured.get(workload) ?? [] })));
  }
  return jobs;
}

interface Progress {
  readonly label: string;
  /** The slot at which the busy neighbour comes up. */
  readonly loadFrom: number;
  readonly stop: { asked: boolean };
}

async function recordSlots(slots: readonly Slot[], { label, loadFrom, stop }: Progress): Promise<Map<string, RecordedRun[]> | null> {
  const measured = new Map<string, RecordedRun[]>(names.map((workload) => [workload, []]));
  let stopLoad = (): void => undefined;
  try {
    for (const [index, slot] of slots.entries()) {
      if (stop.asked) return null;
      if (index === loadFrom) stopLoad = startBusyLoop();
      measured.get(slot.workload)?.push(await runWorkload(slot));
      if (index % 50 === 0) say(`\r${label} ${index}/${slots.length} `);
    }
    say('\r');
    return measured;
  } catch (error) {
    // Ctrl-C reaches the measured process too.
    if (stop.asked) return null;
    throw error;
  } finally {
    stopLoad();
  }
}

function say(text: string): void {
  process.stderr.write(text);
}
