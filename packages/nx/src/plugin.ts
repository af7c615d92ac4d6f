import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { CreateNodesContextV2, CreateNodesResultArray, CreateNodesV2, ProjectConfiguration } from '@nx/devkit';
import { configFiles, isConfig } from './config-files.js';
import { CrateGraph } from './crate-graph.js';
import { inferTargets, type InferenceFacts } from './infer-targets.js';
import { name } from './plugin-name.js';
import { normalizeHostClass, normalizeInputs, normalizeTargetNames, type PluginOptions } from './plugin-options.js';
import { projectName, withoutCollisions } from './project-name.js';
import { readConfigFacts } from './read-config-facts.js';
import { isBuiltByCargo } from './tool-inputs.js';
import type { ConfigFacts } from './config-facts.js';

/** A config file that stands for a project. */
interface Found {
  file: string;
  root: string;
  config: ConfigFacts;
}

export { name };

/** Infers targets where a config file stands. Never fails: what is wrong with a file is told by the target that needs it. */
export const createNodesV2: CreateNodesV2<PluginOptions> = [
  configFiles,
  async (files, options, context): Promise<CreateNodesResultArray> => {
    const found = await Promise.all(files.filter(isConfig).map(async (file) => ({ file, root: dirname(file), config: await readConfigFacts(join(context.workspaceRoot, file)) })));
    const projects = found.filter(isProject);
    const names = withoutCollisions(projects.map(({ root, config }) => ({ root, name: projectName(join(context.workspaceRoot, root), config.project) })));
    const workspace = workspaceFacts(files, options, context);
    const graph = new CrateGraph(readInWorkspace(context.workspaceRoot));
    return projects.map(({ file, root, config }) => {
      const crates = isBuiltByCargo(config.tools) ? graph.closure(root) : [];
      const targets = inferTargets({ ...workspace, config, crates, projectRoot: root });
      const metadata = { technologies: [...config.tools], targetGroups: { Benchmarks: Object.keys(targets) } };
      const project: ProjectConfiguration = { name: names.get(root) ?? basename(root), root, targets, metadata };
      return [file, { projects: { [root]: project } }];
    });
  },
];

/** Nx 23 and later ask for this name first, Nx 22 for the other. */
export const createNodes = createNodesV2;

/** At the workspace's root a file without suites holds shared defaults; anywhere else it is a project's. */
function isProject({ root, config }: Found): boolean {
  return root !== '.' || config.hasSuites;
}

function workspaceFacts(files: readonly string[], options: PluginOptions | undefined, context: CreateNodesContextV2): Omit<InferenceFacts, 'config' | 'crates' | 'projectRoot'> {
  return {
    names: normalizeTargetNames(options),
    cacheKey: options?.cacheKey === 'commit' ? 'commit' : 'content',
    sharedConfig: files.find((file) => dirname(file) === '.') ?? null,
    hasProductionInputs: context.nxJsonConfiguration.namedInputs?.['production'] !== undefined,
    isInstalled: isInstalled(context.workspaceRoot),
    inputs: normalizeInputs(options),
    hostClass: normalizeHostClass(options),
    sync: options?.sync === true,
  };
}

function readInWorkspace(workspaceRoot: string): (path: string) => string | null {
  return (path) => {
    try {
      return readFileSync(join(workspaceRoot, path), 'utf8');
    } catch {
      return null;
    }
  };
}

/** Nx fails on an input that names a package it does not know, so the package must lie in node_modules and stand in package.json. */
function isInstalled(workspaceRoot: string): boolean {
  const manifest = join(workspaceRoot, 'package.json');
  if (!__dirname.includes('node_modules') || !existsSync(manifest)) return false;
  try {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, Record<string, string> | undefined>;
    return dependencies?.[name] !== undefined || devDependencies?.[name] !== undefined;
  } catch {
    return false;
  }
}
