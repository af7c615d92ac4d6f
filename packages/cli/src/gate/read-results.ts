import { basename, dirname, join, relative } from 'node:path';
import type { Comparison, Finding, GateInput, MeasurementOrigin, PerformanceReport, SloResult } from '@benchline/core/model';
import type { ArtefactName } from '../artefacts/artefact-types.js';
import { readArtefact } from '../artefacts/read-artefact.js';
import { originHere } from '../origin/replayed.js';
import type { World } from '../ports/world.js';
import { UserError } from '../user-error.js';
import { resultFiles } from './find-results.js';

/** One artefact that could be read. */
export type ReadResult = GateInput & { absolute: string } & (
  | { artefact: 'performance-report'; value: PerformanceReport; origin: MeasurementOrigin }
  | { artefact: 'comparison'; value: Comparison }
  | { artefact: 'slo-result'; value: SloResult }
);

/** What the folders hold. */
export interface ReadResults {
  results: ReadResult[];
  /** Projects' folders with an artefact that could not be read. */
  broken: string[];
  findings: Finding[];
}

const artefactOf = { 'report.json': 'performance-report', 'comparison.json': 'comparison', 'slo.json': 'slo-result' } as const satisfies Record<(typeof resultFiles)[number], ArtefactName>;

/** Reads every artefact in the folders. One that is torn or invalid is told with its file and place, and the others are read all the same. */
export async function readResults(world: World, folders: readonly string[], root: string): Promise<ReadResults> {
  const read: ReadResults = { results: [], broken: [], findings: [] };
  for (const folder of folders) {
    for (const file of resultFiles) {
      const absolute = join(folder, file);
      if (!(await world.files.exists(absolute))) continue;
      try {
        const artefact = artefactOf[file];
        const { value, digest } = await readArtefact(world, artefact, absolute);
        const origin = artefact === 'performance-report' ? { origin: await originHere(world, folder, { path: absolute, report: value as PerformanceReport }) } : {};
        read.results.push({ artefact, value, digest, absolute, path: shownPath(root, absolute), ...origin } as ReadResult);
      } catch (cause) {
        if (!(cause instanceof UserError)) throw cause;
        read.findings.push(...cause.findings.map((finding) => ({ ...finding, file: shownPath(root, absolute) })));
        read.broken.push(basename(folder) === '.benchline' ? dirname(folder) : folder);
      }
    }
  }
  return read;
}

/** Relative to the workspace where it lies below it, with slashes. */
function shownPath(root: string, absolute: string): string {
  const path = relative(root, absolute).replaceAll('\\', '/');
  return path.startsWith('..') ? absolute : path;
}
