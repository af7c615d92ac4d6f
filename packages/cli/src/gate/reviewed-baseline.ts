import { join } from 'node:path';
import { createFinding, type Comparison, type Finding } from '@benchline/core/model';
import type { LoadedConfig } from '../config/load-config.js';
import type { BaselinePlace } from '../govern/baseline-place.js';
import { readPointer } from '../govern/baseline-pointer.js';
import { readBaseline } from '../govern/baseline-store.js';
import type { World } from '../ports/world.js';
import { UserError } from '../user-error.js';

export interface BaselineQuestion {
  /** The world at the policy ref. */
  world: World;
  reviewed: Pick<LoadedConfig, 'projectRoot' | 'config'>;
  ref: string;
}

/**
 * Whether a comparison with a stored baseline used one that is in force at the policy ref, with the reports that its record names there. Where the ref has none the comparison
 * cannot hide anything, and it is a warning.
 */
export async function checkBaseline(comparison: Comparison, { world, reviewed, ref }: BaselineQuestion): Promise<Finding[]> {
  if (comparison.mode !== 'stored') return [];
  const place = { world, folder: join(reviewed.projectRoot, reviewed.config.baselines.directory) };
  try {
    const pointed = Object.values((await readPointer(place)).current);
    const used = comparison.base?.baseline ?? null;
    const problem = pointed.length === 0 && used === null ? null : await differenceOf(comparison, place, pointed);
    if (problem === null) return [];
    const expected = pointed.length === 0 ? 'none' : pointed.map(({ id }) => id).join(' or ');
    const finding = createFinding('BNL052', { project: comparison.project, used: problem, expected, ref });
    return [pointed.length === 0 ? { ...finding, level: 'warning' } : finding];
  } catch (cause) {
    if (!(cause instanceof UserError)) throw cause;
    return [...cause.findings];
  }
}

/** What was used in place of a baseline in force, in words; null: nothing else was. */
async function differenceOf({ base }: Comparison, place: BaselinePlace, pointed: readonly { id: string; digest: string }[]): Promise<string | null> {
  if (base === null || base.baseline === null) return 'no baseline';
  const chosen = pointed.find(({ id }) => id === base.baseline);
  if (chosen === undefined) return `the baseline ${base.baseline}`;
  const { baseline } = await readBaseline(place, chosen.id, chosen.digest);
  const known = new Set(baseline.reports.map(({ digest }) => digest));
  const isSame = base.digests.length === known.size && base.digests.every((digest) => known.has(digest));
  return isSame ? null : `other reports than those of the baseline ${chosen.id}`;
}
