import { createFinding, type Finding, type SuiteConfig } from '@benchline/core/model';
import type { SourceFile } from '@benchline/core/parse';
import { userError } from '../../user-error.js';
import { debugFolder } from '../debug-folder.js';
import { exactFilter } from '../exact-filter.js';
import { hasPlaceholder } from '../placeholders.js';
import { programRunner } from '../program-runner.js';
import type { SuiteRun, ToolRunner } from '../tool-runner.js';
import { cxxKey } from '../toolchain-key.js';

/** A program linked with Google Benchmark, read from the JSON that it writes beside its table. */
export const runner: ToolRunner = programRunner({
  tool: 'google-benchmark',
  traits: { start: null, install: null, filter: 'tool', memory: 'none', key: cxxKey },
  example: '["./build/bench"]',
  output: 'google-benchmark.json',
  words: (command, { filter, warmupMs, measureMs }) => [
    ...command,
    ...['--benchmark_out={output}', '--benchmark_out_format=json'],
    ...(filter === null || hasPlaceholder(command, 'filter') ? [] : ['--benchmark_filter={filter}']),
    ...(warmupMs === null ? [] : [`--benchmark_min_warmup_time=${seconds(warmupMs)}`]),
    // Up to 1.7 a number without a unit, from 1.8 on with one, where one without is still taken (and remarked upon).
    ...(measureMs === null ? [] : [`--benchmark_min_time=${seconds(measureMs)}`]),
  ],
  times: { warmup: true, measure: true },
  version: () => null,
  // The library may be built with POSIX expressions, which know no (?:
  exactFilter: (ids) => exactFilter(ids)?.replace('(?:', '(') ?? null,
  problems: findProblems,
  refuse: refuseOutput,
});

function seconds(ms: number): string {
  return String(ms / 1000);
}

function findProblems({ suite }: SuiteRun, command: readonly string[]): Finding[] {
  const elsewhere = !hasPlaceholder(command, 'output') && command.some((word) => word.startsWith('--benchmark_out'));
  const fix = 'Remove --benchmark_out, or write "--benchmark_out={output}", "--benchmark_out_format=json".';
  const misplaced = elsewhere ? [createFinding('BNL016', { problem: `The command of suite ${suite.name} writes its output elsewhere`, fix }, { suite: suite.name })] : [];
  return [...misplaced, ...debugFolder(command, suite)];
}

/** What is empty held no benchmark that matched: the program ends with 0 then. That the library is a debug build stands in its output alone. */
function refuseOutput(files: readonly SourceFile[], { name, filter, allowDebug }: SuiteConfig): void {
  const [file] = files;
  if (file?.text === '') throw userError('BNL009', { suite: name, because: filter === null ? 'its program has no benchmarks' : `no benchmark matches the filter ${filter}` }, { suite: name });
  if (!allowDebug && /"library_build_type"\s*:\s*"debug"/.test(file?.text.slice(0, 16_384) ?? '')) {
    throw userError('BNL013', { suite: name, evidence: 'library_build_type is debug' }, { suite: name });
  }
}
