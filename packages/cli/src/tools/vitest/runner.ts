import { basename } from 'node:path';
import type { SuiteConfig } from '@benchline/core/model';
import type { World } from '../../ports/world.js';
import { userError } from '../../user-error.js';
import { localPath, nodeProgramRunner, type NodeProgramTool } from '../node-program-runner.js';
import { hasPlaceholder } from '../placeholders.js';
import type { ToolKnobs } from '../program-runner.js';
import { resolvePackage } from '../resolve-package.js';
import type { RunnerTraits, SuiteRun, ToolRunner } from '../tool-runner.js';
import { readVersionOf } from '../tool-version.js';
import { nodeKey } from '../toolchain-key.js';

const install = 'npm install --save-dev vitest';
const start = ['vitest', 'bench', '--run'];
const traits: RunnerTraits = { start, install, filter: 'tool', memory: 'none', key: nodeKey };

/** `vitest bench`: of Vitest 2 to 4 what `--outputJson` writes is read, of 5 what its JSON reporter writes. */
export const runner: ToolRunner = {
  tool: 'vitest',
  traits,
  async prepare(run, world) {
    const command = run.suite.command ?? start;
    requireBench(command, run.suite);
    return nodeProgramRunner(toolOf(await readMajor(command, run, world))).prepare(run, world);
  },
};

function toolOf(major: number): NodeProgramTool {
  return {
    tool: 'vitest',
    traits,
    example: '["vitest", "bench", "--run"]',
    output: 'vitest.json',
    words: (command, knobs) => withFlags(command, flagsOf(major, knobs)),
    times: { warmup: '"warmupTime" in the options of the benchmarks', measure: '"time" in the options of the benchmarks' },
    version: versionWords,
    library: 'vitest',
    runtime: 'node',
    idsNameFiles: true,
    // Before 5 a benchmark that throws is no failure to Vitest: an exit code is about something else.
    ...(major >= 5 ? { benchmarkFailed: [1] } : {}),
  };
}

/** An absolute path: Vitest reads a relative one from its own root. `--run` ends any watching. */
function flagsOf(major: number, { filter, output }: ToolKnobs): string[] {
  const json = major >= 5 ? ['--reporter=json', `--outputFile.json=${output}`] : ['--outputJson', output];
  return ['--run', ...json, ...(filter === null ? [] : ['-t', filter])];
}

/** Right behind `bench`: what follows may end in `--`. */
function withFlags(command: readonly string[], flags: readonly string[]): string[] {
  const at = benchAt(command) + 1;
  return [...command.slice(0, at), ...flags, ...command.slice(at).filter((word) => word !== '--run')];
}

function benchAt(command: readonly string[]): number {
  return command.indexOf('bench', vitestAt(command) + 1);
}

function vitestAt(command: readonly string[]): number {
  return command.findIndex((word) => /^vitest(?:\.mjs|\.cmd)?$/.test(basename(word)));
}

function requireBench(command: readonly string[], { name }: SuiteConfig): void {
  if (hasPlaceholder(command, 'output')) return;
  const refuse = (problem: string, fix: string): Error => userError('BNL016', { problem, fix }, { suite: name });
  if (vitestAt(command) === -1) throw refuse(`The command of suite ${name} calls Vitest by another program`, 'Write ["vitest", "bench", "--run"], or pass {output} to what runs Vitest.');
  if (benchAt(command) === -1) throw refuse(`The command of suite ${name} does not run "vitest bench"`, 'Write ["vitest", "bench", "--run"].');
  const own = command.find((word) => /^--(?:outputJson|outputFile)/.test(word));
  if (own !== undefined) throw refuse(`The command of suite ${name} writes its JSON elsewhere`, `Remove ${own.split('=')[0]}, or put {output} where the file's name stands.`);
}

function versionWords(command: readonly string[]): string[] | null {
  const at = vitestAt(command);
  return at === -1 ? null : [...command.slice(0, at + 1), '--version'];
}

/** Which flags it takes; the newest known where nothing tells. */
async function readMajor(command: readonly string[], run: SuiteRun, world: World): Promise<number> {
  const installed = await resolvePackage(world.files, run.folder, 'vitest');
  const asked = versionWords(command);
  const env = { ...run.env, ...(await localPath(run, world.files)) };
  const version = installed?.version ?? (asked === null ? null : await readVersionOf(asked, { tool: 'vitest', install }, { run: { ...run, env }, world }));
  return version === null ? 5 : Number.parseInt(version, 10);
}
