import { basename, dirname, join, relative } from 'node:path';
import { createFinding, type Comparison, type Finding, type GateInput, type MeasurementOrigin, type PerformanceReport, type SloResult } from '@benchline/core/model';
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
    const plain = new Set((await world.files.entries(folder)).filter(({ kind }) => kind === 'file').map(({ name }) => name));
    for (const file of resultFiles) {
      const absolute = join(folder, file);
      if (!plain.has(file)) continue;
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

/** A link among results: it could lead anywhere. */
export function linkFindings(links: readonly string[], root: string): Finding[] {
  return links.map((link) => createFinding('BNL015', { operation: 'read', path: shownPath(root, link), problem: 'it is a symbolic link, and those of results are not followed' }, { file: shownPath(root, link) }));
}

/** Relative to the workspace where it lies below it, with slashes. */
function shownPath(root: string, absolute: string): string {
  const path = relative(root, absolute).replaceAll('\\', '/');
  return path.startsWith('..') ? absolute : path;
}
