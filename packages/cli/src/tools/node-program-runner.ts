import { delimiter, dirname, join } from 'node:path';
import type { Digest } from '@benchline/core/model';
import type { Files } from '../ports/files.js';
import type { World } from '../ports/world.js';
import { digestSource } from './digest-sources.js';
import { programRunner, type ProgramTool } from './program-runner.js';
import { resolvePackage } from './resolve-package.js';
import type { Collected, SuiteRun, ToolCommand, ToolRunner } from './tool-runner.js';
import { readVersionOf } from './tool-version.js';

const runtimeInstall = 'Install Node.js from https://nodejs.org.';

/** A tool of the JavaScript world: installed in the project, or a part of its runtime. Of `output` and the files `beside` it the first that is there is read. */
export interface NodeProgramTool extends ProgramTool {
  /** The npm package whose version is the tool's; null: `version` or the output tells it. */
  library: string | null;
  /** The runtime whose version the numbers depend on; null: it is the tool itself. */
  runtime: 'node' | null;
  /** Ids begin with the path of the benchmark's file below the project, then " > ": so its source is known. */
  idsNameFiles: boolean;
}

/** The runner of such a tool. Programs of the project's node_modules stand before those of PATH, as they do in npm's scripts; nothing is ever fetched. */
export function nodeProgramRunner(tool: NodeProgramTool): ToolRunner {
  return {
    ...programRunner(tool),
    async prepare(run, world) {
      const path = await localPath(run, world.files);
      const local = { ...run, env: { ...run.env, ...path } };
      const installed = tool.library === null ? null : await resolvePackage(world.files, run.folder, tool.library);
      const prepared = await programRunner(installed === null ? tool : { ...tool, version: () => null }).prepare(local, world);
      const { facts } = prepared;
      const toolchain = tool.runtime === null ? [] : [{ name: tool.runtime, version: await readVersionOf([tool.runtime, '--version'], { tool: tool.tool, install: runtimeInstall }, { run: local, world }) }];
      return {
        ...prepared,
        facts: { ...facts, harnessVersion: installed?.version ?? facts.harnessVersion, toolchain: [...facts.toolchain, ...toolchain] },
        plan: async (place) => withVariables(await prepared.plan(place), path),
        collect: async (place, result) => firstFile(await prepared.collect(place, result)),
        ...(tool.idsNameFiles ? { sources: (ids) => readFileSources(run, ids, world) } : {}),
      };
    },
  };
}

function firstFile({ files, findings }: Collected): Collected {
  return { files: files.slice(0, 1), findings };
}

function withVariables(command: ToolCommand, variables: Readonly<Record<string, string>>): ToolCommand {
  return { ...command, env: { ...command.env, ...variables } };
}

/** PATH, with the folders of programs that npm makes from the suite's folder upwards before it. */
export async function localPath({ folder, env }: Pick<SuiteRun, 'folder' | 'env'>, files: Pick<Files, 'exists'>): Promise<Record<string, string>> {
  const found: string[] = [];
  for (let at = folder; ; at = dirname(at)) {
    const programs = join(at, 'node_modules/.bin');
    if (await files.exists(programs)) found.push(programs);
    if (at === dirname(at)) break;
  }
  if (found.length === 0) return {};
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  return { [name]: [...found, ...(env[name] === undefined ? [] : [env[name]])].join(delimiter) };
}

/** The digest of each benchmark's file, where the id's path leads to one. */
async function readFileSources({ projectRoot }: SuiteRun, ids: readonly string[], { files }: World): Promise<Map<string, Digest>> {
  const digests = new Map<string, Digest | null>();
  const found = new Map<string, Digest>();
  for (const id of ids) {
    const path = id.split(' > ')[0] ?? '';
    if (!digests.has(path)) digests.set(path, await digestSource(files, join(projectRoot, path)));
    const digest = digests.get(path) ?? null;
    if (digest !== null) found.set(id, digest);
  }
  return found;
}
