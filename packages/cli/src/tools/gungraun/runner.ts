import { valgrindBenchRunner } from '../cargo/valgrind-bench-runner.js';

/** gungraun, as iai-callgrind is called since 0.17. */
export const runner = valgrindBenchRunner({ tool: 'gungraun', prefix: 'GUNGRAUN', program: 'gungraun-runner' });
