import { packageOf } from '../detection/bench-files.js';
import { folderOf, relativeTo } from '../detection/folder-of.js';
import { importsPackage } from '../detection/imports-package.js';
import type { Detector } from '../detector.js';

const scriptPath = /(?:^|\/)(?:k6|load|load-?tests?|perf|performance|stress)\/(?:[^/]+\/)*[^/]+\.[jt]s$|(?:^|\/)[^/]*(?:k6|load)[^/]*\.[jt]s$/;

/** Scripts by what they import: k6 itself runs them, and what they call must be running. */
export const detector: Detector = {
  tool: 'k6',
  reads: scriptPath,
  detect({ snapshot }) {
    const scripts = [...snapshot].filter(([path, text]) => scriptPath.test(path) && importsPackage('k6').test(text ?? '') && /\bexport\s+default\b|\bexport\s+const\s+options\b/.test(text ?? ''));
    const projects = scripts.map(([path]) => {
      const root = packageOf(snapshot, path);
      const name = path.slice(folderOf(path).length).replace(/^\//, '').replace(/(?:\.k6)?\.[jt]s$/, '');
      return { root, suites: [{ name, tool: 'k6' as const, command: ['k6', 'run', relativeTo(root, path)] }] };
    });
    return { projects, skipped: [] };
  },
};
