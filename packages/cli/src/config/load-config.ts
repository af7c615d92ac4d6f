import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { mergeWrittenConfig, normalizeConfig, type Config, type Finding, type WrittenConfig } from '@benchline/core/model';
import { checkSchema } from '../artefacts/check-schema.js';
import type { World } from '../ports/world.js';
import { userError, UserError } from '../user-error.js';
import { checkBaselineFolder } from './baseline-folder.js';
import { applyEnvironment } from './environment-overrides.js';
import { findConfigFile } from './find-config-file.js';
import { findWorkspace } from './find-workspace.js';
import { longestConfig, parseConfigText } from './parse-config-text.js';
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
}

/** Reads the project's config over the workspace's, with the environment above both. `project` and `config` are relative to the working directory. */
export async function loadConfig(world: World, { project, config }: { project?: string; config?: string } = {}): Promise<LoadedConfig> {
  const projectRoot = resolve(world.cwd, project ?? '.');
  if (!(await world.files.exists(projectRoot))) throw userError('BNL008', { path: projectRoot, purpose: 'the project\'s folder' }, { file: projectRoot });
  const workspace = await findWorkspace(world, projectRoot);
  const configFile = config === undefined ? await findConfigFile(world, projectRoot) : resolve(world.cwd, config);
  const own = configFile === null ? {} : await readConfigFile(world, configFile);
  const shared = workspace.configFile === null || workspace.configFile === configFile ? {} : await readConfigFile(world, workspace.configFile);
  const written = withEnvironment(mergeWrittenConfig(shared, own), world.env);
  const places = { projectRoot, workspaceRoot: workspace.root, configFile, workspaceConfigFile: workspace.configFile };
  const normalized = await normalize(world, written, places);
  await checkBaselineFolder(world, projectRoot, { directory: normalized.config.baselines.directory, workspaceRoot: workspace.root });
  return { ...places, ...normalized, digest: digestOf(written) };
}

async function readConfigFile({ files }: World, path: string): Promise<WrittenConfig> {
  if (!(await files.exists(path))) throw userError('BNL008', { path, purpose: 'the config file' }, { file: path });
  const value = parseConfigText(await files.readText(path, longestConfig), path);
  checkSchema('config', value, path);
  return value as WrittenConfig;
}

function withEnvironment(merged: WrittenConfig, env: World['env']): WrittenConfig {
  const { config, used } = applyEnvironment(merged, env);
  if (used.length > 0) checkSchema('config', config, `the environment (${used.join(', ')})`);
  return config;
}

async function normalize(world: World, written: WrittenConfig, { projectRoot, configFile, workspaceConfigFile }: Pick<LoadedConfig, 'projectRoot' | 'configFile' | 'workspaceConfigFile'>) {
  const surroundings = {
    project: await findProjectName(world, projectRoot),
    today: new Date(world.clock.now()).toISOString().slice(0, 10),
    ci: isCi(world.env),
  };
  const file = configFile ?? workspaceConfigFile ?? projectRoot;
  const normalized = normalizeConfig(written, surroundings);
  if ('findings' in normalized) throw new UserError(normalized.findings.map((finding) => ({ file, ...finding })), 2);
  return { config: normalized.config, warnings: normalized.warnings.map((finding) => ({ file, ...finding })) };
}

/** Whether this runs in a CI service: CI is set and not false. */
export function isCi(env: World['env']): boolean {
  const ci = env['CI'] ?? '';
  return ci !== '' && ci !== 'false' && ci !== '0';
}

function digestOf(written: WrittenConfig): string {
  return `sha256:${createHash('sha256').update(JSON.stringify(written)).digest('hex')}`;
}
