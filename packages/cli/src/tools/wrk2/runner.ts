import { hasOption, loadRunner, wholeSeconds } from '../load-program.js';
import type { ToolRunner } from '../tool-runner.js';

/** wrk2, read from what it prints. Built from its source it is called wrk, like the tool it comes from. */
export const runner: ToolRunner = loadRunner({
  tool: 'wrk2',
  example: '["wrk2", "-t2", "-c10", "-d30s", "-R2000", "http://127.0.0.1:8080/"]',
  install: 'Build wrk2 from https://github.com/giltene/wrk2 and put it on PATH as wrk2.',
  programs: ['wrk2', 'wrk'],
  // -U prints what --latency prints, and more.
  flags: (own) => (hasOption(own, ['--latency', '-L', '--u_latency', '-U']) ? [] : ['--latency']),
  duration: { spelt: ['-d', '--duration'], flag: (ms) => [`-d${wholeSeconds(ms)}s`] },
  versionFlag: '-v',
  output: 'stdout.txt',
});
