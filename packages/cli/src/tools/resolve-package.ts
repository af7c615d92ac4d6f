import { dirname, join } from 'node:path';
import type { Files } from '../ports/files.js';

export interface InstalledPackage {
  folder: string;
  version: string;
  /** Absolute path of the module `import` gives. */
  entry: string;
}

/** A package as code in `from` would get it: the nearest node_modules upwards. null where it is not installed. */
export async function resolvePackage(files: Files, from: string, name: string): Promise<InstalledPackage | null> {
  for (let folder = from; ; folder = dirname(folder)) {
    const manifest = join(folder, 'node_modules', name, 'package.json');
    if (await files.exists(manifest)) return readPackage(dirname(manifest), await files.readText(manifest));
    if (folder === dirname(folder)) return null;
  }
}

function readPackage(folder: string, manifest: string): InstalledPackage | null {
  try {
    const { version, main, exports } = JSON.parse(manifest) as { version?: string; main?: string; exports?: unknown };
    return { folder, version: version ?? '0', entry: join(folder, importTarget(exports) ?? main ?? 'index.js') };
  } catch {
    return null;
  }
}

/** The file the conditions `import` and `default` of `.` lead to. */
function importTarget(exports: unknown): string | undefined {
  if (typeof exports === 'string') return exports;
  if (typeof exports !== 'object' || exports === null) return undefined;
  const table = exports as Record<string, unknown>;
  return importTarget(table['.'] ?? table['import'] ?? table['node'] ?? table['default']);
}
