import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createFinding } from '@benchline/core/model';
import { distFolder } from '../../dist-folder.js';
import { packageVersion } from '../../package-version.js';
import { listMark, type PerfJob } from '../../harness/child-job.js';
import type { World } from '../../ports/world.js';
import { userError } from '../../user-error.js';
import { exactFilter } from '../exact-filter.js';
import { readFileSources } from '../file-sources.js';
import { placeholderEnv, placeholderValues } from '../placeholders.js';
import { readOutputFile } from '../read-output-file.js';
import { resolvePackage } from '../resolve-package.js';
import { findSuiteFiles } from '../suite-files.js';
import type { ListedBenchmark, SuiteRun, ToolCommand, ToolFacts, ToolRunner } from '../tool-runner.js';
import { nodeKey } from '../toolchain-key.js';

const outputName = 'perf-spec.json';
const specFile = /\.perf\.[cm]?[jt]sx?$/;

/** Performance specs of `benchline/harness`, run by Benchline's own program in a Node process of their own; TypeScript needs no set-up. */
export const runner: ToolRunner = {
  tool: 'perf-spec',
  traits: { start: ['benchline/harness'], install: null, filter: 'tool', memory: 'allocations', key: nodeKey, tags: true },
  choices: () => ({ warmup: true, measure: true, filter: exactFilter }),
  async prepare(run, world) {
    const files = await findSuiteFiles(world.files, run, specFile);
    if (files.length === 0) throw userError('BNL009', { suite: run.suite.name, because: 'there is no *.perf.ts or *.perf.js file' }, { suite: run.suite.name });
    for (const path of files) if (!(await world.files.exists(path))) throw userError('BNL008', { path: relative(run.projectRoot, path), purpose: 'a file of performance specs' }, { suite: run.suite.name });
    const library = await requireEngine(world);
    return {
      facts: factsOf(files, run),
      build: null,
      plan: async ({ folder }) => planRun({ run, files, library, output: join(folder, outputName) }),
      collect: async (place) => ({ files: await readOutputFile(world.files, join(place.folder, outputName), `${place.shown}/${outputName}`), findings: [] }),
      list: () => listSpecs({ run, files, library, output: '' }, world),
      sources: (ids) => readFileSources(world.files, { paths: files, root: run.projectRoot }, ids),
    };
  },
};

function factsOf(files: readonly string[], { suite, projectRoot }: SuiteRun): ToolFacts {
  const finding = createFinding('BNL025', { setting: 'command', tool: 'perf-spec', instead: '"files", the spec files' }, { suite: suite.name });
  return {
    command: ['benchline/harness', ...files.map((path) => relative(projectRoot, path).replaceAll('\\', '/'))],
    harnessVersion: packageVersion,
    toolchain: [{ name: 'node', version: process.versions.node }],
    build: { profile: null, flags: [] },
    findings: suite.command === null ? [] : [finding],
  };
}

async function requireEngine(world: World): Promise<{ version: string; entry: string }> {
  const found = await resolvePackage(world.files, __dirname, 'tinybench');
  if (found !== null) return found;
  throw userError('BNL010', { tool: 'performance specs', program: 'tinybench', install: 'npm install, which brings it with benchline' });
}

interface RunParts {
  run: SuiteRun;
  files: readonly string[];
  library: { version: string; entry: string };
  output: string;
}

function planRun({ run, files, library, output }: RunParts, list = false): ToolCommand {
  const { suite, projectRoot } = run;
  const job: PerfJob = {
    files: [...files],
    root: projectRoot,
    output,
    library: library.entry,
    engine: `tinybench ${library.version}`,
    version: packageVersion,
    filter: suite.filter,
    tags: suite.tags,
    warmupMs: suite.warmupMs,
    measureMs: suite.measureMs,
    allowNonRelease: suite.allowDebug,
    list,
    isRound: false,
  };
  const program = (name: string): string => join(distFolder, 'harness', name);
  const shown = `performance specs (${files.map((path) => relative(projectRoot, path)).join(', ')})`;
  const env = { ...placeholderEnv(placeholderValues(suite, output)), ...suite.env };
  return { program: process.execPath, args: ['--import', pathToFileURL(program('register-typescript.js')).href, program('child.js'), JSON.stringify(job)], env, shown };
}

/** Loads the files and measures nothing. Throws BNL011 with what a file threw. */
async function listSpecs(parts: RunParts, world: World): Promise<ListedBenchmark[]> {
  const { program, args, env, shown = program } = planRun(parts, true);
  const { run } = parts;
  const result = await world.processes.run({ program, args, cwd: run.folder, env: { ...run.env, ...env }, timeoutMs: run.suite.timeoutMs, signal: world.signal });
  const line = result.stdout.split('\n').find((text) => text.startsWith(listMark));
  if (result.code === 0 && line !== undefined) return JSON.parse(line.slice(listMark.length)) as ListedBenchmark[];
  throw userError('BNL011', { command: shown, outcome: result.stderr.trim().split('\n').at(-1) ?? result.outcome }, { suite: run.suite.name });
}
