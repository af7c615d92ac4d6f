import { relative } from 'node:path';

/** The group of a file's benchmarks: its path below the project, without `.bench.ts`; ids begin with it. */
export function benchGroup(root: string, file: string): string {
  return relative(root, file).replaceAll('\\', '/').replace(/(\.bench)?\.[cm]?[jt]s$/, '');
}
