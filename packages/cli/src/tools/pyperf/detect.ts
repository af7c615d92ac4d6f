import { folderOf, relativeTo } from '../detection/folder-of.js';
import { pythonManifests, pythonProjectOf, pythonRunner } from '../detection/python-project.js';
import type { Detector } from '../detector.js';

const benchPrograms = /(?:^|\/)[^/]*bench[^/]*\.py$|(?:^|\/)(?:bench|benches|benchmarks?|perf)\/(?:[^/]+\/)*[^/]+\.py$/i;

/** Programs that make a pyperf.Runner: a suite each. */
export const detector: Detector = {
  tool: 'pyperf',
  reads: new RegExp(`${pythonManifests.source}|${benchPrograms.source}`, 'i'),
  detect({ snapshot }) {
    const programs = [...snapshot].filter(([path, text]) => benchPrograms.test(path) && /\bpyperf\.Runner\(|\bfrom\s+pyperf\s+import\b[^\n]*\bRunner\b/.test(text ?? ''));
    const projects = programs.map(([path]) => {
      const root = pythonProjectOf(snapshot, path);
      const name = path.slice(folderOf(path).length).replace(/^\//, '').replace(/\.py$/, '');
      return { root, suites: [{ name, tool: 'pyperf' as const, command: [...pythonRunner(snapshot, root), 'python', relativeTo(root, path)] }] };
    });
    return { projects, skipped: [] };
  },
};
