import { findConfigFile } from '../config/find-config-file.js';
import { findWorkspace } from '../config/find-workspace.js';
import { loadConfig, type LoadedConfig } from '../config/load-config.js';
import type { World } from '../ports/world.js';
import { findPolicySource } from './policy-source.js';

/** A project's config under a reviewed policy, and the world its baselines and profiles are read in. */
export interface ReviewedConfig {
  loaded: LoadedConfig;
  world: World;
}

/**
 * The project's own config with policy and baselines as they are at a commit (`auto`: the merge base). A project that is not there yet keeps its own. What is measured
 * stays its own in each case: the suites are part of the change.
 */
export async function reviewConfig(world: World, own: LoadedConfig, policyRef: string): Promise<ReviewedConfig> {
  const { root } = await findWorkspace(world, own.projectRoot);
  const { world: reviewed } = await findPolicySource(world, { root, commit: await world.git.commit(root), policyRef });
  if (!(await reviewed.files.exists(own.projectRoot)) || (await findConfigFile(reviewed, own.projectRoot)) === null) return { loaded: own, world };
  const { config, written, layers } = await loadConfig(reviewed, { project: own.projectRoot });
  return { loaded: { ...own, written, layers, config: { ...own.config, policy: config.policy, baselines: config.baselines, profile: config.profile } }, world: reviewed };
}
