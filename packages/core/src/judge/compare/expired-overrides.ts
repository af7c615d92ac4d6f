import { createFinding } from '../../model/finding.js';
import type { ComparisonPolicy, Finding } from '../../model/generated/types.js';

/** A finding for each exception of the policy that no longer applies. */
export function expiredOverrides({ overrides }: ComparisonPolicy): Finding[] {
  return overrides
    .filter(({ expired }) => expired)
    .map(({ benchmark, expires, suite }) => createFinding('BNL018', { benchmark, expired: expires ?? 'a day not named' }, suite === null ? { benchmark } : { suite, benchmark }));
}
