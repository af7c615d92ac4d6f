import { createFinding } from '@benchline/core/model';
import type { World } from '../ports/world.js';
import type { Progress } from './progress.js';

/** Waits until no other Benchline measures on this machine. Who holds it is told once, and what others are told of this run once it has it: project, process, time. */
export function acquireMachine(world: Pick<World, 'lock' | 'signal' | 'clock' | 'processId'>, { project, progress }: { project: string; progress: Progress }): Promise<{ release(): Promise<void> }> {
  const began = new Date(world.clock.now()).toISOString().slice(11, 16);
  return world.lock.acquire({
    owner: `${project}, process ${world.processId}, started at ${began} UTC`,
    signal: world.signal,
    onWait: (owner) => progress.step(createFinding('BNL020', { owner }).what),
  });
}
