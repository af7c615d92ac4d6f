import { createFinding, type Finding } from '@benchline/core/model';
import { hasPlaceholder } from '../placeholders.js';
import { programRunner } from '../program-runner.js';
import { readPython } from '../python/python-version.js';
import type { SuiteRun, ToolRunner } from '../tool-runner.js';
import { pythonKey } from '../toolchain-key.js';
import { findPyperf } from './pyperf-command.js';

const install = 'Install it for the Python of the command: pip install pyperf.';

/** A script that uses pyperf, or pyperf's own commands, read from the JSON it writes. How many processes, values and loops there are is the command's to say. */
export const runner: ToolRunner = programRunner({
  tool: 'pyperf',
  traits: { start: null, install, filter: 'read', memory: 'peak', key: pythonKey },
  example: '["python", "bench.py", "--processes", "3"]',
  output: 'pyperf.json',
  words: (command) => {
    const place = findPyperf(command)?.place ?? command.length;
    return [...command.slice(0, place), '-o', '{output}', ...command.slice(place)];
  },
  times: { warmup: '--warmups in the command', measure: '--min-time, --values and --processes in the command' },
  version: () => null,
  toolchain: (run, world) => readPython(findPyperf(run.suite.command ?? [])?.pythons ?? [], run, world),
  problems: findProblems,
});

function findProblems({ suite }: SuiteRun, command: readonly string[]): Finding[] {
  const at = { suite: suite.name };
  if (hasPlaceholder(command, 'output')) return [];
  const pyperf = findPyperf(command);
  if (pyperf === null) return [createFinding('BNL016', { problem: `The command of suite ${suite.name} runs pyperf by another program`, fix: 'Pass "-o", "{output}" in the command.' }, at)];
  const flags = command.slice(0, pyperf.place);
  if (flags.some((word) => /^(?:-o|--output(?:=.*)?|--append(?:=.*)?)$/.test(word))) {
    return [createFinding('BNL016', { problem: `The command of suite ${suite.name} writes its JSON elsewhere`, fix: 'Remove -o, --output and --append, or write "-o", "{output}".' }, at)];
  }
  const slow = flags.find((word) => /^--(?:debug-single-value|profile|hook)(?:=|$)/.test(word));
  return slow === undefined || suite.allowDebug ? [] : [createFinding('BNL013', { suite: suite.name, evidence: slow }, at)];
}
