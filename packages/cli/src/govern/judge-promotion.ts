import { join } from 'node:path';
import { compareReports, judgeObjectives, objectivesInForce, planPromotion, type FormerBaseline, type PromotedReport, type PromotionPlan } from '@benchline/core/judge';
import { worstSlo, type Baseline, type Comparison, type SloResult } from '@benchline/core/model';
import { artefactPaths } from '../artefacts/paths.js';
import { isCi, type LoadedConfig } from '../config/load-config.js';
import { calibratedPolicyFor } from '../config/profile-floors.js';
import { originHere } from '../origin/replayed.js';
import type { World } from '../ports/world.js';
import { pointedAt, readPointer } from './baseline-pointer.js';
import type { BaselinePlace, PointedBaseline } from './baseline-place.js';
import { listBaselines, readStoredBaseline, type StoredBaseline } from './baseline-store.js';
import { askDefaultBranch } from './default-branch.js';
import { hostClassOf } from './host-class.js';
import { promoterName } from './promoter.js';
import type { ReadReport } from './read-reports.js';
import { isSameJob } from './same-job.js';

export interface PromotionRequest {
  reason: string;
  testsPassed: boolean | null;
}

/** What a promotion would do, and what it was judged by. */
export interface JudgedPromotion {
  plan: PromotionPlan;
  slo: SloResult | null;
  comparison: Comparison | null;
  /** The pointer as it was seen, and the baseline it named. */
  seen: PointedBaseline | null;
  previous: Baseline | null;
}

/** Judges reports for promotion. Objectives and comparison are judged afresh: stored results may be about another report. */
export async function judgePromotion(world: World, loaded: LoadedConfig, { reports, request }: { reports: readonly ReadReport[]; request: PromotionRequest }): Promise<JudgedPromotion> {
  const { config, projectRoot } = loaded;
  const place = { world, folder: join(projectRoot, config.baselines.directory) };
  const hostClass = hostClassOf(reports[0]!.report);
  const seen = pointedAt(await readPointer(place), hostClass);
  const previous = seen === null ? null : await readStoredBaseline(place, seen);
  const commit = await world.git.commit(projectRoot);
  const branch = await askDefaultBranch(world, projectRoot, { configured: config.baselines.defaultBranch, sha: commit.sha });
  const judged = { slo: worstResult(reports, loaded), comparison: await compareWith(world, { previous, reports, loaded }) };

  const plan = planPromotion({
    reports: await placed(world, reports, projectRoot), commit, ...judged,
    defaultBranch: branch.name,
    onDefaultBranch: branch.holdsCommit,
    testsPassed: request.testsPassed,
    config: config.baselines,
    ci: isCi(world.env),
    reason: request.reason,
    by: await promoterName(world, projectRoot),
    at: new Date(world.clock.now()).toISOString(),
    previous: previous?.baseline ?? null,
    former: await formerBaseline(place, reports, seen),
  });
  return { plan, ...judged, seen, previous: previous?.baseline ?? null };
}

/** Each report with what it is to this run. Only the project's own report is what a task runner restores. */
async function placed(world: World, reports: readonly ReadReport[], projectRoot: string): Promise<PromotedReport[]> {
  const own = artefactPaths(projectRoot);
  const isTask = (world.env['NX_TASK_HASH'] ?? world.env['TURBO_HASH'] ?? '') !== '';
  return Promise.all(reports.map(async (read) => ({
    report: read.report,
    digest: read.digest,
    origin: await originHere(world, own.folder, read),
    sameInputs: isTask && read.path === own.report && read.report.provenance.taskHash !== null,
  })));
}

/** The baseline, replaced since, that holds every one of the runs; one that an interrupted promotion left was never in force. A damaged record elsewhere in the folder stops nobody. */
async function formerBaseline(place: BaselinePlace, reports: readonly ReadReport[], seen: PointedBaseline | null): Promise<FormerBaseline | null> {
  const { baselines } = await listBaselines(place).catch(() => ({ baselines: [] as Baseline[] }));
  const replaced = new Set(baselines.map(({ previous }) => previous));
  const holds = (baseline: Baseline): boolean => reports.every(({ report }) => baseline.reports.some(({ runId }) => runId === report.runId));
  const former = baselines.find((baseline) => baseline.id !== seen?.id && replaced.has(baseline.id) && holds(baseline));
  return former === undefined ? null : { runId: reports.map(({ report }) => report.runId).join(', '), baseline: former.id };
}

/** Of several reports the one that does worst: each must meet the objectives. */
function worstResult(reports: readonly ReadReport[], { config }: LoadedConfig): SloResult | null {
  const judged = reports.map(({ report, digest }) => ({ report, digest, objectives: objectivesInForce(config.objectives, report) }));
  if (judged.every(({ objectives }) => objectives.length === 0)) return null;
  const results = judged.map(judgeObjectives);
  const worst = worstSlo(results.map(({ summary }) => summary.verdict));
  return results.find(({ summary }) => summary.verdict === worst) ?? null;
}

interface Promoted {
  previous: StoredBaseline | null;
  reports: readonly ReadReport[];
  loaded: LoadedConfig;
}

async function compareWith(world: World, { previous, reports, loaded }: Promoted): Promise<Comparison | null> {
  if (previous === null) return null;
  const base = { reports: previous.reports.map(({ report }) => report), digests: previous.reports.map(({ digest }) => digest), baseline: previous.baseline.id };
  const head = { reports: reports.map(({ report }) => report), digests: reports.map(({ digest }) => digest), baseline: null };
  const { policy, findings } = await calibratedPolicyFor(world, loaded, head.reports);
  return compareReports({ project: loaded.config.project, mode: 'stored', base, head, policy, findings, sameJob: isSameJob([...base.reports, ...head.reports]) });
}
