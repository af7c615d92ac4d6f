import { hasOption, loadRunner, wholeSeconds } from '../load-program.js';
import type { ToolRunner } from '../tool-runner.js';

/** wrk, read from what it prints. Without --latency it tells no median. */
export const runner: ToolRunner = loadRunner({
  tool: 'wrk',
  example: '["wrk", "-t2", "-c10", "-d10s", "http://127.0.0.1:8080/"]',
  install: 'Install wrk: apt install wrk or brew install wrk.',
  programs: ['wrk'],
  flags: (own) => (hasOption(own, ['--latency', '-L']) ? [] : ['--latency']),
  duration: { spelt: ['-d', '--duration'], flag: (ms) => [`-d${wholeSeconds(ms)}s`] },
  versionFlag: '-v',
  output: 'stdout.txt',
});
