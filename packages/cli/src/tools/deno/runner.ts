import { createFinding, type Finding } from '@benchline/core/model';
import { nodeProgramRunner } from '../node-program-runner.js';
import { hasPlaceholder } from '../placeholders.js';
import type { ToolKnobs } from '../program-runner.js';
import { runtimeAt, runtimeVersion } from '../runtime-command.js';
import { overridable, programKey } from '../toolchain-key.js';

/** `deno bench --json`, read from standard output, which is whole also where a benchmark failed; or from `{output}`, where the command places it. */
export const runner = nodeProgramRunner({
  tool: 'deno',
  traits: { start: ['deno', 'bench'], install: 'Install Deno from https://deno.com, or in the project: npm install --save-dev deno.', filter: 'tool', memory: 'none', programs: ['deno'], key: overridable(programKey('deno --version'), 'deno') },
  example: '["deno", "bench"]',
  output: 'deno.json',
  beside: ['stdout.txt'],
  words: withFlags,
  times: { warmup: '"warmup", a number of iterations, in the options of the benchmarks', measure: '"n", a number of iterations, in the options of the benchmarks' },
  version: (command) => runtimeVersion(command, 'deno'),
  problems: ({ suite }, command) => findProblems(command, suite.name),
  library: null,
  runtime: null,
  idsNameFiles: true,
  benchmarkFailed: [1],
});

/** Right behind `bench`: what follows may end in `--`. */
function withFlags(command: readonly string[], { filter }: ToolKnobs): string[] {
  const at = benchAt(command) + 1;
  return [...command.slice(0, at), '--json', ...(filter === null ? [] : ['--filter', `/${filter}/`]), ...command.slice(at).filter((word) => word !== '--json')];
}

function benchAt(command: readonly string[]): number {
  return command.indexOf('bench', runtimeAt(command, 'deno') + 1);
}

function findProblems(command: readonly string[], suite: string): Finding[] {
  if (hasPlaceholder(command, 'output') || (runtimeAt(command, 'deno') !== -1 && benchAt(command) !== -1)) return [];
  return [createFinding('BNL016', { problem: `The command of suite ${suite} does not call "deno bench"`, fix: 'Write ["deno", "bench"], or pass {output} to what runs Deno.' }, { suite })];
}
