import { join } from 'node:path';
import { matchesPattern, type Comparison, type ComparisonRow, type PerformanceReport, type Round, type Statistic } from '@benchline/core/model';
import { renderExplain, type ExplainSamples, type TextOptions } from '@benchline/core/render';
import { artefactPaths } from '../artefacts/paths.js';
import { readArtefact } from '../artefacts/read-artefact.js';
import type { LoadedConfig } from '../config/load-config.js';
import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';
import { readStoredBaseline } from './baseline-store.js';

const longestList = 8;

/** Everything behind the verdicts of the benchmarks that a name or a pattern means, from the stored comparison. */
export async function explainRows(world: World, loaded: LoadedConfig, { name, options }: { name: string; options: TextOptions }): Promise<{ text: string; rows: ComparisonRow[] }> {
  const { value: comparison } = await readArtefact(world, 'comparison', artefactPaths(loaded.projectRoot).comparison);
  const rows = rowsNamed(comparison, name);
  const sides = await readSides(world, loaded, comparison);
  const parts = rows.map((row) => renderExplain({ comparison, row, samples: samplesOf(sides, row) }, options));
  return { text: parts.join('\n'), rows };
}

function rowsNamed({ rows }: Comparison, name: string): ComparisonRow[] {
  const exact = rows.filter(({ benchmark }) => benchmark === name);
  const found = exact.length > 0 ? exact : rows.filter(({ benchmark }) => matchesPattern(name, benchmark));
  if (found.length > 0) return found;
  const known = [...new Set(rows.map(({ benchmark }) => benchmark))];
  const shown = known.slice(0, longestList).join(', ') + (known.length > longestList ? ` and ${known.length - longestList} more` : '');
  throw userError('BNL016', { problem: `The comparison has no benchmark ${name}`, fix: `It has: ${shown}. A pattern such as "decode/*" works too.` });
}

interface Sides {
  base: PerformanceReport[];
  head: PerformanceReport[];
}

/** The reports that were compared, where they are still there unchanged; null otherwise: the numbers of the comparison stand without them. */
async function readSides(world: World, { projectRoot, config }: LoadedConfig, { base, head }: Comparison): Promise<Sides | null> {
  try {
    const report = await readArtefact(world, 'performance-report', artefactPaths(projectRoot).report);
    if (base === null || base.baseline === null || !head.digests.includes(report.digest)) return null;
    const stored = await readStoredBaseline({ world, folder: join(projectRoot, config.baselines.directory) }, { id: base.baseline });
    return { base: stored.reports.map((one) => one.report), head: [report.value] };
  } catch {
    return null;
  }
}

function samplesOf(sides: Sides | null, row: ComparisonRow): ExplainSamples | null {
  if (sides === null || row.metric === null) return null;
  return { base: valuesOf(sides.base, row), head: valuesOf(sides.head, row) };
}

function valuesOf(reports: readonly PerformanceReport[], { suite, benchmark, metric, statistic }: ComparisonRow): number[] {
  const metrics = reports.flatMap(({ suites }) => suites.filter(({ name }) => name === suite).flatMap(({ benchmarks }) => benchmarks.filter(({ id }) => id === benchmark).flatMap(({ metrics: all }) => all)));
  return metrics.filter(({ name }) => name === metric).flatMap(({ rounds }) => rounds.map((round) => valueOf(round, statistic)).filter((value) => value !== null));
}

function valueOf(round: Round, statistic: Statistic): number | null {
  switch (statistic) {
    case 'median': return round.p50;
    case 'mean': return round.mean;
    case 'p95': return round.p95;
    case 'p99': return round.p99;
    case 'location': return round.location;
    case 'min': return null;
  }
}
