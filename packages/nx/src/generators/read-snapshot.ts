import type { Tree } from '@nx/devkit';
import { isLookedInto, isWorthReading, type Snapshot } from 'benchline';

/** The workspace's files as scaffolding wants them: every path, and the text of those worth reading. */
export function readSnapshot(tree: Tree): Snapshot {
  const snapshot = new Map<string, string | null>();
  const visit = (folder: string): void => {
    for (const name of tree.children(folder)) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (tree.isFile(path)) snapshot.set(path, isWorthReading(path) ? tree.read(path, 'utf8') : null);
      else if (isLookedInto(name)) visit(path);
    }
  };
  visit('');
  return snapshot;
}
