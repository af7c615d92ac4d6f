import { matchesPattern } from '../../model/pattern.js';
import type { ComparisonPolicy, PolicyOverride, Thresholds } from '../../model/generated/types.js';

/** Who a row is about. */
export interface RowName {
  readonly suite: string;
  readonly benchmark: string;
  readonly metric: string;
}

/** What the policy says about one row. */
export interface RowPolicy {
  /** Index of the override that applies, null for none. */
  override(name: RowName): number | null;
  /** The policy's thresholds, or what the override puts in their place. */
  thresholds(usual: Thresholds, override: number | null): Thresholds;
  /** Calibrated noise floor, a share; null without a profile. */
  floor(name: RowName): number | null;
}

/** Reads a policy row by row. The last override whose patterns match and which has not expired wins. */
export function createRowPolicy({ overrides, floors }: ComparisonPolicy): RowPolicy {
  const calibrated = new Map(floors.map((one) => [keyOf(one), one.floor]));
  return {
    override: (name) => {
      const index = overrides.findLastIndex((override) => !override.expired && applies(override, name));
      return index < 0 ? null : index;
    },
    thresholds: (usual, override) => overridden(usual, override === null ? undefined : overrides[override]),
    floor: (name) => calibrated.get(keyOf(name)) ?? null,
  };
}

function keyOf({ suite, benchmark, metric }: RowName): string {
  return JSON.stringify([suite, benchmark, metric]);
}

function applies({ suite, benchmark, metric }: PolicyOverride, name: RowName): boolean {
  return (
    matchesPattern(benchmark, name.benchmark) &&
    (suite === null || matchesPattern(suite, name.suite)) &&
    (metric === null || matchesPattern(metric, name.metric))
  );
}

/** Where an override names one threshold only, the usual other one gives way if it must, so that warn stays at most fail. */
function overridden(usual: Thresholds, override: PolicyOverride | undefined): Thresholds {
  if (override === undefined) return usual;
  const warn = override.warn ?? Math.min(usual.warn, override.fail ?? usual.warn);
  return { warn, fail: override.fail ?? Math.max(usual.fail, warn) };
}
