import { join, relative } from 'node:path';
import type { Digest } from '@benchline/core/model';
import type { Files } from '../../ports/files.js';
import { digestSources, type SourcePlace } from '../digest-sources.js';
import { walkFolder } from '../walk-folder.js';
import type { BenchPackage } from './cargo-targets.js';

/**
 * One digest over the sources of the benchmark programs that run: none of the tools says which file a benchmark is from. Modules
 * that programs may share count too, so everything below `benches` does but the main files of programs that do not run.
 */
export async function digestBenchSources(files: Files, packages: readonly BenchPackage[]): Promise<Digest | null> {
  const places = await Promise.all(packages.map((each) => sourcesOf(files, each)));
  return digestSources(files, places.flat());
}

async function sourcesOf(files: Files, { name, folder, targets }: BenchPackage): Promise<SourcePlace[]> {
  const found = new Set(targets.filter(({ runs }) => runs).map(({ source }) => source));
  const idle = new Set(targets.filter(({ runs }) => !runs).map(({ source }) => source));
  for await (const { absolute } of walkFolder(files, join(folder, 'benches'))) {
    if (absolute.endsWith('.rs') && !idle.has(absolute)) found.add(absolute);
  }
  return [...found].map((absolute) => ({ path: `${name}/${relative(folder, absolute).replaceAll('\\', '/')}`, absolute }));
}
