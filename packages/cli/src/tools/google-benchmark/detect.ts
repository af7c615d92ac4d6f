import { cmakeFiles, detectCMakePrograms } from '../detection/cmake-programs.js';
import type { Detector } from '../detector.js';

export const detector: Detector = {
  tool: 'google-benchmark',
  reads: cmakeFiles,
  detect: ({ snapshot }) =>
    detectCMakePrograms(snapshot, {
      library: /(?:^|\s)benchmark(?:::benchmark(?:_main)?)?(?:\s|$)/,
      what: 'Google Benchmark',
      suiteOf: (name, build, command) => ({ name, tool: 'google-benchmark', build, command: [command, '--benchmark_repetitions=5'] }),
    }),
};
