import { cargoBenchRunner } from '../cargo/cargo-bench-runner.js';
import { printedOutput } from '../cargo/printed-output.js';
import type { ToolRunner } from '../tool-runner.js';

const measures = 'the tool criterion or divan: Rust\'s own harness chooses its times itself';

/**
 * Rust's own test harness by `cargo bench`, read from the lines it prints. Benchmarks that panic do not stop the others of their program, nor,
 * with --no-fail-fast, other programs. Its filter is a part of a name, ours a regular expression: ours is applied when the lines are read.
 */
export const runner: ToolRunner = cargoBenchRunner({
  tool: 'libtest',
  title: 'libtest',
  traits: { start: ['cargo', 'bench'], install: 'Install Rust: https://rustup.rs; #[bench] needs a nightly toolchain', filter: 'read', memory: 'none' },
  crate: null,
  times: { warmup: measures, measure: measures },
  options: ['--no-fail-fast'],
  benchmarkFailed: [101],
  ...printedOutput('bench.txt'),
});
