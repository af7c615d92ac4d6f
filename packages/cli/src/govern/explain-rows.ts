import { join } from 'node:path';
import { createRoundLookUp, type ComparedFiles } from '@benchline/core/judge';
import { matchesPattern, type Comparison, type ComparisonRow } from '@benchline/core/model';
import { renderExplain, type TextOptions } from '@benchline/core/render';
import { artefactPaths } from '../artefacts/paths.js';
import { readArtefact } from '../artefacts/read-artefact.js';
import type { LoadedConfig } from '../config/load-config.js';
import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';
import { readStoredBaseline } from './baseline-store.js';

const longestList = 10;

/** Everything behind the verdicts of the benchmarks that a name or a pattern means, from the stored comparison. */
export async function explainRows(world: World, loaded: LoadedConfig, { name, options }: { name: string; options: TextOptions }): Promise<{ text: string; rows: ComparisonRow[] }> {
  const { value: comparison } = await readArtefact(world, 'comparison', artefactPaths(loaded.projectRoot).comparison);
  const rows = rowsNamed(comparison, name);
  const roundsOf = createRoundLookUp(comparison, await readCompared(world, loaded, comparison));
  const parts = rows.map((row) => renderExplain({ comparison, row, rounds: roundsOf(row) }, options));
  return { text: parts.join('\n'), rows };
}

/** By its id, by a pattern, or by a part that only one id ends with or, failing that, contains. */
function rowsNamed({ rows }: Comparison, name: string): ComparisonRow[] {
  const known = [...new Set(rows.map(({ benchmark }) => benchmark))];
  const [meant] = readings.map((means) => known.filter((id) => means(id, name))).filter((ids) => ids.length > 0);
  if (meant === undefined) throw userError('BNL016', { problem: `The comparison has no benchmark ${name}`, fix: `It has: ${listed(known)}. A part of an id, or a pattern such as "decode/*", works too.` });
  if (meant.length > 1 && !name.includes('*')) throw userError('BNL016', { problem: `${name} is part of ${meant.length} benchmarks' ids`, fix: `Give more of the id, or a pattern such as "*${name}*". It may be: ${listed(meant)}.` });
  return rows.filter(({ benchmark }) => meant.includes(benchmark));
}

/** What a name may say of an id; the first reading that finds any decides. */
const readings: readonly ((id: string, name: string) => boolean)[] = [
  (id, name) => id === name,
  (id, name) => matchesPattern(name, id),
  (id, name) => id.endsWith(`/${name}`),
  (id, name) => id.endsWith(name),
  (id, name) => id.includes(name),
];

function listed(ids: readonly string[]): string {
  return ids.slice(0, longestList).join(', ') + (ids.length > longestList ? ` and ${ids.length - longestList} more` : '');
}

/** The reports that were compared, where they are still there unchanged; null otherwise: the numbers of the comparison stand without them. */
async function readCompared(world: World, { projectRoot, config }: LoadedConfig, { base, head }: Comparison): Promise<ComparedFiles | null> {
  try {
    const { value, digest } = await readArtefact(world, 'performance-report', artefactPaths(projectRoot).report);
    if (base === null || base.baseline === null || !head.digests.includes(digest)) return null;
    const { reports } = await readStoredBaseline({ world, folder: join(projectRoot, config.baselines.directory) }, { id: base.baseline });
    return { base: reports.map(({ report }) => report), head: [value] };
  } catch {
    return null;
  }
}
