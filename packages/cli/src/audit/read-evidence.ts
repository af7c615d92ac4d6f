import { dirname, join } from 'node:path';
import { objectivesInForce } from '@benchline/core/judge';
import { createFinding, type Comparison, type Finding, type PerformanceReport, type SloResult } from '@benchline/core/model';
import { artefactPaths } from '../artefacts/paths.js';
import { readArtefact } from '../artefacts/read-artefact.js';
import type { LoadedConfig } from '../config/load-config.js';
import { readStoredBaseline, type StoredBaseline } from '../govern/baseline-store.js';
import type { World } from '../ports/world.js';
import { UserError, userError } from '../user-error.js';
import { isOfCommit } from './is-of-commit.js';
import { packageProblem } from './package-problem.js';

interface Read<T> {
  value: T;
  digest: string;
  path: string;
}

/** The artefacts that a package is made of; they belong together by their digests. */
export interface Evidence {
  report: Read<PerformanceReport>;
  comparison: Read<Comparison>;
  slo: Read<SloResult> | null;
  baseline: StoredBaseline | null;
}

/** Reads a project's last results and makes sure that they are about the same report. */
export async function readEvidence(world: World, { projectRoot, config }: LoadedConfig): Promise<Evidence> {
  const paths = artefactPaths(projectRoot);
  const wanted = [
    { path: paths.report, purpose: 'the report (benchline bench makes it)' },
    { path: paths.comparison, purpose: 'the comparison (benchline compare makes it)' },
  ];
  const checked = { path: paths.slo, purpose: 'the check of the objectives (benchline slo makes it)' };
  await demandAll(world, config.objectives.length > 0 ? [...wanted, checked] : wanted);
  const report = { ...(await readArtefact(world, 'performance-report', paths.report)), path: paths.report };
  const wantsSlo = objectivesInForce(config.objectives, report.value).length > 0;
  if (wantsSlo) await demandAll(world, [checked]);
  const comparison = { ...(await readArtefact(world, 'comparison', paths.comparison)), path: paths.comparison };
  const slo = wantsSlo ? { ...(await readArtefact(world, 'slo-result', paths.slo)), path: paths.slo } : null;
  demandOneReport({ report, comparison, slo });
  const id = comparison.value.base?.baseline ?? null;
  const folder = join(projectRoot, config.baselines.directory);
  return { report, comparison, slo, baseline: id === null ? null : await readStoredBaseline({ world, folder }, { id }) };
}

async function demandAll(world: World, wanted: readonly { path: string; purpose: string }[]): Promise<void> {
  const findings: Finding[] = [];
  for (const { path, purpose } of wanted) if (!(await world.files.exists(path))) findings.push(createFinding('BNL008', { path, purpose }, { file: path }));
  if (findings.length > 0) throw new UserError(findings, 2);
}

function demandOneReport({ report, comparison, slo }: Omit<Evidence, 'baseline'>): void {
  const problems: Finding[] = [];
  const { mode, base, head } = comparison.value;
  if (mode !== 'paired' && !head.digests.includes(report.digest)) problems.push(packageProblem(comparison.path, 'is about another report; run benchline compare again'));
  if (mode === 'paired' && !isOfCommit(comparison.value, report.value)) problems.push(packageProblem(comparison.path, 'is about another commit than the report; run benchline compare --against again'));
  if (mode === 'files' && base !== null) problems.push(packageProblem(comparison.path, 'compares two files; run benchline compare against the baseline'));
  if (slo !== null && slo.value.report.digest !== report.digest) problems.push(packageProblem(slo.path, 'is about another report; run benchline slo again'));
  if (problems.length > 0) throw new UserError(problems, 2);
}

/** A path that an artefact names, resolved beside it; never one that leads elsewhere, through a link or not. */
export async function resolveBeside(world: World, artefact: string, path: string): Promise<string> {
  const folder = await world.files.realPath(dirname(artefact));
  const real = await world.files.realPath(join(folder, path));
  if (!real.startsWith(`${folder}/`) && !real.startsWith(`${folder}\\`)) throw userError('BNL007', { problem: `${path} leads out of ${folder}` }, { file: path });
  return real;
}
