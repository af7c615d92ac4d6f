import { valgrindBenchRunner } from '../cargo/valgrind-bench-runner.js';

/** iai-callgrind, up to 0.16. */
export const runner = valgrindBenchRunner({ tool: 'iai-callgrind', prefix: 'IAI_CALLGRIND', program: 'iai-callgrind-runner' });
