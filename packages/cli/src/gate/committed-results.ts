import { isAbsolute, relative } from 'node:path';
import { createFinding, type Finding } from '@benchline/core/model';
import type { World } from '../ports/world.js';
import { worldAt } from './commit-files.js';
import type { ReadResult } from './read-results.js';

/**
 * Takes out results that the commit itself holds and that nobody has written anew since: no run has measured them, so a change could bring its own verdict with it.
 * A committed result that this run has replaced is one like any other.
 */
export async function refuseCommitted(world: World, results: readonly ReadResult[], { root, sha }: { root: string; sha: string }): Promise<{ results: ReadResult[]; findings: Finding[] }> {
  const { files } = await worldAt(world, { root, sha });
  const isCommitted = async ({ absolute, digest }: ReadResult): Promise<boolean> => {
    const way = relative(root, absolute);
    if (way.startsWith('..') || isAbsolute(way) || !(await files.exists(absolute))) return false;
    return (await files.digest(absolute)).digest === digest;
  };
  const kept: ReadResult[] = [];
  const findings: Finding[] = [];
  for (const result of results) {
    if (!(await isCommitted(result))) kept.push(result);
    else findings.push({ ...createFinding('BNL039', { project: result.value.project, because }, { file: result.path }), level: 'error' });
  }
  return { results: kept, findings };
}

const because = 'it is committed, and no run has written it since; it is not used. Results belong into .gitignore';
