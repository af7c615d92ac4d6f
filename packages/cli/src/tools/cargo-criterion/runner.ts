import { dirname, join } from 'node:path';
import { userError } from '../../user-error.js';
import type { CargoSuite } from '../cargo/cargo-bench.js';
import { cargoBenchRunner } from '../cargo/cargo-bench-runner.js';
import { askCargo } from '../cargo/cargo-facts.js';
import { printedOutput } from '../cargo/printed-output.js';
import { criterionTimes } from '../criterion/timing-flags.js';
import type { ToolRunner } from '../tool-runner.js';

const install = 'Run cargo install cargo-criterion, or use the tool criterion, which needs nothing but Cargo.';
const { output, collect } = printedOutput('messages.ndjson');

/**
 * Criterion.rs by `cargo criterion`, read from the messages it prints. Every round has an empty folder for its history: a benchmark of an earlier run would otherwise
 * be compared with, and named among those of this one.
 */
export const runner: ToolRunner = cargoBenchRunner({
  tool: 'cargo-criterion',
  title: 'cargo-criterion',
  traits: { start: ['cargo', 'criterion'], install: 'cargo install cargo-criterion', filter: 'tool', memory: 'none' },
  verb: 'criterion',
  crate: 'criterion',
  times: { warmup: true, measure: true },
  toolchain: async (suite) => [{ name: 'cargo-criterion', version: await readVersion(suite) }],
  options: ['--message-format=json', '--plotting-backend=disabled'],
  flags: criterionTimes,
  env: (_, path) => ({ fixed: { CRITERION_HOME: homeOf(dirname(path)) } }),
  output,
  async collect(place, result, at) {
    await at.world.files.remove(homeOf(place.folder));
    return collect(place, result, at);
  },
});

function homeOf(folder: string): string {
  return join(folder, 'criterion');
}

/** Its own version; Criterion's, which measures, is the harness's. BNL010 where cargo does not know the command. */
async function readVersion({ cargo, run, world }: CargoSuite): Promise<string | null> {
  if (cargo === null) return null;
  const printed = await askCargo(cargo, ['criterion', '--version'], { run, world });
  if (printed === null) throw userError('BNL010', { tool: 'cargo-criterion', program: 'cargo-criterion', install }, { suite: run.suite.name });
  return /\d+\.\d+\.\d+/.exec(printed)?.[0] ?? null;
}
