import { pathToFileURL } from 'node:url';
import { relative } from 'node:path';
import { collectDeclarations } from './collector.js';
import type { PerfJob } from './child-job.js';
import { fileGroup } from './file-group.js';
import { instancesOf, type SpecInstance } from './spec-instance.js';
import { matchesTags } from './tag-expression.js';

/** Loads every file in order and chooses by filter and tags. A file that declares no spec is an error: it was meant to. */
export async function chooseInstances({ files, root, filter, tags }: Pick<PerfJob, 'files' | 'root' | 'filter' | 'tags'>): Promise<SpecInstance[]> {
  const wanted = filter === null ? null : new RegExp(filter);
  const chosen: SpecInstance[] = [];
  for (const file of files) {
    const declarations = await collectDeclarations(() => import(pathToFileURL(file).href));
    const path = relative(root, file).replaceAll('\\', '/');
    if (declarations.length === 0) throw new Error(`${path} declares no performance spec: call itPerf(name, run) of benchline/harness`);
    const instances = declarations.flatMap((declaration) => instancesOf(declaration, fileGroup(root, file)));
    chosen.push(...instances.filter((instance) => matchesTags(tags, instance.tags) && (wanted === null || wanted.test(instance.id))));
  }
  return chosen;
}
