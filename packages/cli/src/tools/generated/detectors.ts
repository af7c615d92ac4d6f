// Generated from ToolName in schemas/definitions.v1.json: what finds a tool in a repository is in ../<tool>/detect.ts, if anything does.
import type { Detector } from '../detector.js';
import { detector as autocannon } from '../autocannon/detect.js';
import { detector as benchmarkdotnet } from '../benchmarkdotnet/detect.js';
import { detector as benchmarkjs } from '../benchmarkjs/detect.js';
import { detector as catch2 } from '../catch2/detect.js';
import { detector as criterion } from '../criterion/detect.js';
import { detector as deno } from '../deno/detect.js';
import { detector as divan } from '../divan/detect.js';
import { detector as go } from '../go/detect.js';
import { detector as googleBenchmark } from '../google-benchmark/detect.js';
import { detector as gungraun } from '../gungraun/detect.js';
import { detector as hyperfine } from '../hyperfine/detect.js';
import { detector as iaiCallgrind } from '../iai-callgrind/detect.js';
import { detector as jmh } from '../jmh/detect.js';
import { detector as k6 } from '../k6/detect.js';
import { detector as libtest } from '../libtest/detect.js';
import { detector as mitata } from '../mitata/detect.js';
import { detector as nodeBench } from '../node-bench/detect.js';
import { detector as oha } from '../oha/detect.js';
import { detector as perfSpec } from '../perf-spec/detect.js';
import { detector as pyperf } from '../pyperf/detect.js';
import { detector as pytestBenchmark } from '../pytest-benchmark/detect.js';
import { detector as tinybench } from '../tinybench/detect.js';
import { detector as vitest } from '../vitest/detect.js';
import { detector as wrk } from '../wrk/detect.js';
import { detector as wrk2 } from '../wrk2/detect.js';

export const detectors: readonly Detector[] = [criterion, divan, iaiCallgrind, gungraun, libtest, hyperfine, tinybench, vitest, mitata, benchmarkjs, deno, nodeBench, wrk, wrk2, autocannon, k6, oha, catch2, googleBenchmark, jmh, benchmarkdotnet, go, pytestBenchmark, pyperf, perfSpec];
