import { join } from 'node:path';
import { parseForeignJson } from '@benchline/core/parse';
import type { World } from '../ports/world.js';
import type { RunnerProject } from './affected-projects.js';
import { askTaskRunner, type TaskRunner } from './task-runner.js';

type Answer = { projects: RunnerProject[] } | { unknown: string };

interface Item {
  name?: unknown;
  path?: unknown;
}

/** Packages that Turborepo calls affected since a commit. `turbo run --affected` would measure everything where it cannot tell; the query fails instead. */
export async function askTurbo(world: World, runner: TaskRunner, sha: string): Promise<Answer> {
  const asked = await askTaskRunner(world, runner, ['query', 'affected', '--packages', '--base', sha]);
  if ('unknown' in asked) return asked;
  const items = readItems(asked.answer, (value) => (value as { data?: { affectedPackages?: { items?: unknown } } }).data?.affectedPackages?.items);
  return items === null ? { unknown: 'turbo query affected did not print a list of packages' } : { projects: projectsOf(items, runner.root) };
}

/** Every package of the workspace. */
export async function turboProjects(world: World, runner: TaskRunner): Promise<Answer> {
  const asked = await askTaskRunner(world, runner, ['ls', '--output=json']);
  if ('unknown' in asked) return asked;
  const items = readItems(asked.answer, (value) => (value as { packages?: { items?: unknown } }).packages?.items);
  return items === null ? { unknown: 'turbo ls did not print a list of packages' } : { projects: projectsOf(items, runner.root) };
}

function readItems(text: string, pick: (value: object) => unknown): Item[] | null {
  const parsed = parseForeignJson(text.slice(Math.max(text.indexOf('{'), 0)), 'list of packages');
  const items = 'value' in parsed && typeof parsed.value === 'object' && parsed.value !== null ? pick(parsed.value) : null;
  return Array.isArray(items) ? items.filter((item): item is Item => typeof item === 'object' && item !== null) : null;
}

/** The root package has a path of no letters, or none. */
function projectsOf(items: readonly Item[], root: string): RunnerProject[] {
  return items.flatMap(({ name, path }) => (typeof name === 'string' ? [{ name, folder: join(root, typeof path === 'string' ? path : '') }] : []));
}
