import { posix } from 'node:path';
import type { InferenceFacts } from './infer-targets.js';
import { limitVariables } from './limit-variables.js';
import { localProfiles } from './local-profiles.js';
import { inputsOfTools, type TargetInput } from './tool-inputs.js';

/** What a measurement depends on. */
export function benchInputs(facts: InferenceFacts): TargetInput[] {
  const { config, cacheKey, isInstalled, hasProductionInputs } = facts;
  return [
    'default',
    hasProductionInputs ? '^production' : '^default',
    '!{projectRoot}/.benchline/**/*',
    ...baselineInputs(facts).map((fileset) => `!${fileset}`),
    ...sharedInputs(facts),
    ...crateInputs(facts),
    { env: 'BENCHLINE_ROUNDS' },
    ...config.variables.map((variable) => ({ env: variable })),
    ...inputsOfTools(config.tools),
    ...(cacheKey === 'commit' ? [{ runtime: 'git rev-parse HEAD' }] : []),
    ...facts.inputs,
    ...(isInstalled ? [{ externalDependencies: ['@benchline/nx'] }] : []),
  ];
}

/** What a target that reads the report depends on. Nx 24 asks each task's own inputs whether a change reaches it: the sources are among them for that. */
export function readingInputs(facts: InferenceFacts): TargetInput[] {
  const { isInstalled, hasProductionInputs } = facts;
  return [
    'default',
    hasProductionInputs ? '^production' : '^default',
    '!{projectRoot}/.benchline/**/*',
    { dependentTasksOutputFiles: '**/.benchline/report.json' },
    ...sharedInputs(facts),
    ...crateInputs(facts),
    ...facts.inputs,
    ...(isInstalled ? [{ externalDependencies: ['@benchline/nx'] }] : []),
  ];
}

/** Where profiles lie: their noise floors and thresholds are part of a verdict. */
const profileInputs: readonly TargetInput[] = ['{workspaceRoot}/profiles/**/*', { env: 'BENCHLINE_PROFILE_DIR' }, localProfiles];

/** What an objective's verdict depends on beside the report: profiles, and the environment where it sets limits. */
export const objectiveInputs: readonly TargetInput[] = [...profileInputs, { env: 'BENCHLINE_TOLERANCE' }, limitVariables];

/** What a verdict depends on beside the report: the baseline, profiles, and the day where an exception has an end. */
export function comparisonInputs(facts: InferenceFacts): TargetInput[] {
  return [...baselineInputs(facts), ...profileInputs, ...(facts.config.expires ? [today] : [])];
}

function sharedInputs({ sharedConfig }: InferenceFacts): TargetInput[] {
  const overrides = ['HOST_CLASS', 'PROFILE', 'PROJECT'].map((name) => ({ env: `BENCHLINE_${name}` }));
  return [...(sharedConfig === null ? [] : [`{workspaceRoot}/${sharedConfig}`]), ...overrides];
}

function crateInputs({ crates }: InferenceFacts): TargetInput[] {
  return crates.flatMap((folder) => [`{workspaceRoot}/${folder}/**/*`, `!{workspaceRoot}/${folder}/baselines/**/*`]);
}

/** The project's own baselines; none where they lie outside the workspace, where Nx sees no files. */
export function baselineInputs({ config, projectRoot }: InferenceFacts): string[] {
  const inProject = posix.join(config.baselineDirectory, '.');
  if (posix.isAbsolute(inProject)) return [];
  if (inProject.split('/')[0] !== '..') return [`{projectRoot}/${inProject}/**/*`];
  const inWorkspace = posix.join(projectRoot, inProject);
  return inWorkspace.split('/')[0] === '..' ? [] : [`{workspaceRoot}/${inWorkspace}/**/*`];
}

const today: TargetInput = { runtime: 'node -p "new Date().toISOString().slice(0,10)"' };
