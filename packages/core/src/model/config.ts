import type { ComparisonPolicy, ExitCode, SloPolicy, Statistic, ToolName } from './generated/types.js';
import type { Mapping } from './mapping.js';

/** The configuration as the program uses it: every default filled in, every share a number, every quantity normalised, every time in ms. */
export interface Config {
  project: string;
  suites: SuiteConfig[];
  hostClass: string | null;
  env: { allow: string[]; redact: string[] };
  policy: ComparisonPolicy;
  paired: { timeBudgetMs: number; control: 'full' | 'sample' | 'off' };
  objectives: SloPolicy[];
  summary: SummaryEntry[];
  baselines: BaselineConfig;
  profile: string | null;
  gate: GateConfig;
}

/** One suite: what is started, how often, and for how long at most. */
export interface SuiteConfig {
  name: string;
  tool: ToolName;
  /** Program and arguments; null where the tool's own runner knows (tinybench). */
  command: string[] | null;
  files: string[];
  /** Relative to the project's folder; '' is the folder itself. */
  cwd: string;
  build: string[] | null;
  threads: number | null;
  dataset: string | null;
  filter: string | null;
  /** `perf,!slow`: performance specs with one of these tags and none behind `!`. */
  tags: string | null;
  seed: string | null;
  rounds: number;
  timeoutMs: number;
  env: Record<string, string>;
  allowDebug: boolean;
  /** Warm-up and measuring time of one benchmark inside a process, ms; null: the tool's own. */
  warmupMs: number | null;
  measureMs: number | null;
  /** How the output is read, of tool mapping alone. */
  mapping: Mapping | null;
  /** Started before each round and stopped after it; null: the suite needs none. */
  server: ServerConfig | null;
  /** Left out, with a warning, where the tool's program is absent. */
  optional: boolean;
  /** How often a round that failed for no reason in its numbers is run again. */
  retries: number;
}

/** A server under test, on this machine. */
export interface ServerConfig {
  command: string[];
  /** Relative to the project's folder. */
  cwd: string;
  /** On top of the suite's. */
  env: Record<string, string>;
  /** What shows that it takes requests. */
  ready: { kind: 'url'; url: string } | { kind: 'port'; port: number } | { kind: 'line'; line: string };
  /** How long it may take until then, ms. */
  timeoutMs: number;
}

/** One part of the one-line summary. */
export interface SummaryEntry {
  label: string;
  suite: string | null;
  benchmark: string;
  metric: string;
  statistic: Statistic;
  /** As written: the number is shown in this unit. */
  unit: string;
}

export type PromotionCriterion = 'default-branch' | 'clean-tree' | 'objectives' | 'no-regression' | 'tests-passed';

/** Where baselines live, how long they are kept, and what promotion demands. */
export interface BaselineConfig {
  directory: string;
  keep: number;
  keepMonths: number;
  defaultBranch: string | null;
  /** null: the default (all; tests-passed in CI only). */
  criteria: PromotionCriterion[] | null;
}

/** What the gate demands on an event. */
export interface GateEventConfig {
  /** Exit code per verdict, over every project's own. */
  raise: Readonly<Record<string, ExitCode>>;
  /** null: not said. */
  advisory: boolean | null;
}

/** The gate's own policy, of the config at the workspace's root. */
export interface GateConfig {
  pullRequest: GateEventConfig;
  defaultBranch: GateEventConfig;
  /** Patterns of folders whose configs are no projects. */
  ignore: string[];
}
