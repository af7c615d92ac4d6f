import type { SuiteConfig } from '@benchline/core/model';
import { cargoBenchRunner } from '../cargo/cargo-bench-runner.js';
import { printedOutput } from '../cargo/printed-output.js';
import { exactFilter } from '../exact-filter.js';
import type { ToolRunner } from '../tool-runner.js';

/** divan by `cargo bench`, read from the tree it prints. */
export const runner: ToolRunner = cargoBenchRunner({
  tool: 'divan',
  title: 'divan',
  traits: { start: ['cargo', 'bench'], install: 'Install Rust: https://rustup.rs', filter: 'tool', memory: 'allocations' },
  crate: 'divan',
  times: { warmup: 'a longer "measure": divan has no warm-up', measure: true },
  exactly: (ids) => exactFilter([...new Set(ids.map((id) => id.replace(/::t=\d+$/, '')))]),
  env: (suite) => ({ usual: timingVariables(suite) }),
  ...printedOutput('divan.txt'),
});

/** Seconds. Variables, since cargo would hand flags to the library's own test harness too; a flag in the command counts over them. */
function timingVariables({ measureMs }: SuiteConfig): Record<string, string> {
  return measureMs === null ? {} : { DIVAN_MIN_TIME: String(measureMs / 1000), DIVAN_MAX_TIME: String(measureMs / 1000) };
}
