/** What each finding is called and says. A new one: a row in FindingArgs, a row in findingWording; docs/reference/findings.md is generated. */
export interface FindingArgs {
  /** Timeout. */
  BNL001: { command: string; limit: string };
  /** Output that could not be parsed. */
  BNL002: { tool: string; problem: string };
  /** Schema violation. */
  BNL003: { artefact: string; expected: string; found: string };
  /** Forge authentication. */
  BNL004: { forge: string; problem: string; fix: string };
  /** Objective violated. */
  BNL005: { objective: string; observed: string; limit: string };
  /** Promotion refused or failed. */
  BNL006: { problem: string };
  /** Audit package failed. */
  BNL007: { problem: string };
  /** File missing. */
  BNL008: { path: string; purpose: string };
  /** Nothing was measured. */
  BNL009: { suite: string; because: string };
  /** Tool missing. */
  BNL010: { tool: string; program: string; install: string };
  /** Tool failed. */
  BNL011: { command: string; outcome: string };
  /** Input beyond the limits. */
  BNL012: { limit: string; found: string };
  /** Debug build. */
  BNL013: { suite: string; evidence: string };
  /** Busy machine. */
  BNL014: { load: string; cores: string };
  /** File could not be read or written. */
  BNL015: { operation: string; path: string; problem: string };
  /** Bad option. */
  BNL016: { problem: string; fix: string };
  /** Objective matches nothing. */
  BNL017: { objective: string };
  /** Expired exception. */
  BNL018: { benchmark: string; expired: string };
  /** Two benchmarks with one id. */
  BNL019: { id: string };
  /** Waiting for the machine lock. */
  BNL020: { owner: string };
  /** Interrupted. */
  BNL021: { signal: string };
  /** Git fails. */
  BNL022: { problem: string; fix: string };
  /** Summary entry matches nothing. */
  BNL023: { label: string };
  /** A fault in Benchline itself. */
  BNL024: { problem: string };
  /** Setting without effect. */
  BNL025: { setting: string; tool: string; instead: string };
  /** Measuring ended early. */
  BNL026: { suite: string; measured: string; planned: string; budget: string };
  /** Time budget too small. */
  BNL027: { budget: string; needed: string };
  /** Measured at head only. */
  BNL028: { suite: string; because: string };
  /** Base and head are the same code. */
  BNL029: { commit: string };
  /** Profile of another machine. */
  BNL030: { profile: string; made: string; here: string };
  /** Calibration ended early. */
  BNL031: { measured: string; planned: string; budget: string };
  /** Baselines, and none in force. */
  BNL032: { folder: string };
  /** Calls shorter than the clock can tell. */
  BNL033: { benchmarks: string };
  /** Measured with a debug build. */
  BNL034: { tool: string; evidence: string };
  /** Left out of an export. */
  BNL035: { left: string; format: string; because: string };
  /** A limit that the tool itself was given was crossed. */
  BNL036: { tool: string; limit: string };
  /** Few samples in a run. */
  BNL037: { benchmarks: string; least: string };
  /** Two results for one project. */
  BNL038: { project: string; first: string; second: string };
  /** A result of other code than what is checked out. */
  BNL039: { project: string; because: string };
  /** A project that had to report did not. */
  BNL040: { project: string; because: string };
  /** Objectives of other host classes. */
  BNL041: { objectives: string; host: string };
  /** Close to a limit. */
  BNL042: { objectives: string };
  /** A limit set by the environment. */
  BNL043: { variable: string; objective: string; limit: string; configured: string };
  /** Left out of an import. */
  BNL044: { left: string; because: string; fix: string };
  /** A report that was not measured in this folder, nor by this CI run. */
  BNL045: { project: string; measured: string };
  /** A join job would have to measure. */
  BNL046: { project: string; key: string };
  /** A report compared with itself. */
  BNL047: { baseline: string | null };
  /** The tool of a Benchline that was killed runs on. */
  BNL048: { processes: string };
  /** A spec whose numbers say less than they seem to. `because` is a clause. */
  BNL049: { benchmark: string; because: string };
  /** A policy looser than at the policy ref. */
  BNL050: { project: string; changes: string; ref: string };
  /** A change of policy that the stored result cannot be judged again for. */
  BNL051: { project: string; change: string; ref: string };
  /** Another baseline than at the policy ref. */
  BNL052: { project: string; used: string; expected: string; ref: string };
  /** An accepted regression that does nothing. */
  BNL053: { entry: string; problem: string };
  /** The policy was read from the working tree. */
  BNL054: { because: string };
  /** Affected projects cannot be told. */
  BNL055: { because: string };
  /** A project or suite that the policy ref has and this tree has not. */
  BNL056: { removed: string; ref: string };
  /** A key of Turborepo's cache that does not say what is measured. `problem` is a clause. */
  BNL057: { problem: string; file: string };
  /** Comment or check not published. */
  BNL058: { forge: string; what: string; because: string; fix: string };
  /** Forge unreachable. */
  BNL059: { forge: string; problem: string };
  /** Untrusted result refused. */
  BNL060: { problem: string };
  /** `because` is a clause. */
  BNL061: { server: string; because: string };
  /** Of the suite's server; `outcome` is a clause. */
  BNL062: { server: string; outcome: string };
  /** Where something answers already. */
  BNL063: { server: string; place: string };
  /** Took no time at all, as its tool tells it. */
  BNL064: { command: string };
  /** Optional suite left out. */
  BNL065: { suite: string; because: string };
  /** Round run again. */
  BNL066: { suite: string; round: string; retry: string; retries: string; because: string };
}

