import { join } from 'node:path';
import type { Baseline, Comparison, Finding, PerformanceReport, SloResult } from '@benchline/core/model';
import { readArtefact } from '../artefacts/read-artefact.js';
import { UserError } from '../user-error.js';
import { packageLayout, type FileRole, type ManifestFile } from './package-layout.js';
import { packageProblem } from './package-problem.js';
import type { OpenedPackage } from './verify-files.js';

interface Read<T> {
  value: T;
  digest: string;
  path: string;
}

/** The artefacts inside a package, each valid by its schema. */
export interface PackageEvidence {
  report: Read<PerformanceReport>;
  comparison: Read<Comparison>;
  slo: Read<SloResult> | null;
  baselines: Read<Baseline>[];
  baselineReports: Read<PerformanceReport>[];
}

const artefactOf = { report: 'performance-report', comparison: 'comparison', slo: 'slo-result', baseline: 'baseline', 'baseline-report': 'performance-report' } as const;
type ArtefactRole = keyof typeof artefactOf;

/** Reads every artefact of a package; what cannot be read or is there the wrong number of times is a problem that names the file. */
export async function readPackageEvidence(opened: OpenedPackage): Promise<{ evidence: PackageEvidence } | { problems: Finding[] }> {
  const problems: Finding[] = [];
  const read = async <T>(role: ArtefactRole): Promise<Read<T>[]> => {
    const found = await Promise.all(filesOf(opened, role).map((file) => readOne<T>(opened, role, file)));
    problems.push(...found.flatMap((one) => ('problems' in one ? one.problems : [])));
    return found.flatMap((one) => ('problems' in one ? [] : [one]));
  };
  const reports = await read<PerformanceReport>('report');
  const comparisons = await read<Comparison>('comparison');
  const slos = await read<SloResult>('slo');
  const evidence = { baselines: await read<Baseline>('baseline'), baselineReports: await read<PerformanceReport>('baseline-report') };
  problems.push(...countProblems(opened));
  const [report, comparison] = [reports[0], comparisons[0]];
  if (problems.length > 0 || report === undefined || comparison === undefined) return { problems };
  return { evidence: { report, comparison, slo: slos[0] ?? null, ...evidence } };
}

function filesOf({ manifest }: OpenedPackage, role: FileRole): ManifestFile[] {
  return manifest.files.filter((file) => file.role === role);
}

async function readOne<T>({ world, folder }: OpenedPackage, role: ArtefactRole, { path }: ManifestFile): Promise<Read<T> | { problems: Finding[] }> {
  try {
    const { value, digest } = await readArtefact(world, artefactOf[role], join(folder, path));
    return { value: value as T, digest, path };
  } catch (cause) {
    if (!(cause instanceof UserError)) throw cause;
    return { problems: cause.findings.map(({ what, pointer }) => packageProblem(path, `is not valid${pointer ? ` at ${pointer}` : ''}: ${what}`)) };
  }
}

function countProblems(opened: OpenedPackage): Finding[] {
  const problems: Finding[] = [];
  for (const role of ['report', 'comparison', 'summary', 'page'] as const) {
    const count = filesOf(opened, role).length;
    if (count !== 1) problems.push(packageProblem(packageLayout[role], `must be there once; the manifest lists ${count} of its role`));
  }
  if (filesOf(opened, 'slo').length > 1) problems.push(packageProblem(packageLayout.slo, 'is there more than once'));
  return problems;
}

/** The reports of a baseline in the order in which its record names them; the manifest has them by path. */
export function inOrderOf(baseline: Baseline | null, reports: PackageEvidence['baselineReports']): PerformanceReport[] {
  return (baseline?.reports ?? []).flatMap(({ digest }) => reports.filter((report) => report.digest === digest).slice(0, 1).map(({ value }) => value));
}
