import type { Digest } from '@benchline/core/model';
import type { Files } from '../ports/files.js';
import { digestSource } from './digest-sources.js';
import { fileGroup } from '../harness/file-group.js';

/** The digest of each benchmark's own file by the benchmark's id; none where no file, or more than one, may be its own. */
export async function readFileSources(files: Files, { paths, root }: { paths: readonly string[]; root: string }, ids: readonly string[]): Promise<Map<string, Digest>> {
  const digests = new Map<string, Digest | null>();
  for (const path of paths) {
    const group = fileGroup(root, path);
    digests.set(group, digests.has(group) ? null : await digestSource(files, path));
  }
  const found = ids.map((id) => [id, digests.get(groupOf(id, [...digests.keys()]) ?? '') ?? null] as const);
  return new Map(found.filter((pair): pair is [string, Digest] => pair[1] !== null));
}

/** A file's own Bench may add its name to the group, so the longest group that the id begins with is the file's. */
function groupOf(id: string, groups: readonly string[]): string | undefined {
  return groups.filter((group) => id.startsWith(`${group}/`)).sort((a, b) => b.length - a.length)[0];
}
