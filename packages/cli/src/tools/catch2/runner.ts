import { createFinding, type Finding } from '@benchline/core/model';
import { debugFolder } from '../debug-folder.js';
import { hasPlaceholder } from '../placeholders.js';
import { programRunner } from '../program-runner.js';
import type { SuiteRun, ToolRunner } from '../tool-runner.js';

/** Catch2 ends with the number of test cases that failed (2.x), or 42 (3.x); its output is whole all the same. */
const anyFailure: readonly number[] = Array.from({ length: 255 }, (_, index) => index + 1);

/** A test program with Catch2 benchmarks, read from its XML reporter. Which test cases run is the command's to say: Catch2 has no expressions for benchmarks. */
export const runner: ToolRunner = programRunner({
  tool: 'catch2',
  traits: { start: null, install: null, filter: 'read', memory: 'none' },
  example: '["./build/tests", "[!benchmark]"]',
  output: 'catch2.xml',
  words: (command, { warmupMs }) => [...command, '-r', 'xml', '-o', '{output}', ...(warmupMs === null ? [] : ['--benchmark-warmup-time', String(Math.max(1, Math.round(warmupMs)))])],
  times: { warmup: true, measure: '--benchmark-samples N in the command' },
  // Told by the XML from 3.0 on.
  version: (command) => (hasPlaceholder(command, 'output') ? null : [...command, '--libidentify']),
  isBuilt: true,
  problems: findProblems,
  benchmarkFailed: anyFailure,
});

function findProblems({ suite }: SuiteRun, command: readonly string[]): Finding[] {
  const own = !hasPlaceholder(command, 'output') && command.some((word) => /^(?:-[ro]|--(?:reporter|out))(?:=|$)/.test(word));
  const fix = 'Remove -r and -o, or write "-r", "xml", "-o", "{output}".';
  const misplaced = own ? [createFinding('BNL016', { problem: `The command of suite ${suite.name} has a reporter or an output of its own`, fix }, { suite: suite.name })] : [];
  return [...misplaced, ...debugFolder(command, suite)];
}
