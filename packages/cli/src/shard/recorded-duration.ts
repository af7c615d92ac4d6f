import { resolve } from 'node:path';
import type { LoadedConfig } from '../config/load-config.js';
import { newestBaseline } from '../govern/choose-baseline.js';
import type { World } from '../ports/world.js';
import { UserError } from '../user-error.js';

/**
 * How long the project took to measure, ms, as its newest baseline in force recorded it, whatever host class that is of: every machine must come to the same split.
 * The mean where it has several reports; null where none says it, or where the baseline cannot be read (comparing with it will say so). Reports in .benchline are
 * never asked: each machine has others.
 */
export async function recordedDuration(world: World, { projectRoot, config }: Pick<LoadedConfig, 'projectRoot' | 'config'>): Promise<number | null> {
  const place = { world, folder: resolve(projectRoot, config.baselines.directory) };
  try {
    const durations = (await newestBaseline(place))?.reports.flatMap(({ report }) => report.provenance.durationMs ?? []) ?? [];
    return durations.length === 0 ? null : durations.reduce((sum, each) => sum + each, 0) / durations.length;
  } catch (cause) {
    if (cause instanceof UserError && cause.exitCode === 2) return null;
    throw cause;
  }
}
