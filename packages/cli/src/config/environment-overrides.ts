import { parseLimitVariable, type WrittenConfig } from '@benchline/core/model';
import type { World } from '../ports/world.js';

/** An environment variable that stands above the config file. */
export interface EnvironmentOverride {
  variable: string;
  /** The place in the config, as documentation names it. */
  insteadOf: string;
  apply(config: WrittenConfig, value: string): WrittenConfig;
}

/** Every override; the config schema checks what comes out. An empty variable counts as unset. */
export const environmentOverrides: readonly EnvironmentOverride[] = [
  { variable: 'BENCHLINE_PROJECT', insteadOf: 'project', apply: (config, project) => ({ ...config, project }) },
  { variable: 'BENCHLINE_HOST_CLASS', insteadOf: 'host.class', apply: (config, name) => ({ ...config, host: { ...config.host, class: name } }) },
  { variable: 'BENCHLINE_PROFILE', insteadOf: 'profile', apply: (config, profile) => ({ ...config, profile }) },
  { variable: 'BENCHLINE_DEFAULT_BRANCH', insteadOf: 'baselines.defaultBranch', apply: (config, defaultBranch) => ({ ...config, baselines: { ...config.baselines, defaultBranch } }) },
  { variable: 'BENCHLINE_TOLERANCE', insteadOf: 'sloDefaults.tolerance', apply: (config, tolerance) => ({ ...config, sloDefaults: { ...config.sloDefaults, tolerance } }) },
  { variable: 'BENCHLINE_ROUNDS', insteadOf: 'rounds of every suite', apply: (config, rounds) => withEverySuite(config, { rounds: Number(rounds) }) },
  { variable: 'BENCHLINE_TIMEOUT', insteadOf: 'timeout of every suite', apply: (config, timeout) => withEverySuite(config, { timeout }) },
];

/** What the environment says by itself: a layer above the files, one for each variable. */
export function environmentLayers(env: World['env']): { variable: string; value: WrittenConfig }[] {
  return environmentOverrides.filter(({ variable }) => (env[variable] ?? '') !== '').map(({ variable, apply }) => ({ variable, value: apply({}, env[variable]!) }));
}

/** The config with what the environment says in place of it, and the variables that were used. */
export function applyEnvironment(config: WrittenConfig, env: World['env']): { config: WrittenConfig; used: string[] } {
  const given = environmentOverrides.filter(({ variable }) => (env[variable] ?? '') !== '');
  return { config: given.reduce((merged, { variable, apply }) => apply(merged, env[variable]!), config), used: given.map(({ variable }) => variable) };
}

/** The environment without what sets limits: nobody loosens a reviewed limit by a variable. */
export function withoutLimits(env: World['env']): World['env'] {
  return Object.fromEntries(Object.entries(env).filter(([name]) => parseLimitVariable(name) === null && name !== 'BENCHLINE_TOLERANCE'));
}

function withEverySuite(config: WrittenConfig, change: { rounds: number } | { timeout: string }): WrittenConfig {
  return config.suites === undefined ? config : { ...config, suites: config.suites.map((suite) => ({ ...suite, ...change })) };
}
