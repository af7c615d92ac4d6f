import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { mergeWrittenConfig, normalizeConfig, overrideLimits, type Config, type ConfigSurroundings, type Finding, type SloPolicy, type WrittenConfig } from '@benchline/core/model';
import { checkSchema } from '../artefacts/check-schema.js';
import type { World } from '../ports/world.js';
import { userError, UserError } from '../user-error.js';
import { checkBaselineFolder } from './baseline-folder.js';
import { placeFinding, readConfigSource, type ConfigSource } from './config-source.js';
import { applyEnvironment, environmentLayers } from './environment-overrides.js';
import { findConfigFile } from './find-config-file.js';
import { findWorkspace } from './find-workspace.js';
import { namedFile, type ConfigLayer } from './policy-origins.js';
import { findProjectName } from './project-name.js';

/** The configuration in force, and where it came from. */
export interface LoadedConfig {
  config: Config;
  /** Absolute. */
  projectRoot: string;
  workspaceRoot: string;
  /** null: the project has none, the defaults (and the workspace's config) hold. */
  configFile: string | null;
  workspaceConfigFile: string | null;
  /** Of what was written, merged, with the environment's part: two runs with the same digest had the same configuration. */
  digest: string;
  /** Expired exceptions. */
  warnings: Finding[];
  /** What was written, merged; a profile's thresholds go below it. */
  written: WrittenConfig;
  /** Flags, environment, project, workspace; the strongest first. */
  layers: ConfigLayer[];
}

/** What the command line says. */
export interface ConfigFlags {
  /** The project's folder and config file, relative to the working directory. */
  project?: string;
  config?: string;
  /** The name of a profile. */
  profile?: string;
}

/** Reads the project's config over the workspace's, with the environment above both and flags above all. */
export async function loadConfig(world: World, flags: ConfigFlags = {}): Promise<LoadedConfig> {
  const projectRoot = resolve(world.cwd, flags.project ?? '.');
  if (!(await world.files.exists(projectRoot))) throw userError('BNL008', { path: projectRoot, purpose: 'the project\'s folder' }, { file: projectRoot });
  const workspace = await findWorkspace(world, projectRoot);
  const configFile = flags.config === undefined ? await findConfigFile(world, projectRoot) : resolve(world.cwd, flags.config);
  const own = configFile === null ? null : await readConfigSource(world, 'project', configFile);
  const shared = workspace.configFile === null || workspace.configFile === configFile ? null : await readConfigSource(world, 'workspace', workspace.configFile);
  const written = withFlags(withEnvironment(mergeWrittenConfig(shared?.value ?? {}, own?.value ?? {}), world.env), flags);
  const places = { projectRoot, workspaceRoot: workspace.root, configFile, workspaceConfigFile: workspace.configFile };
  const { config, warnings } = await normalize(world, { written, projectRoot, sources: [own, shared] });
  await checkBaselineFolder(world, projectRoot, { directory: config.baselines.directory, workspaceRoot: workspace.root });
  return { ...places, config, warnings, written, layers: layersOf({ flags, env: world.env, sources: [own, shared], workspaceRoot: workspace.root }), digest: digestOf(written, config.objectives) };
}

function withEnvironment(merged: WrittenConfig, env: World['env']): WrittenConfig {
  const { config, used } = applyEnvironment(merged, env);
  if (used.length > 0) checkSchema('config', config, `the environment (${used.join(', ')})`);
  return config;
}

function withFlags(written: WrittenConfig, { profile }: ConfigFlags): WrittenConfig {
  if (profile === undefined) return written;
  const config = { ...written, profile };
  checkSchema('config', config, 'the command line (--profile)');
  return config;
}

interface Written {
  written: WrittenConfig;
  projectRoot: string;
  sources: readonly (ConfigSource | null)[];
}

async function normalize(world: World, { written, projectRoot, sources }: Written): Promise<{ config: Config; warnings: Finding[] }> {
  const normalized = normalizeConfig(written, await surroundingsOf(world, projectRoot));
  const place = (finding: Finding): Finding => placeFinding(finding, sources, projectRoot);
  if ('findings' in normalized) throw new UserError(normalized.findings.map(place), 2);
  return { config: withLimits(normalized.config, world.env), warnings: normalized.warnings.map(place) };
}

/** What the configuration cannot know by itself. */
export async function surroundingsOf(world: World, projectRoot: string): Promise<ConfigSurroundings> {
  return { project: await findProjectName(world, projectRoot), today: new Date(world.clock.now()).toISOString().slice(0, 10), ci: isCi(world.env) };
}

/** The config with the limits that the environment sets. Throws BNL016 for each variable that cannot be used; where benchmarks' sources set limits too, it may be one of those that is meant. */
export function withLimits(config: Config, env: World['env']): Config {
  return { ...config, objectives: limitedBy(env, config, { isWhole: !config.suites.some(({ tool }) => tool === 'perf-spec') }) };
}

/** Objectives with the limits that the environment sets; `isWhole`: there are no others, so that a variable must mean one of them. */
export function limitedBy(env: World['env'], { project, objectives: given }: Pick<Config, 'project' | 'objectives'>, { isWhole }: { isWhole: boolean }): SloPolicy[] {
  const { objectives, problems: all } = overrideLimits({ project, objectives: given, env });
  const problems = all.filter(({ isUnknown }) => isWhole || isUnknown !== true);
  if (problems.length === 0) return objectives;
  const findings = problems.flatMap(({ variable, problem, fix }) => userError('BNL016', { problem: `The environment variable ${variable} cannot be used: ${problem}`, fix }, { file: `the environment (${variable})` }).findings);
  throw new UserError(findings, 2);
}

function layersOf({ flags, env, sources, workspaceRoot }: { flags: ConfigFlags; env: World['env']; sources: readonly (ConfigSource | null)[]; workspaceRoot: string }): ConfigLayer[] {
  return [
    ...(flags.profile === undefined ? [] : [{ layer: 'flag' as const, from: '--profile', value: { profile: flags.profile } }]),
    ...environmentLayers(env).map(({ variable, value }) => ({ layer: 'environment' as const, from: variable, value })),
    ...sources.flatMap((source) => (source === null ? [] : [{ layer: source.layer, from: namedFile(source.file, workspaceRoot), value: source.value }])),
  ];
}

/** Whether this runs in a CI service: CI is set and not false. */
export function isCi(env: World['env']): boolean {
  const ci = env['CI'] ?? '';
  return ci !== '' && ci !== 'false' && ci !== '0';
}

function digestOf(written: WrittenConfig, objectives: readonly SloPolicy[]): string {
  const overrides = objectives.flatMap(({ override }) => override ?? []);
  const text = overrides.length === 0 ? JSON.stringify(written) : JSON.stringify([written, overrides]);
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
