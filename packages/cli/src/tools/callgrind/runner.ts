import { basename, join } from 'node:path';
import { createFinding, type Finding, type SuiteConfig } from '@benchline/core/model';
import type { World } from '../../ports/world.js';
import type { OutputFile } from '../output-file.js';
import { programRunner } from '../program-runner.js';
import { findOutputFile } from '../read-output-file.js';
import type { RoundPlace, ToolRunner } from '../tool-runner.js';
import { overridable, programKey } from '../toolchain-key.js';
import { installValgrind } from '../valgrind-version.js';

const outputName = 'callgrind.out';
const counts = 'nothing: the program runs once under valgrind, and its instructions are counted';

const program = programRunner({
  tool: 'callgrind',
  traits: { start: null, install: installValgrind, filter: 'read', memory: 'none', programs: ['valgrind'], key: overridable(programKey('valgrind --version'), 'callgrind') },
  example: '["./target/release/cli", "decode"]',
  output: outputName,
  words: (command) => underCallgrind(command),
  times: { warmup: counts, measure: counts },
  version: (command) => [command.find(isValgrind) ?? 'valgrind', '--version'],
  problems: ({ suite }, command) => debugBuild(command, suite),
});

/** Any program under `valgrind --tool=callgrind`: what it executes, counted. valgrind may stand in the command itself, with options or behind another program. */
export const runner: ToolRunner = {
  ...program,
  async prepare(run, world) {
    const prepared = await program.prepare(run, world);
    return { ...prepared, collect: async (place) => ({ files: await dumpsIn(place, world), findings: [] }) };
  },
};

function isValgrind(word: string): boolean {
  return basename(word) === 'valgrind';
}

function underCallgrind(command: readonly string[]): string[] {
  const at = command.findIndex(isValgrind);
  const [start, rest] = at === -1 ? [['valgrind', '--quiet'], command] : [command.slice(0, at + 1), command.slice(at + 1)];
  const tool = rest.some((word) => word.startsWith('--tool=')) ? [] : ['--tool=callgrind'];
  return [...start, ...tool, '--callgrind-out-file={output}', ...rest];
}

/** callgrind.out, and what --separate-threads and dumps write beside it. */
async function dumpsIn({ folder, shown }: RoundPlace, { files }: World): Promise<OutputFile[]> {
  const names = (await files.list(folder)).map(({ name }) => name).filter((name) => name.startsWith(outputName)).sort();
  const found = await Promise.all(names.map((name) => findOutputFile(files, join(folder, name), `${shown}/${name}`)));
  return found.flat();
}

/** A program from Cargo's folder of debug builds. */
function debugBuild(command: readonly string[], { name, allowDebug }: SuiteConfig): Finding[] {
  const word = command.find((one) => /(?:^|[/\\])target[/\\](?:[^/\\]+[/\\])?debug[/\\]/.test(one));
  return word === undefined || allowDebug ? [] : [createFinding('BNL013', { suite: name, evidence: word }, { suite: name })];
}
