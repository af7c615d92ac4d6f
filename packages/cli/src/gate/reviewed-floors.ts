import type { Comparison, ComparisonPolicy } from '@benchline/core/model';
import type { LoadedConfig } from '../config/load-config.js';
import { chooseProfile } from '../config/profiles.js';
import type { World } from '../ports/world.js';
import { UserError } from '../user-error.js';

/**
 * Of a comparison's calibrated noise floors those that the checked-out, committed profile has higher than the reviewed one; each with the reviewed floor (0 where that has none). Floors of a user's
 * own profiles are not the change's.
 */
export async function reviewedFloors({ policy, head }: Comparison, { tree, reviewed, own, before }: { tree: World; reviewed: World; own: LoadedConfig; before: LoadedConfig }): Promise<ComparisonPolicy['floors']> {
  if (policy.floors.length === 0) return [];
  const host = { class: own.config.hostClass, fingerprint: head.fingerprint };
  const here = await committedFloors(tree, own, host);
  const there = await committedFloors(reviewed, before, host);
  return policy.floors.flatMap((floor) => {
    const known = there.get(keyOf(floor)) ?? 0;
    return (here.get(keyOf(floor)) ?? 0) > known ? [{ ...floor, floor: known }] : [];
  });
}

async function committedFloors(world: World, { config, workspaceRoot }: LoadedConfig, host: { class: string | null; fingerprint: string }): Promise<Map<string, number>> {
  const found = await chooseProfile(world, { config, workspaceRoot, host }).catch((cause: unknown) => {
    if (cause instanceof UserError) return null;
    throw cause;
  });
  return new Map(found?.kind === 'repository' ? found.profile.benchmarks.map((one) => [keyOf(one), one.floor]) : []);
}

function keyOf({ suite, benchmark, metric }: { suite: string; benchmark: string; metric: string }): string {
  return JSON.stringify([suite, benchmark, metric]);
}
