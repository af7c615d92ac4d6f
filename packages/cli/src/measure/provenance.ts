import type { Commit, Config, Host, ReportProvenance, SuiteProvenance } from '@benchline/core/model';
import type { Parsed } from '@benchline/core/parse';
import { packageVersion } from '../package-version.js';
import type { World } from '../ports/world.js';
import { findCi } from '../origin/ci-provider.js';
import type { MeasuredSuite } from './measure-suites.js';
import type { Redactor } from './redaction.js';

/** Where and from what a report was measured. `host` and `commit` are read before the first round: the state that was measured. */
export interface RunFacts {
  config: Pick<Config, 'env' | 'hostClass'>;
  host: Omit<Host, 'class'>;
  commit: Commit;
  measured: ReportProvenance['measured'];
  redactor: Redactor;
}

export function reportProvenance({ config, host, commit, measured, redactor }: RunFacts, world: Pick<World, 'env'>): ReportProvenance {
  return {
    benchline: packageVersion,
    commit,
    host: { class: config.hostClass, ...host },
    ci: findCi(world.env),
    env: redactValues(allowedVariables(world.env, config.env.allow), redactor),
    taskHash: world.env['NX_TASK_HASH'] ?? world.env['TURBO_HASH'] ?? null,
    measured,
    original: null,
  };
}

/** What the allow-list names of the environment; a name ending in `*` is a prefix. Sorted. */
export function allowedVariables(env: World['env'], allow: readonly string[]): Record<string, string> {
  const isAllowed = (name: string): boolean => allow.some((pattern) => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern));
  const chosen = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined && isAllowed(entry[0]));
  return Object.fromEntries(chosen.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function redactValues(values: Readonly<Record<string, string>>, redactor: Redactor): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, redactor.text(value).slice(0, 8192)]));
}

/** What stands on a suite: its tool, its toolchain, and how it was called. */
export function suiteProvenance({ run, prepared, rounds }: Pick<MeasuredSuite, 'run' | 'prepared' | 'rounds'>, redactor: Redactor): SuiteProvenance {
  const { suite } = run;
  const { facts } = prepared;
  const [program, ...args] = facts.command;
  return {
    harness: harnessOf(rounds, facts.harnessVersion, suite.tool),
    toolchain: facts.toolchain,
    command: program === undefined ? [] : [redactor.value(program), ...args.map((word) => redactor.text(word).slice(0, 8192))],
    filter: suite.filter,
    threads: suite.threads,
    dataset: suite.dataset === null ? null : redactor.text(suite.dataset),
    seed: suite.seed,
    env: redactValues(suite.env, redactor),
    build: { profile: facts.build.profile, flags: facts.build.flags.map((flag) => redactor.text(flag)) },
  };
}

/** The output's own word on its version counts more than what the tool's program said. */
export function harnessOf(rounds: readonly Parsed[], version: string | null, tool: string): SuiteProvenance['harness'] {
  const harness = rounds[0]?.harness ?? { name: tool, version: null, outputVersion: null };
  return { ...harness, version: harness.version ?? version };
}
