import { dirname, join } from 'node:path';
import type { NamedVersion, ToolName } from '@benchline/core/model';
import type { ToolRunner } from '../tool-runner.js';
import { readToolVersion } from '../tool-version.js';
import { readValgrind } from '../valgrind-version.js';
import type { CargoSuite } from './cargo-bench.js';
import { cargoBenchRunner } from './cargo-bench-runner.js';
import { locateWorkspace, setsVariable } from './cargo-facts.js';
import { printedOutput } from './printed-output.js';

/** iai-callgrind or gungraun: the crate, what its variables begin with, and the program that has to have the crate's version. */
export interface ValgrindBench {
  tool: ToolName;
  prefix: string;
  program: string;
}

const measures = 'nothing: each benchmark runs once under valgrind, and its counts repeat';

/**
 * Benchmarks that `cargo bench` runs under valgrind, read from the summaries they print. Every round has an empty folder for valgrind's files: without
 * it the tool compares with whatever ran last, also with a run that had regressed, and may end with code 3. Variables say so, as no other harness reads them.
 */
export function valgrindBenchRunner({ tool, prefix, program }: ValgrindBench): ToolRunner {
  const { output, collect } = printedOutput('summaries.ndjson');
  return cargoBenchRunner({
    tool,
    title: tool,
    traits: { start: ['cargo', 'bench'], install: `Install valgrind and cargo install ${program}, of the version of the crate ${tool}`, filter: 'read', memory: 'allocations' },
    crate: tool,
    times: { warmup: measures, measure: measures },
    toolchain: async (suite) => [await readPrograms({ tool, prefix, program }, suite)],
    // A limit of the benchmarks' own was crossed. It is not Benchline's; the values are whole.
    endsWell: [3],
    output,
    env: (_, path) => ({ fixed: { [`${prefix}_OUTPUT_FORMAT`]: 'json', [`${prefix}_HOME`]: homeOf(dirname(path)) } }),
    async collect(place, result, at) {
      await at.world.files.remove(homeOf(place.folder));
      return collect(place, result, at);
    },
  });
}

function homeOf(folder: string): string {
  return join(folder, 'valgrind');
}

/** valgrind's version; that of the program is the crate's, or the tool itself refuses to run. A project may name the program by a variable, which then need not be on PATH. */
async function readPrograms({ tool, prefix, program }: ValgrindBench, { cargo, run, world }: CargoSuite): Promise<NamedVersion> {
  const valgrind = await readValgrind(tool, { run, world });
  const variable = `${prefix}_RUNNER`;
  const workspace = cargo === null ? run.folder : await locateWorkspace(cargo, run, world);
  if (run.env[variable] === undefined && !(await setsVariable(variable, workspace, { run, world }))) {
    await readToolVersion({ tool, program, install: `Run cargo install ${program} --version with the version of ${tool} in Cargo.lock.` }, run, { world });
  }
  return valgrind;
}
