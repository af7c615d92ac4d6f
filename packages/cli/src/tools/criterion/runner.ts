import { join } from 'node:path';
import { createFinding } from '@benchline/core/model';
import { userError } from '../../user-error.js';
import { cargoBenchRunner, type CargoTool } from '../cargo/cargo-bench-runner.js';
import type { ToolRunner } from '../tool-runner.js';
import { criterionTimes } from './timing-flags.js';
import { findRepeatedIds, pruneCriterionFolder, readCriterionFiles } from './criterion-files.js';

const homeName = 'criterion';

/** Criterion.rs by `cargo bench`, read from the files it writes into a folder of its own (CRITERION_HOME). */
export const runner: ToolRunner = cargoBenchRunner({
  tool: 'criterion',
  title: 'Criterion',
  traits: { start: ['cargo', 'bench'], install: 'Install Rust: https://rustup.rs', filter: 'tool', memory: 'none' },
  crate: 'criterion',
  times: { warmup: true, measure: true },
  flags: criterionTimes,
  output: homeName,
  env: (_, home) => ({ fixed: { CRITERION_HOME: home } }),
  collect: collectFiles,
});

async function collectFiles(...[place, result, { run, world }]: Parameters<CargoTool['collect']>): ReturnType<CargoTool['collect']> {
  const failure = writeFailure(`${result.stdout}\n${result.stderr}`);
  if (failure !== undefined) throw userError('BNL011', { command: 'Criterion', outcome: failure }, { suite: run.suite.name });
  const home = join(place.folder, homeName);
  const files = await readCriterionFiles(world.files, home, `${place.shown}/${homeName}`);
  await pruneCriterionFolder(world.files, home);
  const repeated = findRepeatedIds(`${result.stdout}\n${result.stderr}`);
  return { files, findings: repeated.map((id) => createFinding('BNL019', { id }, { suite: run.suite.name })) };
}

/** What Criterion says it could not do, on standard output. An old result that it misses, as pruned caches leave it, takes nothing from the new one. */
function writeFailure(printed: string): string | undefined {
  return [...printed.matchAll(/Criterion\.rs ERROR: .*/g)].map(([line]) => line).find((line) => !/[\\/]base[\\/][a-z]+\.json"/.test(line));
}
