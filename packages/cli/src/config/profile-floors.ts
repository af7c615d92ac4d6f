import type { ComparisonPolicy, Finding, PerformanceReport } from '@benchline/core/model';
import type { World } from '../ports/world.js';
import type { LoadedConfig } from './load-config.js';
import { originsOf } from './policy-origins.js';
import type { ProfileQuestion } from './profiles.js';
import { settingsInForce, settingsInForceFor, type SettingsInForce } from './settings-in-force.js';

/** A policy with the noise floors and thresholds of the profile in force, and what is doubtful about that profile. */
export interface CalibratedPolicy {
  policy: ComparisonPolicy;
  findings: Finding[];
}

/** The project's policy with what the profile in force for a machine adds, and where each part comes from. */
export async function calibratedPolicy(world: World, loaded: LoadedConfig, host: ProfileQuestion['host']): Promise<CalibratedPolicy> {
  return policyOf(await settingsInForce(world, loaded, host));
}

function policyOf({ config, origins, findings }: SettingsInForce): CalibratedPolicy {
  return { policy: { ...config.policy, origins: originsOf(origins, 'compare') }, findings };
}

/** The same for reports: for the machine that measured the first of them, with the floors of their benchmarks alone. */
export async function calibratedPolicyFor(world: World, loaded: LoadedConfig, reports: readonly PerformanceReport[]): Promise<CalibratedPolicy> {
  if (reports.length === 0) return { policy: loaded.config.policy, findings: [] };
  const { policy, findings } = policyOf(await settingsInForceFor(world, loaded, reports));
  if (policy.floors.length === 0) return { policy, findings };
  const measured = new Set(reports.flatMap(({ suites }) => suites.flatMap(({ name, benchmarks }) => benchmarks.map(({ id }) => JSON.stringify([name, id])))));
  return { policy: { ...policy, floors: policy.floors.filter(({ suite, benchmark }) => measured.has(JSON.stringify([suite, benchmark]))) }, findings };
}
