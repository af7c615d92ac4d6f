// Generated from ToolName in schemas/definitions.v1.json: the runner of a tool is in ../<tool>/runner.ts, if it has one.
import type { ToolName } from '@benchline/core/model';
import type { ToolRunner } from '../tool-runner.js';

export const ownRunners: { readonly [T in ToolName]?: () => Promise<ToolRunner> } = {
  criterion: async () => (await import('../criterion/runner.js')).runner,
  'cargo-criterion': async () => (await import('../cargo-criterion/runner.js')).runner,
  divan: async () => (await import('../divan/runner.js')).runner,
  'iai-callgrind': async () => (await import('../iai-callgrind/runner.js')).runner,
  gungraun: async () => (await import('../gungraun/runner.js')).runner,
  libtest: async () => (await import('../libtest/runner.js')).runner,
  callgrind: async () => (await import('../callgrind/runner.js')).runner,
  hyperfine: async () => (await import('../hyperfine/runner.js')).runner,
  tinybench: async () => (await import('../tinybench/runner.js')).runner,
  vitest: async () => (await import('../vitest/runner.js')).runner,
  mitata: async () => (await import('../mitata/runner.js')).runner,
  benchmarkjs: async () => (await import('../benchmarkjs/runner.js')).runner,
  deno: async () => (await import('../deno/runner.js')).runner,
  'node-bench': async () => (await import('../node-bench/runner.js')).runner,
  wrk: async () => (await import('../wrk/runner.js')).runner,
  wrk2: async () => (await import('../wrk2/runner.js')).runner,
  autocannon: async () => (await import('../autocannon/runner.js')).runner,
  k6: async () => (await import('../k6/runner.js')).runner,
  oha: async () => (await import('../oha/runner.js')).runner,
  catch2: async () => (await import('../catch2/runner.js')).runner,
  'google-benchmark': async () => (await import('../google-benchmark/runner.js')).runner,
  jmh: async () => (await import('../jmh/runner.js')).runner,
  go: async () => (await import('../go/runner.js')).runner,
  'pytest-benchmark': async () => (await import('../pytest-benchmark/runner.js')).runner,
  pyperf: async () => (await import('../pyperf/runner.js')).runner,
  'perf-spec': async () => (await import('../perf-spec/runner.js')).runner,
};
