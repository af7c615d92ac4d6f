// Generated from ToolName in schemas/definitions.v1.json: the adapter of each tool is in ../tools.
import type { ToolName } from '../../model/index.js';
import type { ToolAdapter } from '../parsed.js';
import { autocannon } from '../tools/autocannon.js';
import { benchline } from '../tools/benchline.js';
import { benchmarkdotnet } from '../tools/benchmarkdotnet.js';
import { benchmarkjs } from '../tools/benchmarkjs.js';
import { bmf } from '../tools/bmf.js';
import { callgrind } from '../tools/callgrind.js';
import { cargoCriterion } from '../tools/cargo-criterion.js';
import { catch2 } from '../tools/catch2.js';
import { criterion } from '../tools/criterion.js';
import { deno } from '../tools/deno.js';
import { divan } from '../tools/divan.js';
import { githubActionBenchmark } from '../tools/github-action-benchmark.js';
import { go } from '../tools/go.js';
import { googleBenchmark } from '../tools/google-benchmark.js';
import { gungraun } from '../tools/gungraun.js';
import { hyperfine } from '../tools/hyperfine.js';
import { iaiCallgrind } from '../tools/iai-callgrind.js';
import { jmh } from '../tools/jmh.js';
import { k6 } from '../tools/k6.js';
import { libtest } from '../tools/libtest.js';
import { mapping } from '../tools/mapping.js';
import { mitata } from '../tools/mitata.js';
import { nodeBench } from '../tools/node-bench.js';
import { oha } from '../tools/oha.js';
import { perfSpec } from '../tools/perf-spec.js';
import { pyperf } from '../tools/pyperf.js';
import { pytestBenchmark } from '../tools/pytest-benchmark.js';
import { records } from '../tools/records.js';
import { tinybench } from '../tools/tinybench.js';
import { vitest } from '../tools/vitest.js';
import { wrk } from '../tools/wrk.js';
import { wrk2 } from '../tools/wrk2.js';

export const adapterOf: Readonly<Record<ToolName, ToolAdapter>> = {
  criterion,
  'cargo-criterion': cargoCriterion,
  divan,
  'iai-callgrind': iaiCallgrind,
  gungraun,
  libtest,
  callgrind,
  hyperfine,
  tinybench,
  vitest,
  mitata,
  benchmarkjs,
  deno,
  'node-bench': nodeBench,
  wrk,
  wrk2,
  autocannon,
  k6,
  oha,
  catch2,
  'google-benchmark': googleBenchmark,
  jmh,
  benchmarkdotnet,
  go,
  'pytest-benchmark': pytestBenchmark,
  pyperf,
  benchline,
  'perf-spec': perfSpec,
  records,
  bmf,
  'github-action-benchmark': githubActionBenchmark,
  mapping,
};
