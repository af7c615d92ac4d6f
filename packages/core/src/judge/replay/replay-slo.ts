import type { PerformanceReport, SloResult } from '../../model/generated/types.js';
import { judgeObjectives } from '../objectives/judge-objectives.js';
import { listDifferences } from './differences.js';

/** Holds the report against the stored objectives again and tells where the result differs from what is stored; empty when it follows. */
export function replaySlo(stored: SloResult, report: PerformanceReport, digest: string): string[] {
  return listDifferences(stored, judgeObjectives({ report, digest, objectives: stored.policy, origins: stored.origins }));
}
