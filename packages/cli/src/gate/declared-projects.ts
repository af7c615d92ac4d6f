import { relative } from 'node:path';
import { strictestRaise } from '@benchline/core/judge';
import { createFinding, matchesPattern, type ExitCode, type Finding, type GatedProject } from '@benchline/core/model';
import { loadConfig, type LoadedConfig } from '../config/load-config.js';
import type { World } from '../ports/world.js';
import { UserError } from '../user-error.js';

/** A project that has a config. */
export interface DeclaredProject {
  name: string;
  folder: string;
  /** The folder relative to the workspace. */
  shown: string;
  raise: Readonly<Record<string, ExitCode>>;
  /** Its config as it is checked out; null: it is there no more. */
  own: LoadedConfig | null;
  /** Its config at the policy ref; null: it has none there, or the policy is the working tree's. */
  reviewed: LoadedConfig | null;
  origin: NonNullable<GatedProject['policy']>;
}

/** A config that could be read. */
export interface ReadConfig {
  folder: string;
  shown: string;
  loaded: LoadedConfig;
}

/** Configs, and what is wrong with those that could not be read. */
export interface ReadConfigs {
  configs: ReadConfig[];
  findings: Finding[];
}

/**
 * The configs of a workspace: every folder with one below its root, or the root itself where it is the only one. A config that cannot be used is told, and the others are
 * read all the same.
 */
export async function readConfigs(world: World, root: string, folders: readonly string[]): Promise<ReadConfigs> {
  const below = folders.filter((folder) => folder !== root);
  const configs: ReadConfig[] = [];
  const findings: Finding[] = [];
  for (const folder of below.length > 0 ? below : folders) {
    try {
      configs.push({ folder, shown: relative(root, folder).replaceAll('\\', '/') || '.', loaded: await loadConfig(world, { project: folder }) });
    } catch (cause) {
      if (!(cause instanceof UserError)) throw cause;
      findings.push(...cause.findings);
    }
  }
  return { configs, findings };
}

export interface Declarations {
  /** As it is checked out. */
  own: readonly ReadConfig[];
  /** At the policy ref; null: the policy is the working tree's. */
  reviewed: readonly ReadConfig[] | null;
  /** Folders that are no projects: patterns that were reviewed, and those of the checked-out tree, which hold for what is new. */
  ignore: { reviewed: readonly string[]; own: readonly string[] };
  /** What the policy ref is called. */
  ref: string;
  /** Whether anything stands in a folder. */
  isThere(folder: string): boolean;
}

/**
 * Projects with the config that was reviewed beside their own: by folder, else by name (a project that moved). One that is new is judged by its own. One whose config is gone still
 * has to report as long as its folder is there; with its folder it is told as removed.
 */
export function declareProjects({ own, reviewed, ignore, ref, isThere }: Declarations): { projects: DeclaredProject[]; findings: Finding[] } {
  const isIgnored = (patterns: readonly string[], shown: string): boolean => patterns.some((pattern) => matchesPattern(pattern, shown));
  const before = (reviewed ?? []).filter(({ shown }) => !isIgnored(ignore.reviewed, shown));
  const twins = new Map(own.map((one) => [one, twinOf(one, before, own)]));
  const kept = own.filter((one) => !isIgnored(ignore.reviewed, one.shown) && (twins.get(one) !== null || !isIgnored(ignore.own, one.shown)));
  const gone = before.filter((one) => ![...twins.values()].includes(one));
  const present = kept.map((one) => declared(one, twins.get(one) ?? null, reviewed === null));
  return {
    projects: [...present, ...gone.filter(({ folder }) => isThere(folder)).map(lost)],
    findings: gone.map(({ shown, loaded }) => createFinding('BNL056', { removed: `a config of ${loaded.config.project} in ${shown}`, ref })),
  };
}

function twinOf({ folder, loaded }: ReadConfig, before: readonly ReadConfig[], own: readonly ReadConfig[]): ReadConfig | null {
  const inPlace = before.find((other) => other.folder === folder);
  const moved = before.find((other) => other.loaded.config.project === loaded.config.project && !own.some((one) => one.folder === other.folder));
  return inPlace ?? moved ?? null;
}

function declared({ folder, shown, loaded }: ReadConfig, twin: ReadConfig | null, isTree: boolean): DeclaredProject {
  const { policy, project } = loaded.config;
  const raise = twin === null ? policy.raise : strictestRaise(policy.raise, twin.loaded.config.policy.raise);
  return { name: project, folder, shown, raise, own: loaded, reviewed: twin?.loaded ?? null, origin: isTree ? 'working-tree' : twin === null ? 'own' : 'ref' };
}

function lost({ folder, shown, loaded }: ReadConfig): DeclaredProject {
  return { name: loaded.config.project, folder, shown, raise: loaded.config.policy.raise, own: null, reviewed: loaded, origin: 'ref' };
}
