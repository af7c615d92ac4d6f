import { createFinding } from '@benchline/core/model';
import type { World } from '../ports/world.js';
import type { Progress } from './progress.js';

type Machine = Pick<World, 'lock' | 'signal' | 'clock' | 'processId' | 'processes'>;

/**
 * Waits until no other Benchline measures on this machine. Who holds it is told once, and what others are told of this run while it has it: project, process, time. What a killed run
 * left running is ended first: whoever held the lock then is dead.
 */
export async function acquireMachine(world: Machine, { project, progress }: { project: string; progress: Progress }): Promise<{ release(): Promise<void> }> {
  const began = new Date(world.clock.now()).toISOString().slice(11, 16);
  const lock = await world.lock.acquire({
    owner: `${project}, process ${world.processId}, started at ${began} UTC`,
    signal: world.signal,
    onWait: (owner) => progress.step(createFinding('BNL020', { owner }).what),
  });
  const left = world.processes.endLeft();
  if (left.length > 0) progress.step(createFinding('BNL048', { processes: left.join(', ') }).what);
  return lock;
}
