import { nodeProgramRunner } from '../node-program-runner.js';
import { nodeKey } from '../toolchain-key.js';

/** A script that runs Benchmark.js and prints its benchmarks as JSON, or its lines for people. */
export const runner = nodeProgramRunner({
  tool: 'benchmarkjs',
  traits: { start: null, install: 'npm install --save-dev benchmark', filter: 'read', memory: 'none', key: nodeKey },
  example: '["node", "bench.js"]',
  output: 'benchmarkjs.json',
  beside: ['stdout.txt'],
  words: (command) => [...command],
  times: { warmup: '"minTime" in the options of the benchmarks', measure: '"maxTime" in the options of the benchmarks' },
  version: () => null,
  library: 'benchmark',
  runtime: 'node',
  idsNameFiles: false,
});
