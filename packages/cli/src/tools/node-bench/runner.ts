import { createFinding, type Finding } from '@benchline/core/model';
import { nodeProgramRunner } from '../node-program-runner.js';
import { hasPlaceholder } from '../placeholders.js';
import type { ToolKnobs } from '../program-runner.js';
import { runtimeAt, runtimeVersion } from '../runtime-command.js';

/** `node --bench`, an experiment of Node 26.9 and newer, read from what its JSON reporter writes. */
export const runner = nodeProgramRunner({
  tool: 'node-bench',
  traits: { start: null, install: 'Install Node.js 26.9 or newer from https://nodejs.org, or in the project: npm install --save-dev node@26.', filter: 'tool', memory: 'none' },
  example: '["node", "--bench", "bench/*.bench.mjs"]',
  output: 'node-bench.ndjson',
  beside: ['stdout.txt'],
  words: withFlags,
  times: { warmup: '--bench-warmup=SAMPLES in the command', measure: '--bench-samples=SAMPLES in the command' },
  version: (command) => runtimeVersion(command, 'node'),
  problems: ({ suite }, command) => findProblems(command, suite.name),
  library: null,
  runtime: null,
  idsNameFiles: true,
  benchmarkFailed: [1],
});

/** Right behind `node`: what follows the files are arguments. */
function withFlags(command: readonly string[], { filter, output }: ToolKnobs): string[] {
  const at = runtimeAt(command, 'node') + 1;
  const flags = ['--experimental-bench', '--bench', '--bench-reporter=json', `--bench-reporter-destination=${output}`];
  const rest = command.slice(at).filter((word) => !flags.includes(word));
  return [...command.slice(0, at), ...flags, ...(filter === null ? [] : [`--bench-name-pattern=${filter}`]), ...rest];
}

function findProblems(command: readonly string[], suite: string): Finding[] {
  if (hasPlaceholder(command, 'output') || (runtimeAt(command, 'node') !== -1 && command.includes('--bench'))) return [];
  return [createFinding('BNL016', { problem: `The command of suite ${suite} does not call "node --bench"`, fix: 'Write ["node", "--bench", "bench/*.bench.mjs"], or pass {output} to what runs Node.' }, { suite })];
}
