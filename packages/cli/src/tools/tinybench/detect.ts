import { benchFilePath, byPackage } from '../detection/bench-files.js';
import { importsPackage } from '../detection/imports-package.js';
import type { Detector } from '../detector.js';

/** Bench files of tinybench, and those of no other tool: Benchline itself gives them `bench`. */
export const detector: Detector = {
  tool: 'tinybench',
  reads: benchFilePath,
  benchFiles: { text: importsPackage('tinybench', 'benchline'), takesOthers: true },
  detect({ snapshot, benchFiles }) {
    const named = benchFiles.filter(({ path }) => ending.test(path));
    const projects = [...byPackage(snapshot, named)].map(([root, paths]) => ({ root, suites: [{ name: 'js', tool: 'tinybench' as const, files: patternsOf(paths) }] }));
    const others = benchFiles.filter((file) => !named.includes(file) && /\bnew\s+Bench\b/.test(file.text));
    return { projects, skipped: others.map(({ path }) => ({ path, what: 'tinybench benchmarks', why: 'the file runs them itself: export the Bench as default, and call the file *.bench.js' })) };
  },
};

const ending = /[._]bench\.[cm]?[jt]s$/;

/** One pattern per extension, so that a new file needs no change: `**\/*.bench.ts`. */
function patternsOf(files: readonly string[]): string[] {
  return [...new Set(files.map((file) => ending.exec(file)?.[0] ?? ''))].sort().map((name) => `**/*${name}`);
}
