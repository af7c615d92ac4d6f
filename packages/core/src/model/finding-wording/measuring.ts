import type { WordingOf } from './row.js';

/** Findings about running tools and reading their output. */
export interface MeasuringArgs {
  /** Timeout. */
  BNL001: { command: string; limit: string };
  /** Nothing was measured. */
  BNL009: { suite: string; because: string };
  /** Tool missing. */
  BNL010: { tool: string; program: string; install: string };
  /** Tool failed. */
  BNL011: { command: string; outcome: string };
  /** Debug build. */
  BNL013: { suite: string; evidence: string };
  /** Busy machine. */
  BNL014: { load: string; cores: string };
  /** Two benchmarks with one id. */
  BNL019: { id: string };
  /** Waiting for the machine lock. */
  BNL020: { owner: string };
  /** Measuring ended early. */
  BNL026: { suite: string; measured: string; planned: string; budget: string };
  /** Calls shorter than the clock can tell. */
  BNL033: { benchmarks: string };
  /** Measured with a debug build. */
  BNL034: { tool: string; evidence: string };
  /** A limit that the tool itself was given was crossed. */
  BNL036: { tool: string; limit: string };
  /** Few samples in a run. */
  BNL037: { benchmarks: string; least: string };
  /** A join job would have to measure. */
  BNL046: { project: string; key: string };
  /** The tool of a Benchline that was killed runs on. */
  BNL048: { processes: string };
  /** A spec whose numbers say less than they seem to. `because` is a clause. */
  BNL049: { benchmark: string; because: string };
  /** A key of Turborepo's cache that does not say what is measured. `problem` is a clause. */
  BNL057: { problem: string; file: string };
  /** Took no time at all, as its tool tells it. */
  BNL064: { command: string };
  /** Optional suite left out. */
  BNL065: { suite: string; because: string };
  /** Round run again. */
  BNL066: { suite: string; round: string; retry: string; retries: string; because: string };
}

