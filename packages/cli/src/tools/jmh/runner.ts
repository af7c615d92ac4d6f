import { basename } from 'node:path';
import { createFinding, type Finding, type NamedVersion } from '@benchline/core/model';
import type { World } from '../../ports/world.js';
import { userError } from '../../user-error.js';
import { exactFilter } from '../exact-filter.js';
import { programRunner } from '../program-runner.js';
import { hasPlaceholder } from '../placeholders.js';
import type { SuiteRun, ToolRunner } from '../tool-runner.js';
import { javaKey } from '../toolchain-key.js';

const install = 'Install a JDK, and build the jar with JMH in it: https://github.com/openjdk/jmh';

const program = programRunner({
  tool: 'jmh',
  traits: { start: ['java', '-jar', 'target/benchmarks.jar'], install, filter: 'tool', memory: 'allocations', key: javaKey },
  example: '["java", "-jar", "target/benchmarks.jar"]',
  output: 'jmh.json',
  beside: ['stdout.txt'],
  words: (command, { filter, warmupMs, measureMs }) => [
    ...command,
    ...(warmupMs === null ? [] : ['-w', timeOf(warmupMs)]),
    ...(measureMs === null ? [] : ['-r', timeOf(measureMs)]),
    ...['-rf', 'json', '-rff', '{output}'],
    ...(filter === null || hasPlaceholder(command, 'filter') ? [] : ['{filter}']),
  ],
  times: { warmup: true, measure: true },
  version: () => null,
  exactFilter: (ids) => exactFilter([...new Set(ids.map(methodOf))]),
  toolchain: readJdk,
  problems: findProblems,
  // With -foe true, of a benchmark that failed.
  benchmarkFailed: [1],
  refuse: (_files, { name, filter }, { stderr }) => {
    if (!stderr.includes('No matching benchmarks')) return;
    throw userError('BNL009', { suite: name, because: filter === null ? 'JMH found no matching benchmark' : `no benchmark matches the filter ${filter}` }, { suite: name });
  },
});

/** A jar with JMH's own main class, read from its JSON and, for the benchmarks that threw, from what it prints. Forks are the user's to choose. */
export const runner: ToolRunner = {
  ...program,
  // Both times are of each iteration, and how many of these and of forks there are, the benchmarks' annotations tell: paired mode could not plan with them.
  choices: (command) => ({ warmup: false, measure: false, filter: program.choices?.(command).filter ?? null }),
};

/** Of each iteration, not of all together. */
function timeOf(ms: number): string {
  return `${Math.max(1, Math.round(ms))}ms`;
}

/** The id without mode, parameters and threads: what JMH's regular expression is held against. */
function methodOf(id: string): string {
  return id.replace(/ \[.*$/s, '');
}

/** Of the Java that is told to run the benchmarks: `-jvm`, else the program itself. It writes its version to stderr. */
async function readJdk({ suite, folder, env }: SuiteRun, world: World): Promise<NamedVersion[]> {
  const command = suite.command ?? ['java'];
  const jvm = command.findIndex((word) => /^--?jvm$/.test(word));
  const program = (jvm === -1 ? command.find(isJava) : command[jvm + 1]) ?? null;
  if (program === null) return [];
  const { stdout, stderr } = await world.processes.run({ program, args: ['-version'], cwd: folder, env, timeoutMs: 60_000, signal: world.signal });
  return [{ name: 'java', version: /version "([^"]+)"/.exec(`${stderr}\n${stdout}`)?.[1] ?? null }];
}

function isJava(word: string): boolean {
  return /^java(?:\.exe)?$/i.test(basename(word));
}

/** Flags of the command that take away what is read. */
function findProblems({ suite }: SuiteRun, command: readonly string[]): Finding[] {
  if (hasPlaceholder(command, 'output')) return [];
  const at = { suite: suite.name };
  const elsewhere = command.some((word) => /^-rff?(?:=|$)/.test(word));
  const moved = command.some((word) => /^-o(?:=|$)/.test(word));
  return [
    ...(elsewhere ? [createFinding('BNL016', { problem: `The command of suite ${suite.name} writes its result elsewhere`, fix: 'Remove -rf and -rff, or write "-rf", "json", "-rff", "{output}".' }, at)] : []),
    ...(moved ? [createFinding('BNL016', { problem: `The command of suite ${suite.name} writes what it prints to a file`, fix: 'Remove -o: benchmarks that throw are told there alone.' }, at)] : []),
  ];
}
