import type { WrittenConfig, WrittenGateEvent } from './generated/types.js';
import type { GateConfig, GateEventConfig } from './config.js';

/** The gate's policy with every default filled in. */
export function normalizeGate({ pullRequest = {}, defaultBranch = {}, ignore = [] }: NonNullable<WrittenConfig['gate']>): GateConfig {
  return { pullRequest: eventOf(pullRequest), defaultBranch: eventOf(defaultBranch), ignore: [...ignore] };
}

function eventOf({ raise = {}, advisory = null }: Omit<WrittenGateEvent, 'advisory'> & { advisory?: boolean | null }): GateEventConfig {
  return { raise: Object.fromEntries(Object.entries(raise)), advisory };
}
