import type { Ci, Measurement, MeasurementOrigin, PerformanceReport } from '../../model/generated/types.js';

/** When and where a report was measured. */
export function measurementOf(report: PerformanceReport): Measurement {
  const { runId, createdAt, provenance: { original, host, commit, taskHash } } = report;
  return {
    runId,
    at: original?.createdAt ?? createdAt,
    hostClass: host.class,
    fingerprint: fingerprintOf(report),
    commit: original === null ? commit.sha : original.commit,
    taskHash,
  };
}

/** What a reader knows of its own place. */
export interface ReaderPlace {
  /** Whether the report was written in the folder in which it is read, and stands there since. */
  readonly here: boolean;
  /** The CI run in which it is read. */
  readonly ci: Ci;
}

/**
 * What a report's measurement is to whoever reads it now. The report cannot say it: a task cache restores it byte for byte, and nothing of ours runs
 * when it does.
 */
export function originOf({ provenance }: PerformanceReport, { here, ci }: ReaderPlace): MeasurementOrigin {
  if (provenance.measured === 'replayed') return 'restored';
  if (here) return 'here';
  return isSamePipeline(provenance.ci, ci) ? 'this-run' : 'restored';
}

function isSamePipeline(one: Ci, other: Ci): boolean {
  return one !== null && other !== null && one.provider === other.provider && one.pipeline !== undefined && one.pipeline !== null && one.pipeline === other.pipeline;
}

/** Where a report was measured: of a replayed one, where it was measured first. */
export function fingerprintOf({ provenance }: PerformanceReport): string {
  return provenance.original?.fingerprint ?? provenance.host.fingerprint;
}
