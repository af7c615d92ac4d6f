import { relative } from 'node:path';

/** The group of a file's benchmarks: its path below the project, without `.bench.ts` or `.perf.ts`; ids begin with it. */
export function fileGroup(root: string, file: string): string {
  return relative(root, file).replaceAll('\\', '/').replace(/(\.(?:bench|perf))?\.[cm]?[jt]sx?$/, '');
}
