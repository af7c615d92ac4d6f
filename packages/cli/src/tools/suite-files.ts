import { relative, resolve } from 'node:path';
import { matchesPattern } from '@benchline/core/model';
import type { Files } from '../ports/files.js';
import type { SuiteRun } from './tool-runner.js';
import { walkFolder } from './walk-folder.js';

const notOurs = /(^|\/)(node_modules|\.[^/]+|dist|build|coverage|target)$/;

/** The suite's benchmark files, absolute, sorted: those it names (`*` matches anything), else every file of its folder called as the tool calls them. */
export async function findSuiteFiles(files: Files, { suite, folder }: SuiteRun, called: RegExp): Promise<string[]> {
  const plain = suite.files.filter((path) => !path.includes('*')).map((path) => resolve(folder, path));
  const patterns = suite.files.filter((path) => path.includes('*')).map((path) => relative(folder, resolve(folder, path)).replaceAll('\\', '/').replaceAll('**/', '*'));
  if (suite.files.length > 0 && patterns.length === 0) return plain;
  const found: string[] = [];
  for await (const { path, absolute } of walkFolder(files, folder, (inside) => !notOurs.test(inside))) {
    if (patterns.length === 0 ? called.test(path) : patterns.some((pattern) => matchesPattern(pattern, path))) found.push(absolute);
  }
  return [...new Set([...plain, ...found])].sort();
}
