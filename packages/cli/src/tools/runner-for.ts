import type { ToolName } from '@benchline/core/model';
import type { ToolRunner } from './tool-runner.js';

/** Where each tool's runner is; loaded when a suite names the tool. */
const runners: { [T in ToolName]: () => Promise<ToolRunner> } = {
  criterion: async () => (await import('./criterion/criterion-runner.js')).criterionRunner,
  hyperfine: async () => (await import('./hyperfine-runner.js')).hyperfineRunner,
  tinybench: async () => (await import('./tinybench/tinybench-runner.js')).tinybenchRunner,
  benchline: async () => (await import('./written-files-runner.js')).benchlineRunner,
  records: async () => (await import('./written-files-runner.js')).recordsRunner,
};

export function runnerFor(tool: ToolName): Promise<ToolRunner> {
  return runners[tool]();
}
