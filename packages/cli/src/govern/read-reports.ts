import { createFinding, type Finding, type PerformanceReport } from '@benchline/core/model';
import { readArtefact } from '../artefacts/read-artefact.js';
import type { World } from '../ports/world.js';
import { UserError } from '../user-error.js';

/** A report to read: where it is, and what for, as the message says if it is missing. */
export interface ReportRequest {
  path: string;
  purpose: string;
}

export interface ReadReport {
  path: string;
  report: PerformanceReport;
  digest: string;
}

/** Reads reports; every one that is missing or invalid is named at once. */
export async function readReports(world: World, requests: readonly ReportRequest[]): Promise<ReadReport[]> {
  const findings: Finding[] = [];
  for (const { path, purpose } of requests) {
    if (!(await world.files.exists(path))) findings.push(createFinding('BNL008', { path, purpose }, { file: path }));
  }
  const read: ReadReport[] = [];
  for (const { path } of findings.length > 0 ? [] : requests) {
    try {
      const { value, digest } = await readArtefact(world, 'performance-report', path);
      read.push({ path, report: value, digest });
    } catch (cause) {
      if (!(cause instanceof UserError) || cause.exitCode !== 2) throw cause;
      findings.push(...cause.findings);
    }
  }
  if (findings.length > 0) throw new UserError(findings, 2);
  return read;
}
