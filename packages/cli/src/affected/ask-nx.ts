import { join } from 'node:path';
import { parseForeignJson } from '@benchline/core/parse';
import type { World } from '../ports/world.js';
import type { RunnerProject } from './affected-projects.js';
import { askTaskRunner, type TaskRunner } from './task-runner.js';

type Answer = { projects: RunnerProject[] } | { unknown: string };

/** Projects that Nx calls affected since a commit; uncommitted changes count. */
export async function askNx(world: World, runner: TaskRunner, sha: string): Promise<Answer> {
  const asked = await askTaskRunner(world, runner, ['show', 'projects', '--affected', `--base=${sha}`, '--json']);
  if ('unknown' in asked) return asked;
  const affected = readNames(asked.answer);
  if (affected === null) return { unknown: 'nx show projects did not print a list of names' };
  const all = await nxProjects(world, runner);
  return 'unknown' in all ? all : { projects: all.projects.filter(({ name }) => affected.has(name)) };
}

/** Every project of the workspace under the name that Nx gives it. */
export async function nxProjects(world: World, runner: TaskRunner): Promise<Answer> {
  const folder = await world.files.makeTemporaryFolder('benchline-graph-');
  try {
    const file = join(folder, 'graph.json');
    const asked = await askTaskRunner(world, runner, ['graph', `--file=${file}`]);
    if ('unknown' in asked) return asked;
    const parsed = parseForeignJson(await world.files.readText(file), 'project graph');
    const nodes = 'value' in parsed ? (parsed.value as { graph?: { nodes?: Record<string, { data?: { root?: unknown } }> } } | null)?.graph?.nodes : undefined;
    if (nodes === undefined) return { unknown: 'nx graph did not write a graph' };
    return { projects: Object.entries(nodes).flatMap(([name, { data }]) => (typeof data?.root === 'string' ? [{ name, folder: join(runner.root, data.root) }] : [])) };
  } finally {
    await world.files.remove(folder);
  }
}

function readNames(text: string): ReadonlySet<string> | null {
  const parsed = parseForeignJson(text.slice(Math.max(text.indexOf('['), 0)), 'list of projects');
  return 'value' in parsed && Array.isArray(parsed.value) ? new Set(parsed.value.filter((name): name is string => typeof name === 'string')) : null;
}
