import { basename, join } from 'node:path';
import { createFinding, type Finding } from '@benchline/core/model';
import { userError } from '../../user-error.js';
import { fillPlaceholders, hasPlaceholder, placeholderEnv, placeholderValues } from '../placeholders.js';
import { readOutputFile } from '../read-output-file.js';
import type { ToolCommand, SuiteRun, ToolRunner } from '../tool-runner.js';
import { readToolVersion } from '../tool-version.js';
import { programKey } from '../toolchain-key.js';

const install = 'Install hyperfine: apt install hyperfine, brew install hyperfine or cargo install hyperfine.';
const outputName = 'hyperfine.json';

/** hyperfine, read from the JSON it exports into the round's folder. */
export const runner: ToolRunner = {
  tool: 'hyperfine',
  traits: { start: null, install, filter: 'read', memory: 'peak', key: programKey('hyperfine --version') },
  async prepare(run, world) {
    const command = requireCommand(run);
    const program = command.find((word) => isHyperfine(word)) ?? 'hyperfine';
    const harnessVersion = await readToolVersion({ tool: 'hyperfine', program, install }, run, { world });
    return {
      facts: { command, harnessVersion, toolchain: [], build: { profile: null, flags: [] }, findings: findProblems(command, run) },
      build: null,
      plan: async ({ folder }) => planRun(command, run, join(folder, outputName)),
      collect: async (place) => ({ files: await readOutputFile(world.files, join(place.folder, outputName), `${place.shown}/${outputName}`), findings: [] }),
    };
  },
};

function isHyperfine(word: string): boolean {
  return /^hyperfine(\.exe)?$/.test(basename(word));
}

function requireCommand({ suite }: SuiteRun): readonly string[] {
  const { command, name } = suite;
  if (command === null) throw userError('BNL016', { problem: `Suite ${name} has no command`, fix: 'Set "command", for instance ["hyperfine", "--warmup", "3", "./program"].' }, { suite: name });
  if (hasPlaceholder(command, 'output')) return command;
  if (!command.some(isHyperfine)) throw userError('BNL016', { problem: `The command of suite ${name} calls hyperfine by another program`, fix: 'Pass "--export-json", "{output}" in the command.' }, { suite: name });
  const own = command.find((word) => word.startsWith('--export-json'));
  if (own !== undefined) throw userError('BNL016', { problem: `The command of suite ${name} exports its JSON elsewhere`, fix: 'Remove --export-json, or write "--export-json", "{output}".' }, { suite: name });
  return command;
}

function findProblems(command: readonly string[], { suite }: SuiteRun): Finding[] {
  const position = { suite: suite.name };
  const debug = command.find((word) => /(^|[\s/\\])target[/\\](?:[^/\\\s]+[/\\])?debug[/\\]/.test(word));
  const findings = debug === undefined || suite.allowDebug ? [] : [createFinding('BNL013', { suite: suite.name, evidence: debug }, position)];
  const ignored = [suite.warmupMs === null ? [] : ['warmup'], suite.measureMs === null ? [] : ['measure']].flat();
  const instead = { warmup: '--warmup RUNS', measure: '--runs RUNS' } as Record<string, string>;
  return [...findings, ...ignored.map((setting) => createFinding('BNL025', { setting, tool: 'hyperfine', instead: `${instead[setting]} in the command` }, position))];
}

/** Our flags stand right behind the program: what follows may end in `--`. */
function planRun(command: readonly string[], run: SuiteRun, output: string): ToolCommand {
  const values = placeholderValues(run.suite, output);
  const at = command.findIndex(isHyperfine) + 1;
  const words = hasPlaceholder(command, 'output') ? command : [...command.slice(0, at), '--export-json', '{output}', ...command.slice(at)];
  const [program, ...args] = fillPlaceholders(words, values) as [string, ...string[]];
  return { program, args, env: { ...placeholderEnv(values), ...run.suite.env } };
}
