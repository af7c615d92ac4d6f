import { join, relative } from 'node:path';
import { createFinding } from '@benchline/core/model';
import { distFolder } from '../../dist-folder.js';
import type { World } from '../../ports/world.js';
import { userError } from '../../user-error.js';
import { placeholderEnv, placeholderValues, fillPlaceholders, hasPlaceholder } from '../placeholders.js';
import { exactFilter } from '../exact-filter.js';
import { readOutputFile } from '../read-output-file.js';
import { readFileSources } from '../file-sources.js';
import { resolvePackage } from '../resolve-package.js';
import { findSuiteFiles } from '../suite-files.js';
import type { RoundPlace, SuiteRun, ToolCommand, ToolFacts, ToolRunner } from '../tool-runner.js';
import { nodeKey } from '../toolchain-key.js';
import { typescriptArguments } from './typescript-loader.js';

const outputName = 'tinybench.json';
const benchFile = /\.bench\.[cm]?[jt]s$/;

/** JavaScript benchmarks on tinybench, run by Benchline's own small program in a Node process of their own. */
export const runner: ToolRunner = {
  tool: 'tinybench',
  traits: { start: ['tinybench'], install: 'npm install --save-dev tinybench', filter: 'tool', memory: 'none', key: nodeKey },
  choices: (command) => (command !== null && hasPlaceholder(command, 'output') ? { warmup: false, measure: false, filter: null } : { warmup: true, measure: true, filter: exactFilter }),
  async prepare(run, world) {
    const files = await findSuiteFiles(world.files, run, benchFile);
    if (files.length === 0) throw userError('BNL009', { suite: run.suite.name, because: 'there is no *.bench.ts or *.bench.js file' }, { suite: run.suite.name });
    for (const path of files) if (!(await world.files.exists(path))) throw userError('BNL008', { path: relative(run.projectRoot, path), purpose: 'a benchmark file of the suite' }, { suite: run.suite.name });
    const library = await chooseLibrary(run, world);
    const loader = files.some((path) => /ts$/.test(path)) ? await typescriptLoader(run, world) : [];
    return {
      facts: factsOf(library.version, files, run),
      build: null,
      plan: async (place) => planRun({ run, place, files, library: library.entry, loader }),
      collect: async (place) => ({ files: await readOutputFile(world.files, join(place.folder, outputName), `${place.shown}/${outputName}`), findings: [] }),
      sources: (ids) => readFileSources(world.files, { paths: files, root: run.projectRoot }, ids),
    };
  },
};

function factsOf(version: string, files: readonly string[], { suite, projectRoot }: SuiteRun): ToolFacts {
  const command = suite.command ?? ['tinybench', ...files.map((path) => relative(projectRoot, path))];
  const odd = suite.command === null || hasPlaceholder(suite.command, 'output');
  const finding = createFinding('BNL025', { setting: 'command', tool: 'tinybench', instead: '"files", or write {output} in the command' }, { suite: suite.name });
  return {
    command,
    harnessVersion: version,
    toolchain: [{ name: 'node', version: process.versions.node }],
    build: { profile: null, flags: [] },
    findings: odd ? [] : [finding],
  };
}

/** The project's tinybench where its interface is the one used here, else Benchline's own. */
async function chooseLibrary(run: SuiteRun, world: World): Promise<{ version: string; entry: string }> {
  const own = await resolvePackage(world.files, run.folder, 'tinybench');
  if (own !== null && Number(own.version.split('.')[0]) >= 6) return own;
  const ours = await resolvePackage(world.files, __dirname, 'tinybench');
  if (ours !== null) return ours;
  throw userError('BNL010', { tool: `suite ${run.suite.name}`, program: 'tinybench', install: 'npm install --save-dev tinybench' }, { suite: run.suite.name });
}

async function typescriptLoader(run: SuiteRun, world: World): Promise<string[]> {
  const loader = await typescriptArguments(world.files, run.folder, nodeStripsTypes());
  if (loader !== null) return loader;
  const problem = { tool: 'loading *.bench.ts with this version of Node', program: 'tsx', install: 'npm install --save-dev tsx (or write the benchmarks in JavaScript, or use Node 22.18 or newer).' };
  throw userError('BNL010', problem, { suite: run.suite.name });
}

function nodeStripsTypes(): boolean {
  return Boolean((process.features as { typescript?: unknown }).typescript);
}

interface RunParts {
  run: SuiteRun;
  place: RoundPlace;
  files: readonly string[];
  library: string;
  loader: readonly string[];
}

function planRun({ run, place, files, library, loader }: RunParts): ToolCommand {
  const { suite } = run;
  const output = join(place.folder, outputName);
  const values = placeholderValues(suite, output);
  const env = { ...placeholderEnv(values), ...suite.env };
  if (suite.command !== null && hasPlaceholder(suite.command, 'output')) {
    const [program, ...args] = fillPlaceholders(suite.command, values) as [string, ...string[]];
    return { program, args, env };
  }
  const shown = `tinybench (${files.map((path) => relative(run.projectRoot, path)).join(', ')})`;
  const job = { files, root: run.projectRoot, output, library, filter: suite.filter, seed: suite.seed, dataset: suite.dataset, threads: suite.threads, warmupMs: suite.warmupMs, measureMs: suite.measureMs };
  return { program: process.execPath, args: [...loader, join(distFolder, 'tools/tinybench/child.js'), JSON.stringify(job)], env, shown };
}
