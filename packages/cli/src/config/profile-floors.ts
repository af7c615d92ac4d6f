import { createFinding, type ComparisonPolicy, type Finding, type PerformanceReport } from '@benchline/core/model';
import type { World } from '../ports/world.js';
import type { LoadedConfig } from './load-config.js';
import { chooseProfile, type ProfileQuestion } from './profiles.js';

/** A policy with the noise floors of the profile in force, and what is doubtful about that profile. */
export interface CalibratedPolicy {
  policy: ComparisonPolicy;
  findings: Finding[];
}

/** The project's policy with the floors of the profile in force for a machine; without a profile it stays as it is. */
export async function calibratedPolicy(world: World, { config, workspaceRoot }: LoadedConfig, host: ProfileQuestion['host']): Promise<CalibratedPolicy> {
  const found = await chooseProfile(world, { config, workspaceRoot, host });
  if (found === null) return { policy: config.policy, findings: [] };
  const { profile } = found;
  const floors = profile.benchmarks.map(({ suite, benchmark, metric, floor }) => ({ suite, benchmark, metric, floor }));
  const foreign = profile.host.fingerprint !== host.fingerprint;
  const note = (): Finding => createFinding('BNL030', { profile: profile.name, made: machine(profile.host), here: machine(host) });
  return { policy: { ...config.policy, floors }, findings: foreign ? [note()] : [] };
}

function machine({ class: declared, fingerprint }: ProfileQuestion['host']): string {
  return declared === null ? `host ${fingerprint}` : `${declared} (host ${fingerprint})`;
}

/** The same for reports: for the machine that measured the first of them (of a replayed one, the machine that measured it first), the floors of their benchmarks alone. */
export async function calibratedPolicyFor(world: World, loaded: LoadedConfig, reports: readonly PerformanceReport[]): Promise<CalibratedPolicy> {
  const [first] = reports;
  if (first === undefined) return { policy: loaded.config.policy, findings: [] };
  const { host, original } = first.provenance;
  const { policy, findings } = await calibratedPolicy(world, loaded, { class: host.class, fingerprint: original?.fingerprint ?? host.fingerprint });
  if (policy.floors.length === 0) return { policy, findings };
  const measured = new Set(reports.flatMap(({ suites }) => suites.flatMap(({ name, benchmarks }) => benchmarks.map(({ id }) => JSON.stringify([name, id])))));
  return { policy: { ...policy, floors: policy.floors.filter(({ suite, benchmark }) => measured.has(JSON.stringify([suite, benchmark]))) }, findings };
}
