import { enforceObjectives, enforcePolicy, strictestRaise, type GateProject } from '@benchline/core/judge';
import { createFinding, type Config, type Finding } from '@benchline/core/model';
import type { LoadedConfig } from '../config/load-config.js';
import { settingsInForce } from '../config/settings-in-force.js';
import type { World } from '../ports/world.js';
import { UserError } from '../user-error.js';
import type { DeclaredProject } from './declared-projects.js';
import type { ReadResult } from './read-results.js';
import { checkBaseline } from './reviewed-baseline.js';
import { reviewedFloors } from './reviewed-floors.js';
import { suiteChanges, unmeasuredFindings } from './suite-changes.js';

export interface PolicyWorlds {
  /** As it is checked out. */
  tree: World;
  /** At the policy ref. */
  reviewed: World;
  /** What the ref is called. */
  ref: string;
}

/** A project's results held against its reviewed config; as they are where it has none. */
export async function holdToPolicy(project: GateProject, { declared, results }: { declared: DeclaredProject | undefined; results: readonly ReadResult[] }, worlds: PolicyWorlds): Promise<{ project: GateProject; findings: Finding[] }> {
  const policy = declared?.origin ?? 'none';
  if (declared === undefined || declared.reviewed === null || project.notAffected !== undefined) return { project: { ...project, policy }, findings: [] };
  const { reviewed } = declared;
  // A config that is gone is as good as the reviewed one: what is measured is told by the missing project.
  const own = declared.own ?? reviewed;
  const { ref } = worlds;
  const report = reportOf(results);
  const settings = await reviewedSettings({ project, report }, { reviewed, own }, worlds);
  const rows = project.comparison === null ? null : enforcePolicy(project.comparison, { ...settings.policy, floors: await reviewedFloors(project.comparison, { tree: worlds.tree, reviewed: worlds.reviewed, own, before: reviewed }) }, ref);
  const objectives = project.absence === null ? enforceObjectives({ slo: project.slo, report }, settings.objectives) : null;
  const suites = suiteChanges(own.config, reviewed.config, project.comparison);
  const loosened = [...(rows?.loosened ?? []), ...(objectives?.loosened ?? []), ...suites.weaker];
  const unjudgeable = [...(rows?.unjudgeable ?? []), ...(objectives?.unjudgeable ?? [])];
  const findings = [
    ...(loosened.length === 0 ? [] : [createFinding('BNL050', { project: project.project, changes: listed(loosened), ref })]),
    ...unjudgeable.map((change) => createFinding('BNL051', { project: project.project, change, ref })),
    ...unmeasuredFindings(suites.unmeasured, { project: project.project, ref, raise: strictestRaise(own.config.policy.raise, reviewed.config.policy.raise) }),
    ...(project.comparison === null ? [] : await checkBaseline(project.comparison, { world: worlds.reviewed, reviewed, ref })),
  ];
  return { project: { ...project, ...(rows && { comparison: rows.comparison, alone: rows.alone }), slo: objectives?.slo ?? project.slo, policy, loosened }, findings };
}

/** The reviewed config with the thresholds of the reviewed, committed profile of the machine that measured. A profile that cannot be read sets none. */
async function reviewedSettings({ project, report }: { project: GateProject; report: ReturnType<typeof reportOf> }, { reviewed, own }: { reviewed: LoadedConfig; own: LoadedConfig }, { reviewed: world }: PolicyWorlds): Promise<Config> {
  const fingerprint = report?.report.provenance.host.fingerprint ?? project.comparison?.head.fingerprint;
  if (fingerprint === undefined) return reviewed.config;
  return settingsInForce(world, reviewed, { class: own.config.hostClass, fingerprint }).then(({ config }) => config, (cause: unknown) => {
    if (cause instanceof UserError) return reviewed.config;
    throw cause;
  });
}

function reportOf(results: readonly ReadResult[]) {
  const found = results.find((one) => one.artefact === 'performance-report');
  return found === undefined ? null : { report: found.value, digest: found.digest };
}

function listed(changes: readonly string[]): string {
  const few = changes.slice(0, 8).map((change) => (change.length > 200 ? `${change.slice(0, 200)}…` : change)).join(', ');
  return changes.length > 8 ? `${few} and ${changes.length - 8} more` : few;
}