export const measuringWording: WordingOf<MeasuringArgs> = {
  BNL001: {
    title: 'Timeout',
    level: 'error',
    say: ({ command, limit }) => ({
      what: `${command} did not end within ${limit}.`,
      why: 'The limit of one run was reached; the tool and every process it started were stopped.',
      fix: 'Measure less (--filter), or raise --timeout or the suite\'s "timeout".',
    }),
  },
  BNL009: {
    title: 'Nothing was measured',
    level: 'error',
    say: ({ suite, because }) => ({
      what: `Suite ${suite} measured nothing: ${because}.`,
      why: 'A run without a single measurement is a failure, also when the tool said that it succeeded.',
      fix: 'Check --filter, --tags and the suite\'s command; of ingest, the file and --tool.',
    }),
  },
  BNL010: {
    title: 'Tool missing',
    level: 'error',
    say: ({ tool, program, install }) => ({
      what: `${program} was not found, which ${tool} needs.`,
      why: 'The program is not on PATH.',
      fix: install,
    }),
  },
  BNL011: {
    title: 'Tool failed',
    level: 'error',
    say: ({ command, outcome }) => ({
      what: `${command} failed: ${outcome}.`,
      why: 'A tool that fails may have measured nothing or the wrong thing; its numbers are not used.',
      fix: 'Run the command by itself; its output is kept below .benchline/.',
    }),
  },
  BNL013: {
    title: 'Debug build',
    level: 'error',
    say: ({ suite, evidence }) => ({
      what: `Suite ${suite} would measure a debug build (${evidence}).`,
      why: 'Numbers of an unoptimised build say nothing about the optimised one.',
      fix: 'Build with optimisation, or set "allowDebug": true on the suite if this is meant.',
    }),
  },
  BNL014: {
    title: 'Busy machine',
    level: 'warning',
    say: ({ load, cores }) => ({
      what: `The machine is busy: load ${load} on ${cores} cores.`,
      why: 'Other work makes measurements slower and noisier.',
      fix: 'Stop other work, or use paired mode, which shares the noise between both sides.',
    }),
  },
  BNL019: {
    title: 'Two benchmarks with one id',
    level: 'error',
    say: ({ id }) => ({
      what: `Two benchmarks share the id ${id}.`,
      why: 'Their values cannot be told apart, so neither is used.',
      fix: 'Give each a name of its own, or split them into two suites.',
    }),
  },
  BNL020: {
    title: 'Waiting for the machine',
    level: 'note',
    say: ({ owner }) => ({
      what: `Waiting: another Benchline run measures on this machine (${owner}).`,
      why: 'Two benchmarks at once would disturb each other.',
      fix: 'It goes on by itself when the other run ends.',
    }),
  },
  BNL026: {
    title: 'Measuring ended early',
    level: 'warning',
    say: ({ suite, measured, planned, budget }) => ({
      what: `Suite ${suite}: ${measured} of ${planned} rounds fitted into the time budget of ${budget}.`,
      why: 'No round begins that would exceed the budget; fewer rounds give wider intervals.',
      fix: 'Raise --time-budget, or measure less (--filter, fewer rounds).',
    }),
  },
  BNL033: {
    title: 'Clock too coarse',
    level: 'warning',
    say: ({ benchmarks }) => ({
      what: `One call takes less than 1 µs, and each was timed by itself: ${benchmarks}.`,
      why: 'The clock\'s own cost and its steps are a good part of such times: small changes do not show, or show as jumps.',
      fix: 'Do the work many times in one call, for instance in a loop of 1000.',
    }),
  },
  BNL034: {
    title: 'Measured with a debug build',
    level: 'warning',
    say: ({ tool, evidence }) => ({
      what: `The output of ${tool} says that a debug build was measured (${evidence}).`,
      why: 'Numbers of a debug build do not compare with those of an optimised one.',
      fix: 'Measure an optimised build of the program and of its benchmark library.',
    }),
  },
  BNL036: {
    title: 'A limit of the tool\'s own was crossed',
    level: 'warning',
    say: ({ tool, limit }) => ({
      what: `${tool} says that a limit of its own was crossed: ${limit}.`,
      why: 'The measurement is whole and is used; the limit was given to the tool, and Benchline does not judge by it.',
      fix: 'Look at what it limits; to gate on it, make it an objective of the config (benchline slo).',
    }),
  },
  BNL037: {
    title: 'Few samples',
    level: 'warning',
    say: ({ benchmarks, least }) => ({
      what: `Fewer than ${least} samples in one run: ${benchmarks}.`,
      why: 'A round is then the mean of next to nothing, and whatever disturbs one sample moves it; some tools\' quick modes do this.',
      fix: 'Measure without the quick mode (--quick), or give the tool a longer time.',
    }),
  },
  BNL046: {
    title: 'Not in the cache',
    level: 'error',
    say: ({ project, key }) => ({
      what: `${project} would have to be measured, and this run may only use measurements from the cache (--require-cached).`,
      why: `The task runner has no result for this task's key, ${key}. What usually differs from the job that measured: the host class (BENCHLINE_HOST_CLASS), a tool's version, an environment variable of the key, options, or the checked-out commit.`,
      fix: 'Give this job the same host class and tools, let it wait for the job that measures, and check that both reach one remote cache; or bring the reports as CI artefacts.',
    }),
  },
  BNL048: {
    title: 'A killed run left its tool behind',
    level: 'warning',
    say: ({ processes }) => ({
      what: `A Benchline run that was killed left its tool running; it was ended now: ${processes}.`,
      why: 'What still runs disturbs every measurement on this machine.',
      fix: 'Nothing. Stop Benchline with Ctrl-C or SIGTERM, and it ends its tools itself.',
    }),
  },
  BNL049: {
    title: 'Spec measured in doubt',
    level: 'warning',
    say: ({ benchmark, because }) => ({
      what: `${benchmark}: ${because}.`,
      why: 'The numbers are those that were measured; they say less of the code than they seem to.',
      fix: 'Change the spec, or compare it with care.',
    }),
  },
  BNL057: {
    title: 'Cache key that does not hold',
    level: 'error',
    say: ({ problem, file }) => ({
      what: `Turborepo would keep this measurement under a key that does not describe it: ${problem}.`,
      why: `Turborepo cannot ask a tool for its version; it knows toolchain and machine from ${file} alone, read before any task began. What is kept under a wrong key is restored elsewhere.`,
      fix: `At the workspace's root write the file first: benchline fingerprint --out ${file} && turbo run bench. A variable that the task does not see belongs under its env in turbo.json.`,
    }),
  },
  BNL064: {
    title: 'Too quick to time',
    level: 'warning',
    say: ({ command }) => ({
      what: `A run of ${command} took no time at all once the start of the shell was taken off, so its numbers are not used.`,
      why: 'The shell takes longer than the command, and what is left of the difference is chance: zero compares with nothing.',
      fix: 'Run the command without a shell (hyperfine -N).',
    }),
  },
  BNL065: {
    title: 'Optional suite left out',
    level: 'warning',
    say: ({ suite, because }) => ({
      what: `Suite ${suite} was left out: ${because}.`,
      why: 'The suite is "optional". Nothing of it was measured: its objectives are unknown, and beside a baseline it is missing.',
      fix: 'Install the program where this suite is to count, or take "optional" away, so that its absence is an error.',
    }),
  },
  BNL066: {
    title: 'Round run again',
    level: 'warning',
    say: ({ suite, round, retry, retries, because }) => ({
      what: `Round ${round} of suite ${suite} was run again (${retry} of at most ${retries}): ${because}.`,
      why: 'The run that failed gave no numbers, and none of it was used. A round is never run again because of its numbers.',
      fix: 'Once may be chance; where it happens again and again, find out why before you trust the suite.',
    }),
  },
};
