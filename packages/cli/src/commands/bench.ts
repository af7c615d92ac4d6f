import { resolve } from 'node:path';
import type { CommandDefinition, CommandResult, ProjectOptions } from '../command-definition.js';
import { declareProjectOptions } from '../command-definition.js';
import { loadConfig } from '../config/load-config.js';
import { applyKnobs, chooseSuites, declareKnobs, type Knobs } from '../measure/knobs.js';
import { refuseToMeasure } from '../measure/may-measure.js';
import { listBenchmarks } from '../measure/list-benchmarks.js';
import { measureProject } from '../measure/measure-project.js';
import { parsePositiveDuration } from '../measure/knob-values.js';
import { presentReport } from '../measure/present-report.js';
import type { World } from '../ports/world.js';
import { checkProvenanceFile } from '../turbo/check-provenance-file.js';

export interface BenchOptions extends ProjectOptions, Knobs {
  /** Suites to measure; default: all. */
  suite?: readonly string[];
  /** Total time for rounds, for instance "10 min". */
  timeBudget?: string;
  /** Say what would be measured, and measure nothing. */
  list?: boolean;
  /** Report file; default: .benchline/report.json. */
  output?: string;
  /** Fails rather than measures: the task cache should have had the result. */
  requireCached?: boolean;
  /** Tells on stderr what tools, builds and servers print. */
  verbose?: boolean;
}

/** Measures the project's suites and writes the report. Nothing is written unless every suite ran to its end. */
export async function runBench(options: BenchOptions, world: World): Promise<CommandResult> {
  const loaded = await loadConfig(world, options);
  refuseToMeasure(world, loaded.config.project, options.requireCached);
  const suites = chooseSuites(loaded, options.suite ?? []).map((suite) => applyKnobs(suite, options));
  await checkProvenanceFile(world, loaded, suites.map(({ tool }) => tool));
  const timeBudgetMs = options.timeBudget === undefined ? null : parsePositiveDuration('--time-budget', options.timeBudget);
  if (options.list === true) return listBenchmarks(suites, loaded, world);
  const output = options.output === undefined ? null : resolve(world.cwd, options.output);
  const written = await measureProject({ loaded, suites, timeBudgetMs, output, verbose: options.verbose === true }, world);
  return presentReport(written, loaded, world);
}

export const benchCommand: CommandDefinition<BenchOptions> = {
  name: 'bench',
  summary: 'measure the project and write its report',
  examples: [
    { line: 'benchline bench', does: 'measure every suite of the project' },
    { line: 'benchline bench --filter decode --rounds 5', does: 'measure some benchmarks, each in five processes' },
    { line: 'benchline bench --suite core --time-budget "10 min"', does: 'measure one suite, within a time' },
  ],
  declare(command) {
    command.option('--suite <name...>', 'measure these suites only');
    declareKnobs(command);
    command
      .option('--time-budget <time>', 'begin no round that would exceed this measuring time, for instance "10 min"')
      .option('--list', 'say which benchmarks would be measured, where the tool can tell, and measure nothing')
      .option('--verbose', 'show on stderr every line that the tools, builds and servers print')
      .option('--output <file>', 'write the report here, default: .benchline/report.json')
      .option('--require-cached', 'fail rather than measure; with Nx and Turborepo set BENCHLINE_REQUIRE_CACHED=1 instead, since options are part of a task\'s key');
    declareProjectOptions(command);
  },
  run: ({ options }, world) => runBench(options, world),
};
