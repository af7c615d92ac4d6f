import { dirname } from 'node:path';
import type { Finding, GateEventConfig } from '@benchline/core/model';
import type { World } from '../ports/world.js';
import { declareProjects, readConfigs, type DeclaredProject, type ReadConfig, type ReadConfigs } from './declared-projects.js';
import { findResults } from './find-results.js';
import { changedGateConfig, eventConfig, readGateConfig } from './gate-policy.js';
import { linkFindings } from './read-results.js';
import type { PolicySource } from './policy-source.js';

/** What a workspace declares, and by which policy its gate judges. */
export interface GateWorkspace {
  projects: DeclaredProject[];
  /** Folders with results, without those of ignored projects. */
  results: string[];
  /** What the gate section says of this event. */
  event: GateEventConfig;
  findings: Finding[];
}

/** Reads the configs that are checked out and, where the policy is a commit's, those of that commit. */
export async function readWorkspace(world: World, root: string, { policy, world: reviewedWorld }: PolicySource): Promise<GateWorkspace> {
  const tree = await findResults(world.files, root, 'workspace');
  const isTree = reviewedWorld === world;
  const own = await readConfigs(world, root, tree.projects);
  const reviewed = isTree ? null : await readReviewed(reviewedWorld, root, own.configs);
  const gateOwn = await readGateConfig(world, root);
  const gate = isTree ? gateOwn : await readGateConfig(reviewedWorld, root);
  const ref = policy.ref ?? 'the working tree';
  const there = new Set(await folderNames(world, reviewed?.configs.map(({ folder }) => folder) ?? []));
  const declared = declareProjects({ own: own.configs, reviewed: reviewed?.configs ?? null, ignore: { reviewed: gate.ignore, own: gateOwn.ignore }, ref, isThere: (folder) => there.has(folder) });
  const kept = new Set(declared.projects.map(({ folder }) => folder));
  const ignored = new Set(own.configs.map(({ folder }) => folder).filter((folder) => !kept.has(folder) && folder !== root));
  return {
    projects: declared.projects,
    results: tree.results.filter((folder) => !ignored.has(dirname(folder))),
    event: eventConfig(gate, policy.on),
    findings: [...own.findings, ...linkFindings(tree.links, root), ...declared.findings, ...(isTree ? [] : changedGateConfig(gateOwn, gate, ref))],
  };
}

/** At the ref a root that only holds defaults is no project, unless it is one here. */
async function readReviewed(world: World, root: string, own: readonly ReadConfig[]): Promise<ReadConfigs> {
  const { configs, findings } = await readConfigs(world, root, (await findResults(world.files, root, 'workspace')).projects);
  const isProject = ({ folder, loaded }: ReadConfig): boolean => folder !== root || loaded.config.suites.length > 0 || own.some((one) => one.folder === root);
  return { configs: configs.filter(isProject), findings };
}

/** Of these folders those in which anything but results stands. */
async function folderNames({ files }: World, folders: readonly string[]): Promise<string[]> {
  const there = await Promise.all(folders.map(async (folder) => ((await files.entries(folder)).some(({ name }) => name !== '.benchline' && name !== 'node_modules') ? [folder] : [])));
  return there.flat();
}
