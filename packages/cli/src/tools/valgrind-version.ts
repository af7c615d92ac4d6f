import type { NamedVersion } from '@benchline/core/model';
import type { World } from '../ports/world.js';
import type { SuiteRun } from './tool-runner.js';
import { readToolVersion } from './tool-version.js';

export const installValgrind = 'Install valgrind: apt install valgrind or dnf install valgrind. It exists for Linux and FreeBSD; on other systems measure with another tool.';

/** valgrind as part of the toolchain: another version counts otherwise. BNL010, with how to get it, where it is absent. */
export async function readValgrind(tool: string, { run, world }: { run: SuiteRun; world: World }): Promise<NamedVersion> {
  return { name: 'valgrind', version: await readToolVersion({ tool, program: 'valgrind', install: installValgrind }, run, { world }) };
}
