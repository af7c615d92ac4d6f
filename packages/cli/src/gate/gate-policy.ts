import type { GateProject } from '@benchline/core/judge';
import { exitCodeOf, worstExitCode, createFinding, type Comparison, type ExitCode, type Finding, type GateConfig, type GateEventConfig } from '@benchline/core/model';
import { loadConfig } from '../config/load-config.js';
import type { World } from '../ports/world.js';
import { UserError } from '../user-error.js';
import type { GateEvent } from './gate-event.js';

const nothingSaid: GateConfig = { pullRequest: { raise: {}, advisory: null }, defaultBranch: { raise: {}, advisory: null }, ignore: [] };

/** The gate section of the config at the root. One that cannot be read is told where its projects are read; here nothing is said. */
export async function readGateConfig(world: World, root: string): Promise<GateConfig> {
  try {
    return (await loadConfig(world, { project: root })).config.gate;
  } catch (cause) {
    if (!(cause instanceof UserError)) throw cause;
    return nothingSaid;
  }
}

export function eventConfig(config: GateConfig, on: GateEvent): GateEventConfig {
  return on === 'pull-request' ? config.pullRequest : config.defaultBranch;
}

/** A project under the event's exit codes: over its own of every verdict they name. */
export function withEventRaise(project: GateProject, raise: Readonly<Record<string, ExitCode>>): GateProject {
  if (Object.keys(raise).length === 0) return project;
  const { comparison } = project;
  return { ...project, raise: { ...project.raise, ...raise }, comparison: comparison === null ? null : raised(comparison, raise) };
}

/** The exit code follows from the rows that bear on it, as in a comparison's own summary. */
function raised(comparison: Comparison, raise: Readonly<Record<string, ExitCode>>): Comparison {
  const policy = { ...comparison.policy, raise: { ...comparison.policy.raise, ...raise } };
  const gating = new Set(comparison.rows.filter(({ rule }) => rule !== 'direction').map(({ verdict }) => verdict));
  const verdicts = comparison.rows.length === 0 ? [comparison.summary.verdict] : [...gating];
  return { ...comparison, policy, summary: { ...comparison.summary, exitCode: worstExitCode(verdicts.map((verdict) => exitCodeOf(verdict, policy.raise))) } };
}

/** Where the checked-out gate section says another thing than the reviewed one, which holds. */
export function changedGateConfig(own: GateConfig, reviewed: GateConfig, ref: string): Finding[] {
  const parts = (['pullRequest', 'defaultBranch', 'ignore'] as const).filter((part) => JSON.stringify(own[part]) !== JSON.stringify(reviewed[part]));
  return parts.length === 0 ? [] : [{ ...createFinding('BNL050', { project: 'the workspace', changes: parts.map((part) => `gate.${part}`).join(', '), ref }), what: `The gate section of the workspace's config is not that at ${ref}: ${parts.join(', ')}.` }];
}
