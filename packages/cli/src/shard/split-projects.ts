/** A project to measure. */
export interface ShardProject {
  name: string;
  /** Absolute. */
  folder: string;
  /** How long measuring it took, ms; null: nobody knows. */
  durationMs: number | null;
}

/** What one machine measures. */
export interface Shard {
  projects: ShardProject[];
  /** What that takes together, ms; a project of unknown duration counts as the median one. */
  expectedMs: number;
}

/**
 * Splits projects among machines: the longest first, each to the machine with the least to do (longest processing time first: at most 4/3 - 1/(3 total) of the best
 * possible finish; Graham, "Bounds on multiprocessing timing anomalies", 1969). Equal input, in whatever order, gives equal shards.
 */
export function splitProjects(projects: readonly ShardProject[], total: number): Shard[] {
  const shards = Array.from({ length: total }, (): Shard => ({ projects: [], expectedMs: 0 }));
  const usual = medianOf(projects.flatMap(({ durationMs }) => (durationMs === null ? [] : [durationMs])));
  const weighed = projects.map((project) => ({ project, weight: Math.max(project.durationMs ?? usual, 1) }));
  weighed.sort((a, b) => b.weight - a.weight || byName(a.project, b.project));
  for (const { project, weight } of weighed) {
    const least = shards.reduce((best, shard) => (shard.expectedMs < best.expectedMs ? shard : best));
    least.projects.push(project);
    least.expectedMs += weight;
  }
  for (const { projects: chosen } of shards) chosen.sort(byName);
  return shards;
}

/** By code units: the same in every language of a machine. */
function byName(a: ShardProject, b: ShardProject): number {
  return a.name === b.name ? (a.folder < b.folder ? -1 : 1) : a.name < b.name ? -1 : 1;
}

/** The lower of the two middle ones; 1 of none. */
function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 1;
}
