import { join } from 'node:path';
import { adviseRatchet, RATCHET_RUNS, type RatchetAdvice } from '@benchline/core/judge';
import type { PerformanceReport, SloPolicy } from '@benchline/core/model';
import type { LoadedConfig } from '../config/load-config.js';
import type { World } from '../ports/world.js';
import { listBaselines, readStoredBaseline } from './baseline-store.js';

export interface Ratchet {
  runs: number;
  needed: number;
  advice: RatchetAdvice[];
}

/** Advice to tighten limits, from the runs at hand: those of the committed baselines, and the one just checked. */
export async function readRatchet(world: World, { config, projectRoot }: LoadedConfig, judged: { objectives: readonly SloPolicy[]; report: PerformanceReport }): Promise<Ratchet> {
  const place = { world, folder: join(projectRoot, config.baselines.directory) };
  const { baselines } = await listBaselines(place);
  const reports: PerformanceReport[] = [judged.report];
  for (const baseline of baselines) reports.push(...(await readStoredBaseline(place, { id: baseline.id })).reports.map(({ report }) => report));
  return { ...adviseRatchet({ objectives: judged.objectives, reports }), needed: RATCHET_RUNS };
}
