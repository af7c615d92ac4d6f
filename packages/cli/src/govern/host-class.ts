import type { PerformanceReport } from '@benchline/core/model';

/** Under which name a report's baseline is kept: the class that was declared when it was measured, else the machine's fingerprint. */
export function hostClassOf({ provenance: { host } }: PerformanceReport): string {
  return host.class ?? host.fingerprint;
}
