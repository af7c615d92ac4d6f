import { byPackage } from '../detection/bench-files.js';
import { importsPackage } from '../detection/imports-package.js';
import type { Detector } from '../detector.js';

const specPath = /\.perf\.[cm]?[jt]sx?$/;
const importsHarness = importsPackage('benchline/harness');

/** Files of performance specs: `*.perf.ts` that import `benchline/harness`. */
export const detector: Detector = {
  tool: 'perf-spec',
  reads: specPath,
  detect({ snapshot }) {
    const files = [...snapshot].filter(([path]) => specPath.test(path)).map(([path, text]) => ({ path, text: text ?? '' }));
    const own = files.filter(({ text }) => importsHarness.test(text));
    const projects = [...byPackage(snapshot, own)].map(([root, paths]) => ({ root, suites: [{ name: 'specs', tool: 'perf-spec' as const, files: patternsOf(paths), rounds: 3 }] }));
    const others = files.filter((file) => !own.includes(file));
    return { projects, skipped: others.map(({ path }) => ({ path, what: 'performance specs', why: 'it does not import benchline/harness' })) };
  },
};

/** One pattern per extension, so that a new file needs no change: `**\/*.perf.ts`. */
function patternsOf(paths: readonly string[]): string[] {
  return [...new Set(paths.map((path) => `**/*${specPath.exec(path)?.[0] ?? ''}`))].sort();
}
