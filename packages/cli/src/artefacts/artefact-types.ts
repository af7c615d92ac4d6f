import type { AuditManifest, Baseline, BaselinePointer, Comparison, GateResult, PerformanceReport, Profile, SloResult } from '@benchline/core/model';

/** Every artefact by the name of its schema. */
export interface ArtefactTypes {
  'performance-report': PerformanceReport;
  baseline: Baseline;
  'baseline-pointer': BaselinePointer;
  comparison: Comparison;
  'slo-result': SloResult;
  'audit-manifest': AuditManifest;
  profile: Profile;
  'gate-result': GateResult;
}

export type ArtefactName = keyof ArtefactTypes;

/** What people write. */
export type WrittenName = 'config' | 'accepted-regressions';

/** As messages call it: "not a valid performance report". */
export function artefactTitle(name: ArtefactName | WrittenName): string {
  return name.replaceAll('-', ' ').replace('slo', 'SLO');
}
