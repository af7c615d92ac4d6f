import { benchFilePath, byPackage } from '../detection/bench-files.js';
import { importsPackage } from '../detection/imports-package.js';
import type { Detector } from '../detector.js';

export const detector: Detector = {
  tool: 'node-bench',
  reads: benchFilePath,
  benchFiles: { text: importsPackage('node:bench') },
  detect({ snapshot, benchFiles }) {
    const projects = [...byPackage(snapshot, benchFiles)].map(([root, paths]) => ({ root, suites: [{ name: 'node', tool: 'node-bench' as const, command: ['node', '--bench', ...paths] }] }));
    return { projects, skipped: [] };
  },
};