export type FindingCode = keyof FindingArgs;

interface Wording {
  what: string;
  why: string;
  fix: string;
}

interface FindingRow<Args> {
  title: string;
  level: 'error' | 'warning' | 'note';
  say(args: Args): Wording;
}

export const findingWording: { [C in FindingCode]: FindingRow<FindingArgs[C]> } = {
  BNL001: {
    title: 'Timeout',
    level: 'error',
    say: ({ command, limit }) => ({
      what: `${command} did not end within ${limit}.`,
      why: 'The limit of one run was reached; the tool and every process it started were stopped.',
      fix: 'Measure less (--filter), or raise --timeout or the suite\'s "timeout".',
    }),
  },
  BNL002: {
    title: 'Output could not be parsed',
    level: 'error',
    say: ({ tool, problem }) => ({
      what: `Output of ${tool} could not be parsed: ${problem}.`,
      why: 'Numbers that cannot be read with certainty are not guessed.',
      fix: 'Look at the file or line named; check that the suite names the right tool.',
    }),
  },
  BNL003: {
    title: 'Schema violation',
    level: 'error',
    say: ({ artefact, expected, found }) => ({
      what: `Not a valid ${artefact}: expected ${expected}, found ${found}.`,
      why: 'Every artefact is checked against its schema when it is written and when it is read.',
      fix: 'Correct the place named, or make the file again.',
    }),
  },
  BNL004: {
    title: 'Forge authentication',
    level: 'error',
    say: ({ forge, problem, fix }) => ({
      what: `${forge} refused the credentials: ${problem}.`,
      why: 'The token is missing, expired, revoked, or another forge\'s.',
      fix,
    }),
  },
  BNL005: {
    title: 'Objective violated',
    level: 'error',
    say: ({ objective, observed, limit }) => ({
      what: `${objective}: ${observed} misses the limit ${limit}.`,
      why: 'The observed value lies beyond the limit and its tolerance band.',
      fix: 'Make it faster, or change the objective, in the config or in its spec, in a reviewed commit.',
    }),
  },
  BNL006: {
    title: 'Promotion refused or failed',
    level: 'error',
    say: ({ problem }) => ({
      what: `Nothing was promoted: ${problem}.`,
      why: 'A baseline must be worth comparing with; every criterion has to hold.',
      fix: 'Settle what is named and promote again; --dry-run shows every criterion.',
    }),
  },
  BNL007: {
    title: 'Audit package failed',
    level: 'error',
    say: ({ problem }) => ({
      what: `Audit package: ${problem}.`,
      why: 'A package proves something only if every file, digest and verdict agrees.',
      fix: 'Create the package anew from the artefacts; do not edit it by hand.',
    }),
  },
  BNL008: {
    title: 'File missing',
    level: 'error',
    say: ({ path, purpose }) => ({
      what: `${path} is missing.`,
      why: `It is needed as ${purpose}.`,
      fix: 'Check the path; run the command that makes the file first.',
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
  BNL012: {
    title: 'Input beyond the limits',
    level: 'error',
    say: ({ limit, found }) => ({
      what: `Input beyond the limits: at most ${limit}, found ${found}.`,
      why: 'Size, depth and numbers are limited before anything else looks at the input.',
      fix: 'Check that this is the file you mean; split it if it is.',
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
  BNL015: {
    title: 'File could not be read or written',
    level: 'error',
    say: ({ operation, path, problem }) => ({
      what: `Could not ${operation} ${path}: ${problem}.`,
      why: 'The file system refused.',
      fix: 'Check the path, its permissions and the free space.',
    }),
  },
  BNL016: {
    title: 'Bad option',
    level: 'error',
    say: ({ problem, fix }) => ({ what: `${problem}.`, why: 'The command line or the configuration asks for something that cannot be.', fix }),
  },
  BNL017: {
    title: 'Objective matches nothing',
    level: 'error',
    say: ({ objective }) => ({
      what: `Objective ${objective} matches no measured benchmark and metric.`,
      why: 'An objective that checks nothing would pass for ever.',
      fix: 'Correct its pattern or metric, or remove it.',
    }),
  },
  BNL018: {
    title: 'Expired exception',
    level: 'warning',
    say: ({ benchmark, expired }) => ({
      what: `The exception for ${benchmark} expired on ${expired} and no longer applies.`,
      why: 'Exceptions have an end, so that they do not hide regressions for ever.',
      fix: 'Remove it, or give it a new reason and date in a reviewed commit.',
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
  BNL021: {
    title: 'Interrupted',
    level: 'error',
    say: ({ signal }) => ({
      what: `Interrupted by ${signal}.`,
      why: 'The run did not finish; the last good report is untouched.',
      fix: 'Run the command again.',
    }),
  },
  BNL022: {
    title: 'Git',
    level: 'error',
    say: ({ problem, fix }) => ({ what: `${problem}.`, why: 'What is asked for needs the repository\'s history.', fix }),
  },
  BNL023: {
    title: 'Summary entry matches nothing',
    level: 'warning',
    say: ({ label }) => ({
      what: `Summary entry ${label} matches no measured benchmark and metric.`,
      why: 'Its value is left out of the summary.',
      fix: 'Correct its pattern, metric or unit.',
    }),
  },
  BNL024: {
    title: 'Internal error',
    level: 'error',
    say: ({ problem }) => ({
      what: `Benchline failed: ${problem}.`,
      why: 'This is a fault in Benchline, not in what you wrote.',
      fix: 'Please report it with the command you ran; BENCHLINE_DEBUG=1 prints the stack.',
    }),
  },
  BNL025: {
    title: 'Setting without effect',
    level: 'note',
    say: ({ setting, tool, instead }) => ({
      what: `"${setting}" has no effect on ${tool}.`,
      why: `${tool} has no setting of this kind.`,
      fix: `Use ${instead}.`,
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
  BNL027: {
    title: 'Time budget too small',
    level: 'error',
    say: ({ budget, needed }) => ({
      what: `The time budget of ${budget} is too small: measuring both sides takes at least ${needed}.`,
      why: 'Fewer than ten rounds a side, or shorter ones, prove nothing; the tool\'s own time is already at its least.',
      fix: `Pass --time-budget "${needed}", or measure less (--filter, --suite).`,
    }),
  },
  BNL028: {
    title: 'Measured at head only',
    level: 'note',
    say: ({ suite, because }) => ({
      what: `Suite ${suite} is measured at head only: ${because}.`,
      why: 'Both sides are driven by head\'s configuration, which the base does not know yet.',
      fix: 'Nothing: its benchmarks count as new, and are compared from the next change on.',
    }),
  },
  BNL029: {
    title: 'Base and head are the same code',
    level: 'note',
    say: ({ commit }) => ({
      what: `Base and head are both commit ${commit}: the code is compared with itself.`,
      why: 'There is nothing between the two; whatever is flagged is a false alarm.',
      fix: 'Check out the branch to compare, or pass another ref to --against.',
    }),
  },
  BNL030: {
    title: 'Profile of another machine',
    level: 'warning',
    say: ({ profile, made, here }) => ({
      what: `Profile ${profile} was made on ${made}, and this is ${here}.`,
      why: 'It is used because it is named; the noise of another machine may be larger or smaller.',
      fix: 'Run benchline calibrate here, or name no profile: the one that fits is then found.',
    }),
  },
  BNL031: {
    title: 'Calibration ended early',
    level: 'warning',
    say: ({ measured, planned, budget }) => ({
      what: `${measured} of ${planned} comparisons fitted into the time budget of ${budget}.`,
      why: 'No comparison begins that would exceed the budget; with fewer than ten the noise floor is the default.',
      fix: 'Add more to the profile with benchline calibrate --append, or raise --time-budget.',
    }),
  },
  BNL032: {
    title: 'No baseline in force',
    level: 'warning',
    say: ({ folder }) => ({
      what: `${folder} has baselines, but none is in force: its current.json is missing or names none.`,
      why: 'Without it nothing is compared, and every benchmark counts as new.',
      fix: 'Restore current.json from git, or run benchline baseline restore ID; benchline baseline list shows the ids.',
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
  BNL035: {
    title: 'Left out of an export',
    level: 'warning',
    say: ({ left, format, because }) => ({
      what: `Not in the ${format} export: ${left}, because ${because}.`,
      why: 'The format has no place for it, and nothing is made up to fill one.',
      fix: 'Take another format (benchfmt and csv hold most), or the report itself.',
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
  BNL038: {
    title: 'Two results for one project',
    level: 'error',
    say: ({ project, first, second }) => ({
      what: `Project ${project} has two results: ${first} and ${second}.`,
      why: 'Nobody could tell which one counts, so neither is used.',
      fix: 'Remove the one that is out of date, name the folders to judge, or give the projects names of their own.',
    }),
  },
  BNL039: {
    title: 'Stale result',
    level: 'warning',
    say: ({ project, because }) => ({
      what: `The result of ${project} is stale: ${because}.`,
      why: 'It may say nothing of the code that is checked out.',
      fix: 'Measure and compare again at this commit.',
    }),
  },
  BNL040: {
    title: 'Project did not report',
    level: 'error',
    say: ({ project, because }) => ({
      what: `There is nothing to judge of project ${project}: ${because}.`,
      why: 'What is missing is not a pass: its benchmarks may have become slower unseen.',
      fix: 'Run benchline compare or benchline slo in it; where only affected projects run, pass --affected-only.',
    }),
  },
  BNL041: {
    title: 'Objectives of other host classes',
    level: 'note',
    say: ({ objectives, host }) => ({
      what: `Not checked here: ${objectives}; the report was measured on ${host}.`,
      why: 'Their "hostClass" names other machines, whose limits say nothing of this one.',
      fix: 'Nothing, if that is meant; else set BENCHLINE_HOST_CLASS where it was measured, or correct "hostClass".',
    }),
  },
  BNL042: {
    title: 'Close to a limit',
    level: 'warning',
    say: ({ objectives }) => ({
      what: `Close to the limit: ${objectives}.`,
      why: 'They hold, but noise or one small slowdown may be enough to miss them.',
      fix: 'Look at what grew last; "near" of the objective says how close is too close, and 0 switches this off.',
    }),
  },
  BNL043: {
    title: 'Limit set by the environment',
    level: 'warning',
    say: ({ variable, objective, limit, configured }) => ({
      what: `${variable} sets the limit of ${objective} to ${limit}; configured is ${configured}.`,
      why: 'The environment stands above the config; whoever reads the verdict must know that another limit held.',
      fix: 'Unset the variable to judge by the config; to keep the limit, write it into the config in a reviewed commit.',
    }),
  },
  BNL044: {
    title: 'Left out of an import',
    level: 'warning',
    say: ({ left, because, fix }) => ({
      what: `Not imported: ${left}: ${because}.`,
      why: 'What has no certain meaning as an objective is not guessed.',
      fix,
    }),
  },
  BNL045: {
    title: 'Replayed measurement',
    level: 'note',
    say: ({ project, measured }) => ({
      what: `The report of ${project} was not measured by this run: it was measured ${measured}, and was restored from a cache or copied here.`,
      why: 'A task cache replays a result whose inputs are the same. It is the earlier measurement, not a second one, and says nothing about how this machine is now.',
      fix: 'To measure anew: nx run PROJECT:bench-compare --skip-nx-cache, turbo run bench-compare --force, or benchline bench and benchline compare.',
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
  BNL047: {
    title: 'Compared with itself',
    level: 'note',
    say: ({ baseline }) => ({
      what: baseline === null ? 'Both sides are the same report.' : `This report is what was promoted as baseline ${baseline}: it is compared with itself.`,
      why: 'A measurement is never different from itself: "unchanged" is no evidence here.',
      fix: 'Measure again (benchline bench), then compare.',
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
  BNL050: {
    title: 'Looser policy',
    level: 'warning',
    say: ({ project, changes, ref }) => ({
      what: `The policy of ${project} is looser than at ${ref}: ${changes}.`,
      why: `Nobody loosens their own gate: its results were judged by the policy at ${ref}, and by their own where that is stricter.`,
      fix: 'Nothing, if the change is meant: it holds from the commit that brings it to the default branch on.',
    }),
  },
  BNL051: {
    title: 'Policy that a stored result cannot be judged by',
    level: 'error',
    say: ({ project, change, ref }) => ({
      what: `The results of ${project} cannot be judged by the policy at ${ref}: ${change}.`,
      why: 'Nobody loosens their own gate, and what the result holds does not tell what that policy would have said.',
      fix: `Compare with the policy at ${ref} (benchline compare --policy-ref), or change the policy by itself first.`,
    }),
  },
  BNL052: {
    title: 'Another baseline than the reviewed one',
    level: 'error',
    say: ({ project, used, expected, ref }) => ({
      what: `${project} was compared with ${used}; at ${ref} the baseline is ${expected}.`,
      why: 'A change that brings its own baseline would be compared with itself.',
      fix: `Compare with the baseline at ${ref} (benchline compare --policy-ref), and promote on the default branch.`,
    }),
  },
  BNL053: {
    title: 'Accepted regression without effect',
    level: 'warning',
    say: ({ entry, problem }) => ({
      what: `The accepted regression ${entry} ${problem}.`,
      why: 'What stays in the list unseen hides the next slowdown.',
      fix: 'Remove the entry, or renew it with a reason and a day.',
    }),
  },
  BNL054: {
    title: 'Policy of the working tree',
    level: 'warning',
    say: ({ because }) => ({
      what: `The policy was read from the working tree: ${because}.`,
      why: 'A change can loosen its own gate there.',
      fix: 'Fetch the whole history (fetch-depth: 0), or name the commit: --policy-ref origin/main.',
    }),
  },
  BNL055: {
    title: 'Affected projects unknown',
    level: 'warning',
    say: ({ because }) => ({
      what: `Which projects the change affects cannot be told: ${because}. Every project with a config had to report.`,
      why: 'Changed folders alone do not say what depends on them.',
      fix: 'Install the workspace\'s Nx or Turborepo and fetch the whole history (fetch-depth: 0), or leave --affected out.',
    }),
  },
  BNL056: {
    title: 'Removed from the gate',
    level: 'warning',
    say: ({ removed, ref }) => ({
      what: `At ${ref} there is ${removed}, and here it is no more.`,
      why: 'What is not measured cannot become slower in anybody\'s sight.',
      fix: 'Make sure that the removal is meant; restore it otherwise.',
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
  BNL058: {
    title: 'Not published',
    level: 'warning',
    say: ({ forge, what, because, fix }) => ({
      what: `No ${what} on ${forge}: ${because}.`,
      why: 'The verdict and the exit code are what they are without it; the job summary has the same text.',
      fix,
    }),
  },
  BNL059: {
    title: 'Forge unreachable',
    level: 'error',
    say: ({ forge, problem }) => ({
      what: `${forge} could not be reached: ${problem}.`,
      why: 'It was asked several times; nothing tells whether what was sent last has arrived.',
      fix: 'Run the job again; a comment that did arrive is found and updated, never doubled.',
    }),
  },
  BNL060: {
    title: 'Untrusted result refused',
    level: 'error',
    say: ({ problem }) => ({
      what: `A result that was handed over by an untrusted run was refused: ${problem}.`,
      why: 'Whoever opened the pull request made it, so it is used only if it is exactly what is expected.',
      fix: 'Look at the run that made it; nothing was published.',
    }),
  },
  BNL061: {
    title: 'Server not ready',
    level: 'error',
    say: ({ server, because }) => ({
      what: `The server under test did not become ready: ${because}.`,
      why: 'Requests to a server that does not answer measure nothing.',
      fix: `Run ${server} by itself; correct "server" of the suite, or raise its "timeout". What it printed is kept below .benchline/.`,
    }),
  },
  BNL062: {
    title: 'Server ended while it was measured',
    level: 'error',
    say: ({ server, outcome }) => ({
      what: `The server under test ended while it was measured: ${outcome}.`,
      why: 'Refused connections are quick: the numbers of this round are not those of the server, and are not used.',
      fix: `Run ${server} under the same load by itself; what it printed is kept below .benchline/.`,
    }),
  },
  BNL063: {
    title: 'Another server answers there',
    level: 'error',
    say: ({ server, place }) => ({
      what: `Something answers at ${place} already, before ${server} was started.`,
      why: 'The load would reach that server, and not the one under test.',
      fix: 'Stop what listens there, or give the server under test another port.',
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
