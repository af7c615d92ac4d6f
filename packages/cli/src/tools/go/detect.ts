import { nearestFolder, within } from '../detection/folder-of.js';
import type { Detector } from '../detector.js';

const testFiles = /_test\.go$/;

/** Modules with benchmarks: one suite over all packages of the module. */
export const detector: Detector = {
  tool: 'go',
  reads: testFiles,
  detect({ snapshot }) {
    const files = [...snapshot].filter(([path, text]) => testFiles.test(path) && /^func Benchmark\w*\s*\(\s*\w+\s+\*testing\.B\s*\)/m.test(text ?? '')).map(([path]) => path);
    const roots = new Set<string>();
    const skipped = files.flatMap((path) => {
      const root = nearestFolder(path, (folder) => snapshot.has(within(folder, 'go.mod')));
      if (root === null) return [{ path, what: 'Go benchmarks', why: 'there is no go.mod above it' }];
      roots.add(root);
      return [];
    });
    return { projects: [...roots].map((root) => ({ root, suites: [{ name: 'go', tool: 'go' as const, command: ['go', 'test', '-run', '^$', '-bench', '.', '-benchmem', './...'] }] })), skipped };
  },
};
