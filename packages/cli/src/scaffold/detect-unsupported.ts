import { folderOf } from '../tools/detection/folder-of.js';
import type { SkippedBenchmarks, Snapshot } from './scaffold-plan.js';

/** Benchmarks of tools that Benchline cannot read yet, by the file and the text that give them away. */
const signs: readonly { what: string; path: RegExp; text: RegExp }[] = [
  { what: 'pytest-benchmark', path: /(^|\/)(?:pyproject\.toml|requirements[^/]*\.txt)$/, text: /pytest-benchmark/ },
  { what: 'BenchmarkDotNet', path: /\.csproj$/, text: /BenchmarkDotNet/ },
];

/** One line per folder and tool. */
export function detectUnsupported(snapshot: Snapshot): SkippedBenchmarks[] {
  const found = new Map<string, SkippedBenchmarks>();
  for (const [path, text] of snapshot) {
    const sign = text === null ? undefined : signs.find((candidate) => candidate.path.test(path) && candidate.text.test(text));
    const key = `${sign?.what} ${folderOf(path)}`;
    if (sign !== undefined && !found.has(key)) found.set(key, { path, what: sign.what, why: 'this tool is not supported yet' });
  }
  return [...found.values()];
}

export function isOfUnsupported(path: string): boolean {
  return signs.some((sign) => sign.path.test(path));
}
