import { join } from 'node:path';
import { compareReports, judgeObjectives, objectivesInForce, planPromotion, type PromotionPlan } from '@benchline/core/judge';
import { worstSlo, type Baseline, type Comparison, type SloResult } from '@benchline/core/model';
import { isCi, type LoadedConfig } from '../config/load-config.js';
import { calibratedPolicyFor } from '../config/profile-floors.js';
import type { World } from '../ports/world.js';
import { pointedAt, readPointer } from './baseline-pointer.js';
import type { PointedBaseline } from './baseline-place.js';
import { readStoredBaseline, type StoredBaseline } from './baseline-store.js';
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
    reports, commit, ...judged,
    defaultBranch: branch.name,
    onDefaultBranch: branch.holdsCommit,
    testsPassed: request.testsPassed,
    config: config.baselines,
    ci: isCi(world.env),
    reason: request.reason,
    by: await promoterName(world, projectRoot),
    at: new Date(world.clock.now()).toISOString(),
    previous: previous?.baseline ?? null,
  });
  return { plan, ...judged, seen, previous: previous?.baseline ?? null };
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
