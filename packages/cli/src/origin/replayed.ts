import { measurementOf, originOf } from '@benchline/core/judge';
import { createFinding, type Finding, type MeasurementOrigin, type PerformanceReport } from '@benchline/core/model';
import { measurementText } from '@benchline/core/render';
import { findCi } from './ci-provider.js';
import { isMeasuredHere } from './measured-here.js';
import type { World } from '../ports/world.js';

/** What a report that lies at `path` is to this run. `folder` is the `.benchline` of the project that it would have been measured in. */
export async function originHere(world: Pick<World, 'files' | 'env'>, folder: string, { path, report }: { path: string; report: PerformanceReport }): Promise<MeasurementOrigin> {
  const here = await isMeasuredHere(world, folder, { path, runId: report.runId });
  return originOf(report, { here, ci: findCi(world.env) });
}

/**
 * The note on a report that nobody measured here, for what is printed. It is no part of an artefact: a task cache keeps those, and would say of a later run
 * what was true of an earlier one.
 */
export function replayedNotes(report: PerformanceReport, origin: MeasurementOrigin): Finding[] {
  return origin === 'restored' ? [createFinding('BNL045', { project: report.project, measured: measurementText(measurementOf(report)) })] : [];
}
