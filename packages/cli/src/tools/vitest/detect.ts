import { benchFilePath, byPackage } from '../detection/bench-files.js';
import { importsPackage } from '../detection/imports-package.js';
import type { Detector } from '../detector.js';

export const detector: Detector = {
  tool: 'vitest',
  reads: benchFilePath,
  benchFiles: { text: importsPackage('vitest'), globals: 'vitest' },
  detect({ snapshot, benchFiles }) {
    const projects = [...byPackage(snapshot, benchFiles).keys()].map((root) => ({ root, suites: [{ name: 'vitest', tool: 'vitest' as const, command: ['vitest', 'bench', '--run'] }] }));
    return { projects, skipped: [] };
  },
};
