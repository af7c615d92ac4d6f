import { resolve } from 'node:path';
import { judgeGate, type GateProject, type JudgedGate } from '@benchline/core/judge';
import type { Commit, Finding } from '@benchline/core/model';
import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';
import { readAccepted } from './accepted-list.js';
import { collectProjects } from './collect-projects.js';
import { refuseCommitted } from './committed-results.js';
import { findResults } from './find-results.js';
import { withEventRaise } from './gate-policy.js';
import { holdToPolicy } from './hold-to-policy.js';
import { lastNumber } from './last-number.js';
import { findNotAffected, type NotAffected } from './not-affected.js';
import { findPolicySource, type PolicySource } from './policy-source.js';
import { linkFindings, readResults, type ReadResult, type ReadResults } from './read-results.js';
import { limitFindings } from './limit-findings.js';
import { readWorkspace, type GateWorkspace } from './read-workspace.js';
import { itselfFindings, staleFindings } from './stale-results.js';

/** What is judged, and by whose policy. */
export interface JudgeOptions {
  /** Folders of downloaded results, searched in place of the workspace's. */
  folders?: readonly string[];
  /** Names of projects that have to report beside those with a config. */
  require?: readonly string[];
  /** Projects with a config need not report: only those that the change affects did run. */
  affectedOnly?: boolean;
  /** Only projects that the change since a base reaches have to report, as Nx or Turborepo says; true: since the merge base. */
  affected?: string | true;
  /** The commit whose policy holds; auto: the merge base. */
  policyRef?: string;
  on?: string;
  /** The exit code is 0 whatever was found. */
  advisory?: boolean;
}

/** Judges the results of all projects of the workspace together, by the policy in force. */
export async function judgeWorkspace(world: World, root: string, options: JudgeOptions): Promise<JudgedGate> {
  const commit = await world.git.commit(root);
  const source = await findPolicySource(world, { root, commit, policyRef: options.policyRef, on: options.on });
  const workspace = await readWorkspace(world, root, source);
  const accepted = await readAccepted(source.world, root);
  const folders = options.folders === undefined || options.folders.length === 0 ? { results: workspace.results, findings: [] } : await downloaded(world, root, options.folders);
  const read = await readFresh(world, folders.results, { root, commit, source });
  const spared = await findSpared(world, root, { affected: options.affected, workspace, source });
  const { projects, findings } = collectProjects({ read, declared: workspace.projects, required: options.require ?? [], affectedOnly: options.affectedOnly ?? false, notAffected: spared.folders });
  refuseNothing(projects.length + read.findings.length + workspace.findings.length, options, root);
  const held = await holdAll(projects, { world, source, workspace, results: read.results });
  return judgeGate({
    projects: held.projects,
    findings: [...source.findings, ...workspace.findings, ...spared.findings, ...folders.findings, ...read.findings, ...findings, ...held.findings, ...staleFindings(read.results, commit), ...itselfFindings(read.results), ...limitFindings(read.results)],
    commit,
    advisory: (options.advisory ?? false) || workspace.event.advisory === true,
    policy: { ...source.policy, accepted: accepted.file },
    accepted: accepted.list,
  });
}

/** The folders with results below those named; the same one twice counts once. */
async function downloaded(world: World, root: string, folders: readonly string[]): Promise<{ results: string[]; findings: Finding[] }> {
  const found = new Set<string>();
  const findings: Finding[] = [];
  for (const folder of folders) {
    const path = resolve(world.cwd, folder);
    if (!(await world.files.exists(path))) throw userError('BNL008', { path, purpose: 'a folder of results' }, { file: path });
    const { results, links } = await findResults(world.files, path, 'download');
    for (const result of results) found.add(result);
    findings.push(...linkFindings(links, root));
  }
  return { results: [...found].sort(), findings };
}

/** Under the policy of a commit, without the results that the change itself has committed. */
async function readFresh(world: World, folders: readonly string[], { root, commit, source }: { root: string; commit: Commit; source: PolicySource }): Promise<ReadResults> {
  const read = await readResults(world, folders, root);
  if (source.world === world || commit.sha === null) return read;
  const { results, findings } = await refuseCommitted(world, read.results, { root, sha: commit.sha });
  return { ...read, results, findings: [...read.findings, ...findings] };
}

/** Without a base of its own the change begins where the task runner was told (NX_BASE), else where the policy's commit is. */
async function findSpared(world: World, root: string, { affected, workspace, source: { policy } }: Pick<Holding, 'workspace' | 'source'> & { affected: JudgeOptions['affected'] | undefined }): Promise<NotAffected> {
  if (affected === undefined) return { folders: new Set(), findings: [] };
  const known = policy.source === 'merge-base' && !world.env['NX_BASE'] ? policy.sha : null;
  return findNotAffected(world, { root, base: affected === true ? known : affected, declared: workspace.projects });
}

/** Nothing measured is not a pass, unless nothing was affected. */
function refuseNothing(found: number, { affectedOnly }: JudgeOptions, root: string): void {
  if (found > 0 || affectedOnly === true) return;
  throw userError('BNL016', { problem: `There is nothing to judge: no project and no result below ${root}`, fix: 'Run benchline compare first, name the folders of the results, or pass --affected-only if a change may affect no project.' });
}

interface Holding {
  world: World;
  source: PolicySource;
  workspace: GateWorkspace;
  results: readonly ReadResult[];
}

async function holdAll(projects: readonly GateProject[], { world, source, workspace, results }: Holding): Promise<{ projects: GateProject[]; findings: Finding[] }> {
  const worlds = { tree: world, reviewed: source.world, ref: source.policy.ref ?? 'the working tree' };
  const held: GateProject[] = [];
  const findings: Finding[] = [];
  for (const project of projects) {
    const declared = workspace.projects.find(({ name }) => name === project.project);
    const own = results.filter(({ value }) => value.project === project.project);
    const one = await holdToPolicy(project, { declared, results: own }, worlds);
    const last = project.notAffected !== undefined && declared !== undefined ? { notAffected: { last: await lastNumber(source.world, declared, own) } } : {};
    held.push(withEventRaise({ ...one.project, ...last }, workspace.event.raise));
    findings.push(...one.findings);
  }
  return { projects: held, findings };
}
