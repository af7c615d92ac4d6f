import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { CreateNodesV2 } from '@nx/devkit';
import type { Figure } from './figure.js';
import { interleaved, medianOf, type MeasuredCommand } from './timed-run.js';

const repository = join(__dirname, '..', '..');
const projectCount = 1000;
const nxJson = { analytics: false, neverConnectToCloud: true, namedInputs: { default: ['{projectRoot}/**/*'] } };

/** What the plugin adds to building the graph of 1,000 projects: its own function in this process, and the whole of `nx graph` with and without it. */
export async function graph(folder: string): Promise<Figure[]> {
  const own = await inferenceTimes(writeWorkspace(join(folder, 'inferred'), true));
  const [without, withPlugin] = await interleaved([writeWorkspace(join(folder, 'without'), false), writeWorkspace(join(folder, 'with'), true)].map(buildGraph), 5);
  const wall = [without, withPlugin].map((runs) => medianOf(runs!.map(({ wallMs }) => wallMs)));
  const added = wall[1]! - wall[0]!;
  return [
    { what: `inferring the targets of one of ${projectCount.toLocaleString('en')} projects`, measured: medianOf(own) / projectCount, bound: 5, unit: 'ms', how: `\`createNodes\` over all of them in one process: ${medianOf(own).toFixed(0)} ms, median of ${own.length}; half of them crates` },
    { what: 'what the plugin adds to `nx graph`, a project', measured: added / projectCount, bound: 5, unit: 'ms', how: `whole processes, no daemon, no cached graph: ${(wall[1]! / 1000).toFixed(1)} s with the plugin, ${(wall[0]! / 1000).toFixed(1)} s without it, medians of 5 in turns` },
  ];
}

/** A workspace of crates and packages, each with a config; Nx and the plugin are this repository's. */
function writeWorkspace(root: string, registers: boolean): string {
  const write = (path: string, content: unknown) => writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content));
  mkdirSync(root, { recursive: true });
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
  write('package.json', { name: 'graph', private: true, devDependencies: { '@benchline/nx': '*' } });
  write('nx.json', { ...nxJson, plugins: registers ? ['@benchline/nx'] : [] });
  for (let index = 0; index < projectCount; index += 1) {
    const project = `projects/p${index}`;
    mkdirSync(join(root, project), { recursive: true });
    write(`${project}/project.json`, { name: `p${index}` });
    const isCrate = index % 2 === 0;
    if (isCrate) write(`${project}/Cargo.toml`, manifest(index));
    write(`${project}/benchline.json`, { suites: [{ name: 'main', tool: isCrate ? 'criterion' : 'tinybench' }], compare: { stored: { warn: '10%', fail: '25%' } } });
  }
  return root;
}

/** Crates depend on others in the shape of a tree, four on each. */
function manifest(index: number): string {
  const base = 2 * Math.floor(index / 8);
  return `[package]\nname = "p${index}"\n[dependencies]\n${base === index ? '' : `p${base} = { path = "../p${base}" }\n`}`;
}

/** Milliseconds of `createNodes` over every config, each run from the start. */
async function inferenceTimes(root: string): Promise<number[]> {
  const { createNodesV2 } = createRequire(__filename)(join(repository, 'packages/nx')) as { createNodesV2: CreateNodesV2 };
  const files = Array.from({ length: projectCount }, (_, index) => `projects/p${index}/benchline.json`);
  const times: number[] = [];
  for (let run = 0; run < 7; run += 1) {
    const started = process.hrtime.bigint();
    await createNodesV2[1](files, undefined, { workspaceRoot: root, nxJsonConfiguration: nxJson });
    times.push(Number(process.hrtime.bigint() - started) / 1e6);
  }
  return times;
}

function buildGraph(root: string): MeasuredCommand {
  const cache = join(root, '.nx');
  if (existsSync(cache)) rmSync(cache, { recursive: true });
  const env = { CI: 'true', NX_DAEMON: 'false', NX_CACHE_PROJECT_GRAPH: 'false', NX_CACHE_DIRECTORY: join(cache, 'cache'), NX_WORKSPACE_DATA_DIRECTORY: join(cache, 'data') };
  return { program: process.execPath, args: [join(repository, 'node_modules/nx/dist/bin/nx.js'), 'graph', '--file=graph.json'], cwd: root, env };
}
