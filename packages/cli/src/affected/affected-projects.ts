import type { World } from '../ports/world.js';
import { baseRef } from '../paired/base-ref.js';
import { askNx, nxProjects } from './ask-nx.js';
import { askTurbo, turboProjects } from './ask-turbo.js';
import { findTaskRunner } from './task-runner.js';

export interface AffectedQuestion {
  /** Absolute folder of the workspace. */
  root: string;
  /** A ref; null: that of the pull request, of NX_BASE, else the default branch. In each case the change begins where HEAD left it. */
  base: string | null;
}

/** A project as the task runner calls it; the folder is absolute. */
export interface RunnerProject {
  name: string;
  folder: string;
}

/** Which projects a change reaches, or why nobody can tell: a sentence without its end. Unknown is not "none". */
export type AffectedProjects = { names: string[]; projects: RunnerProject[] } | { unknown: string };

/**
 * Which projects the change since a commit reaches, themselves or through what they depend on: asks the workspace's own Nx (22 or later) or Turborepo (2.x).
 * Projects without benchmarks are among them. Sorted by name.
 */
export async function affectedProjects(world: World, { root, base }: AffectedQuestion): Promise<AffectedProjects> {
  const runner = await findTaskRunner(world, root);
  if (runner === null) return { unknown: 'the workspace has neither Nx nor Turborepo installed, which know what depends on what' };
  const begin = await beginning(world, root, base);
  if ('unknown' in begin) return begin;
  const answer = runner.name === 'nx' ? await askNx(world, runner, begin.sha) : await askTurbo(world, runner, begin.sha);
  if ('unknown' in answer) return answer;
  return sorted(answer.projects);
}

/** Every project that the workspace's task runner knows, with benchmarks or without; null where there is no task runner. */
export async function allProjects(world: World, root: string): Promise<AffectedProjects | null> {
  const runner = await findTaskRunner(world, root);
  if (runner === null) return null;
  const answer = runner.name === 'nx' ? await nxProjects(world, runner) : await turboProjects(world, runner);
  return 'unknown' in answer ? answer : sorted(answer.projects);
}

function sorted(found: readonly RunnerProject[]): AffectedProjects {
  const projects = [...found].sort((a, b) => (a.name < b.name ? -1 : 1));
  return { names: projects.map(({ name }) => name), projects };
}

/** The commit at which the change began. */
export async function beginning(world: World, root: string, base: string | null): Promise<{ sha: string } | { unknown: string }> {
  if ((await world.git.top(root)) === null) return { unknown: 'this is no git repository' };
  const ref = await baseRef(world, root, base ?? 'auto').catch(() => null);
  if (ref === null) return { unknown: 'no default branch can be told' };
  if ((await world.git.resolve(root, ref)) === null) return { unknown: `${ref} is not in this clone` };
  const sha = await world.git.mergeBase(root, ref, 'HEAD');
  return sha === null ? { unknown: `the commit at which HEAD left ${ref} is not in this clone` } : { sha };
}
