import { cmakeFiles, detectCMakePrograms } from '../detection/cmake-programs.js';
import type { Detector } from '../detector.js';

const testSources = /(?:bench|test)[^/]*(?:\/[^/]+)*\.(?:cc|cpp|cxx)$/i;

/** Test programs of which a source has a BENCHMARK; most programs linked with Catch2 have none. */
export const detector: Detector = {
  tool: 'catch2',
  reads: new RegExp(`${cmakeFiles.source}|${testSources.source}`, 'i'),
  detect: ({ snapshot }) =>
    detectCMakePrograms(snapshot, {
      library: /(?:^|\s)Catch2(?:::Catch2(?:WithMain)?)?(?:\s|$)/,
      what: 'Catch2 benchmarks',
      isBenchmark: ({ sources }) => sources.some((source) => /\bBENCHMARK(?:_ADVANCED)?\s*\(/.test(snapshot.get(source) ?? '')),
      suiteOf: (name, build, command) => ({ name, tool: 'catch2', build, command: [command, '[!benchmark]'] }),
    }),
};
