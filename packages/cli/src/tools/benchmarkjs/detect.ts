import { benchFilePath, detectPrograms } from '../detection/bench-files.js';
import { importsPackage } from '../detection/imports-package.js';
import type { Detector } from '../detector.js';

export const detector: Detector = {
  tool: 'benchmarkjs',
  reads: benchFilePath,
  benchFiles: { text: importsPackage('benchmark') },
  detect: ({ snapshot, benchFiles }) => detectPrograms(snapshot, benchFiles, (name, path) => ({ name, tool: 'benchmarkjs', command: ['node', path] })),
};
