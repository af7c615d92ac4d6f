import { execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { RecordedRun, Variant } from '../data/own-recording.js';
import type { Slot } from './plan.js';

const run = promisify(execFile);
const program = join(__dirname, 'workloads.cjs');

const extra: Readonly<Record<Variant, number>> = { A: 0, A2: 0, B2: 2, B5: 5, B10: 10, B20: 20 };

/** Measures one slot in a fresh process. */
export async function runWorkload({ workload, variant }: Slot): Promise<RecordedRun> {
  const { stdout } = await run(process.execPath, [program, workload, String(extra[variant])]);
  const times = JSON.parse(stdout) as number[];
  return [variant, ...times.map((time) => Number(time.toPrecision(4)))];
}

/** Starts the busy neighbour; the answer stops it. */
export function startBusyLoop(): () => void {
  const child = spawn(process.execPath, [join(__dirname, 'busy-loop.cjs')], { stdio: 'ignore' });
  return () => void child.kill('SIGKILL');
}
