import { createFinding, type Finding, type NamedVersion } from '@benchline/core/model';
import type { World } from '../../ports/world.js';
import { hasPlaceholder } from '../placeholders.js';
import { programRunner, type ToolKnobs } from '../program-runner.js';
import type { SuiteRun, ToolRunner } from '../tool-runner.js';
import { readVersionOf } from '../tool-version.js';
import { goKey, overridable } from '../toolchain-key.js';
import { hasFlag, splitGoTest, withoutFlag, type GoTest } from './go-command.js';

const install = 'Install Go: https://go.dev/dl/';

const program = programRunner({
  tool: 'go',
  traits: { start: ['go', 'test', '-run', '^$', '-bench', '.', '-benchmem', './...'], install, filter: 'tool', memory: 'allocations', programs: ['go'], key: overridable(goKey, 'go') },
  example: '["go", "test", "-run", "^$", "-bench", ".", "-benchmem", "./..."]',
  output: 'stdout.txt',
  words: (command, knobs) => {
    const test = splitGoTest(command);
    return test === null ? [...command] : wordsOf(test, knobs, hasPlaceholder(command, 'filter'));
  },
  times: { warmup: 'work before b.Loop() or b.ResetTimer() in the benchmark', measure: true },
  version: (command) => {
    const test = splitGoTest(command);
    return test === null ? null : [test.program, 'version'];
  },
  toolchain: readGo,
  problems: findProblems,
  exactFilter,
  benchmarkFailed: [1],
});

/** go test, read from what it prints. A command that calls it by another program gets none of our flags. */
export const runner: ToolRunner = {
  ...program,
  choices: (command) => (command === null || splitGoTest(command) !== null ? program.choices!(command) : { warmup: false, measure: false, filter: null }),
};

/** -v keeps results in one piece whatever the benchmarks print; the limit of time is the suite's own. */
function wordsOf({ start, words, rest }: GoTest, { filter, measureMs }: ToolKnobs, hasFilter: boolean): string[] {
  const chosen = filter !== null && !hasFilter;
  const timed = measureMs === null ? words : withoutFlag(words, 'benchtime');
  const kept = chosen ? withoutFlag(timed, 'bench') : timed;
  const flags = [
    ...(hasFlag(words, 'v', 'json') ? [] : ['-v']),
    ...(hasFlag(words, 'timeout') ? [] : ['-timeout', '0']),
    ...(hasFlag(words, 'run') ? [] : ['-run', '^$']),
    ...(chosen ? ['-bench', '{filter}'] : hasFlag(words, 'bench') ? [] : ['-bench', '.']),
    ...(measureMs === null ? [] : ['-benchtime', `${Math.max(1, Math.round(measureMs))}ms`]),
  ];
  return [...start, ...flags, ...kept, ...rest];
}

/** Go's own version, and that of the testing package with it. go.mod may choose another than the one that is installed. */
async function readGo(run: SuiteRun, world: World): Promise<NamedVersion[]> {
  const go = splitGoTest(run.suite.command ?? ['go', 'test'])?.program;
  return go === undefined ? [] : [{ name: 'go', version: await readVersionOf([go, 'version'], { tool: 'go', install }, { run, world }) }];
}

function findProblems({ suite, env }: SuiteRun, command: readonly string[]): Finding[] {
  const at = { suite: suite.name };
  const test = splitGoTest(command);
  if (test === null) {
    const unheard = suite.filter !== null && !hasPlaceholder(command, 'filter');
    return [
      ...(unheard ? [createFinding('BNL016', { problem: `The command of suite ${suite.name} calls go test by another program, which no filter reaches`, fix: 'Pass "{filter}" in the command, or leave the filter out.' }, at)] : []),
      ...(suite.measureMs === null ? [] : [createFinding('BNL025', { setting: 'measure', tool: 'a program that calls go test', instead: '-benchtime where go test is called' }, at)]),
    ];
  }
  const evidence = slowdownOf([...test.words, ...(env['GOFLAGS'] ?? '').split(/\s+/)]);
  return evidence === null || suite.allowDebug ? [] : [createFinding('BNL013', { suite: suite.name, evidence }, at)];
}

/** A flag with which the compiler does not optimise, or adds code of its own. */
function slowdownOf(words: readonly string[]): string | null {
  const added = words.find((word) => /^--?(?:race|msan|asan|cover|covermode|coverpkg|coverprofile|test\.coverprofile)(?:=(?!false$)|$)/.test(word));
  const at = words.findIndex((word) => /^--?gcflags(?:=|$)/.test(word));
  const flags = words[at]?.includes('=') ? words[at] : `${words[at]} ${words[at + 1] ?? ''}`;
  return added ?? (at !== -1 && /(?:[=\s'"]|^)-[Nl](?=[\s'"]|$)/.test(flags) ? flags : null);
}

/** Functions alone: what -bench finds below them are all their sub-benchmarks. Import paths have dots as well; no function is called after their parts. */
function exactFilter(ids: readonly string[]): string | null {
  const functions = new Set(ids.flatMap((id) => [...id.matchAll(/(?:^|\.)([\p{L}\p{N}_]+)/gu)].map(([, name]) => name)));
  const filter = `^Benchmark(?:${[...functions].join('|')})?$`;
  return Buffer.byteLength(filter) <= 100_000 ? filter : null;
}
