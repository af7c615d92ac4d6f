import { createFinding, type Finding, type SuiteConfig } from '@benchline/core/model';

/** Folders that CLion (cmake-build-debug) and CMake's generators of several configurations (Debug/) put unoptimised programs into. */
const debugFolders = /(?:^|[/\\])(?:cmake-build-debug|Debug)[/\\]/;

/** BNL013 where a word of the command lies in a folder of debug builds. */
export function debugFolder(command: readonly string[], { name, allowDebug }: Pick<SuiteConfig, 'name' | 'allowDebug'>): Finding[] {
  const word = command.find((one) => debugFolders.test(one));
  return word === undefined || allowDebug ? [] : [createFinding('BNL013', { suite: name, evidence: word }, { suite: name })];
}
