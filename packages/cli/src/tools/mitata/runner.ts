import { nodeProgramRunner } from '../node-program-runner.js';
import { nodeKey } from '../toolchain-key.js';

/** A script that runs mitata and prints what `run` returns, or with `format: 'json'`, as JSON. */
export const runner = nodeProgramRunner({
  tool: 'mitata',
  traits: { start: null, install: 'npm install --save-dev mitata', filter: 'read', memory: 'none', key: nodeKey },
  example: '["node", "bench.js"]',
  output: 'mitata.json',
  beside: ['stdout.txt'],
  words: (command) => [...command],
  times: { warmup: 'nothing: mitata warms up by itself', measure: 'nothing: mitata measures each benchmark for 0.6 s and more' },
  version: () => null,
  library: 'mitata',
  runtime: 'node',
  idsNameFiles: false,
});
