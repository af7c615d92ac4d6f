import { join } from 'node:path';
import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';
import type { SideFolder } from './side.js';

const limitMs = 30 * 60_000;

/** The part of Nx's project graph that is used. */
interface Graph {
  graph: { nodes: Record<string, { data?: { targets?: Record<string, unknown> } }>; dependencies: Record<string, { target: string }[]> };
}

/** Builds a project of an Nx workspace, and what it depends on, through the task graph, so that what was built before comes from the cache. Nothing where no such project has a build target. */
export async function buildThroughNx(world: World, { side, project, env }: { side: SideFolder; project: string; env: World['env'] }): Promise<void> {
  const nx = join(side.root, 'node_modules/.bin/nx');
  if (!(await world.files.exists(join(side.root, 'nx.json'))) || !(await world.files.exists(nx))) return;
  const output = join(side.root, '..', `${side.side}-graph.json`);
  const run = (args: readonly string[]): Promise<void> => runNx(world, { nx, args, cwd: side.root, env });
  await run(['graph', `--file=${output}`]);
  const { graph } = JSON.parse(await world.files.readText(output)) as Graph;
  const builds = closureOf(graph, project).filter((name) => graph.nodes[name]?.data?.targets?.['build'] !== undefined);
  if (builds.length > 0) await run(['run-many', '--target=build', `--projects=${builds.join(',')}`]);
}

/** A project and all it depends on. */
function closureOf({ nodes, dependencies }: Graph['graph'], project: string): string[] {
  const found = new Set(nodes[project] === undefined ? [] : [project]);
  for (const name of found) for (const { target } of dependencies[name] ?? []) if (nodes[target] !== undefined) found.add(target);
  return [...found];
}

async function runNx(world: World, { nx, args, cwd, env }: { nx: string; args: readonly string[]; cwd: string; env: World['env'] }): Promise<void> {
  const { outcome, code, stdout, stderr } = await world.processes.run({ program: nx, args, cwd, env, timeoutMs: limitMs, signal: world.signal });
  if (outcome === 'aborted') throw userError('BNL021', { signal: String(world.signal.reason ?? 'a signal') });
  if (outcome === 'exited' && code === 0) return;
  const lines = `${stdout}\n${stderr}`.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  throw userError('BNL011', { command: `nx ${args[0] ?? ''}`, outcome: `it ended with ${outcome === 'exited' ? `code ${code ?? 'unknown'}` : outcome}; it said: ${lines.slice(-3).join(' ').slice(0, 400).replace(/\.$/, '')}` });
}
