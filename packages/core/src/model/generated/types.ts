/* Generated from schemas/ by `npm run generate`. Do not edit. */
/* eslint-disable */

/**
 * SHA-256 of a file's bytes.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "Digest".
 */
export type Digest = string;
/**
 * A moment in UTC, ISO 8601.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "Instant".
 */
export type Instant = string;
/**
 * A calendar day, ISO 8601.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "Day".
 */
export type Day = string;
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "Name".
 */
export type Name = string;
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "Text".
 */
export type Text = string;
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "Count".
 */
export type Count = number;
/**
 * Which way is better; null: unknown, never gates.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "Direction".
 */
export type Direction = 'lower' | 'higher' | null;
/**
 * raw: every iteration was seen; batch-mean: means over batches of iterations; summary: the tool's own summary alone; exact: a count that repeats exactly.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "MetricKind".
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "MappedKind".
 */
export type MetricKind = 'raw' | 'batch-mean' | 'summary' | 'exact';
/**
 * The tool whose output is read.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "ToolName".
 */
export type ToolName =
  | 'criterion'
  | 'cargo-criterion'
  | 'divan'
  | 'iai-callgrind'
  | 'gungraun'
  | 'libtest'
  | 'callgrind'
  | 'hyperfine'
  | 'tinybench'
  | 'vitest'
  | 'mitata'
  | 'benchmarkjs'
  | 'deno'
  | 'node-bench'
  | 'wrk'
  | 'wrk2'
  | 'autocannon'
  | 'k6'
  | 'oha'
  | 'catch2'
  | 'google-benchmark'
  | 'jmh'
  | 'benchmarkdotnet'
  | 'go'
  | 'pytest-benchmark'
  | 'pyperf'
  | 'benchline'
  | 'perf-spec'
  | 'records'
  | 'bmf'
  | 'github-action-benchmark'
  | 'mapping';
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "Side".
 */
export type Side = 'base' | 'head' | 'control';
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "Verdict".
 */
export type Verdict = 'improved' | 'unchanged' | 'inconclusive' | 'warn' | 'regressed' | 'not-comparable' | 'missing' | 'failed' | 'new';
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "SloVerdict".
 */
export type SloVerdict = 'pass' | 'warn' | 'fail' | 'unknown';
/**
 * Which number of a metric is meant. location: the mean of the fastest share of a round's iterations.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "Statistic".
 */
export type Statistic = 'median' | 'mean' | 'p95' | 'p99' | 'min' | 'location';
/**
 * 0 success, 2 validation failure, 3 regression or objective breached, 4 tooling error.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "ExitCode".
 */
export type ExitCode = 0 | 2 | 3 | 4;
/**
 * A share: "5%" or 0.05. A number is below 1; "250%" is written as text.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "Share".
 */
export type Share = string | number;
/**
 * A time with its unit: "30 min", "90 s".
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "Duration".
 */
export type Duration = string;
/**
 * A number with its unit: "80 MB/s", "4 GiB/s", "2 ms", "3 x".
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "Quantity".
 */
export type Quantity = string;
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "Ci".
 */
export type Ci = {
  provider: Name;
  run: string | null;
  url: string | null;
  /**
   * What all jobs of one CI run share, attempts included.
   */
  pipeline?: string | null;
} | null;
/**
 * What a measurement is to its reader. here: measured in this very folder; this-run: by another job of this CI run; restored: brought from a cache, or copied.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "MeasurementOrigin".
 */
export type MeasurementOrigin = 'here' | 'this-run' | 'restored';
/**
 * The profile in force; null: none fits the machine.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "ProfileOrigin".
 */
export type ProfileOrigin = {
  name: Name;
  /**
   * Of the folder that BENCHLINE_PROFILE_DIR names, the user's own, or the repository's.
   */
  layer: 'named-profile' | 'local-profile' | 'repository-profile';
  from: Text;
  createdAt: Instant;
  /**
   * Of the machine it was made on.
   */
  fingerprint: string;
  /**
   * Who named it; host: it was found for the machine.
   */
  chosenBy: 'flag' | 'environment' | 'project' | 'workspace' | 'host';
} | null;
/**
 * A confidence interval; a bound is null where the samples cannot bound it.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "Interval".
 */
export type Interval = {
  lower: number | null;
  upper: number | null;
  level: number;
} | null;
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "JsonPath".
 */
export type JsonPath = string;
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "MappedText".
 */
export type MappedText = string;
/**
 * lower, higher or none, or where it stands; default: lower for a time, higher for a rate, else none.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "MappedDirection".
 */
export type MappedDirection = string;
/**
 * How many times better than the limit a value must be; what meets the limit by less is a warning.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "Multiplier".
 */
export type Multiplier = number;
/**
 * Patterns of declared host classes; on a machine of another class the objective is not checked. Default: it holds everywhere.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "HostClasses".
 */
export type HostClasses = string | string[];
/**
 * Who answers for the objective; shown beside what does not pass.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "Owners".
 */
export type Owners = string | string[];
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "ComparabilityField".
 */
export type ComparabilityField = 'host' | 'toolchain' | 'harness' | 'params' | 'source' | 'threads' | 'dataset' | 'build';
/**
 * How good the evidence is: measured side by side, in one job, in another job, summaries without samples, none.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "Grade".
 */
export type Grade = 'paired' | 'same-host' | 'stored' | 'summary' | 'none';

/**
 * A fact worth telling, with where it was seen.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "Finding".
 */
export interface Finding {
  code: string;
  level: 'error' | 'warning' | 'note';
  what: Text;
  why: Text;
  fix: Text;
  file?: Text;
  line?: Count;
  column?: Count;
  pointer?: Text;
  suite?: Name;
  benchmark?: Name;
}
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "NamedVersion".
 */
export interface NamedVersion {
  name: Name;
  version: string | null;
}
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "Commit".
 */
export interface Commit {
  /**
   * null outside a git repository.
   */
  sha: string | null;
  dirty: boolean | null;
  branch: string | null;
  mergeBase: string | null;
}
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "Host".
 */
export interface Host {
  /**
   * The declared host class (BENCHLINE_HOST_CLASS or host.class).
   */
  class: string | null;
  /**
   * First 16 hex digits of the SHA-256 over CPU model, cores and architecture.
   */
  fingerprint: string;
  cpuModel: Name;
  cores: Count;
  memoryBytes: Count;
  os: Name;
  kernel: Name;
  arch: Name;
  virtualised: boolean | null;
  governor: string | null;
  /**
   * One-minute load average when measuring began.
   */
  load: number | null;
}
/**
 * When and where a report was measured, as the report says: the same wherever and however often it is read.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "Measurement".
 */
export interface Measurement {
  runId: string;
  at: Instant;
  hostClass: string | null;
  fingerprint: string;
  commit: string | null;
  /**
   * Of the task that measured: what the task cache keeps it under.
   */
  taskHash: string | null;
}
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "StringMap".
 */
export interface StringMap {
  [k: string]: string;
}
/**
 * Where a setting that can change a verdict comes from. No path outside of the workspace is named.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "PolicyOrigin".
 */
export interface PolicyOrigin {
  setting: Name;
  value: Text;
  layer: 'flag' | 'environment' | 'project' | 'workspace' | 'named-profile' | 'local-profile' | 'repository-profile' | 'built-in';
  /**
   * The file, variable, flag or profile; null: built in.
   */
  from: string | null;
}
/**
 * Which settings came from where, and which profile is in force.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "PolicyOrigins".
 */
export interface PolicyOrigins {
  profile: ProfileOrigin;
  settings: PolicyOrigin[];
}
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "FileDigest".
 */
export interface FileDigest {
  path: Text;
  bytes: Count;
  digest: Digest;
}
/**
 * Of all values of a metric, in its unit. A tool that gives only a summary leaves out (null) what it does not say.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "Summary".
 */
export interface Summary {
  n: Count;
  min: number | null;
  p50: number;
  p95: number | null;
  p99: number | null;
  max: number | null;
  mean: number | null;
  stddev: number | null;
  mad: number | null;
}
/**
 * What one process (one round) gave for one metric, in the metric's unit.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "Round".
 */
export interface Round {
  side?: Side;
  block?: Count;
  n: Count;
  /**
   * Mean of the best 30 % of the iterations (at least 3), else the tool's median.
   */
  location: number;
  /**
   * Mean of the worst 20 % of the iterations.
   */
  tail: number | null;
  mean: number | null;
  p50: number;
  p95: number | null;
  p99: number | null;
}
/**
 * A field in which base and head differ although the comparison demands that it agrees.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "Difference".
 */
export interface Difference {
  field: Name;
  base: string | null;
  head: string | null;
}
/**
 * One side's number, in the row's unit.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "Estimate".
 */
export interface Estimate {
  value: number;
  rounds: Count;
  observations: Count;
}
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "WrittenSuite".
 */
export interface WrittenSuite {
  /**
   * Unique in the project.
   */
  name: string;
  tool: ToolName;
  /**
   * Program and arguments; no shell. Placeholders: {filter} {dataset} {threads} {seed} {output}.
   */
  command?: string[];
  /**
   * tinybench: the *.bench.ts|js files; perf-spec: the *.perf.ts|js files; tools that any program can stand for (benchline, records, bmf, mapping, ...): the output files the command writes.
   */
  files?: string[];
  /**
   * Working directory, relative to the project.
   */
  cwd?: string;
  /**
   * Command that builds what is measured, run once before the rounds and not timed.
   */
  build?: string[];
  threads?: number;
  dataset?: string;
  filter?: string;
  /**
   * perf-spec: specs with one of these tags and none of those behind !, for instance "perf,!slow".
   */
  tags?: string;
  seed?: string;
  /**
   * Processes started, one after another; default 1.
   */
  rounds?: number;
  timeout?: Duration;
  env?: StringMap;
  /**
   * Measure a debug build all the same.
   */
  allowDebug?: boolean;
  warmup?: Duration;
  measure?: Duration;
  mapping?: WrittenMapping;
  server?: WrittenServer;
  /**
   * Where the tool's program is absent the suite is left out, with a warning; default false: an error.
   */
  optional?: boolean;
  /**
   * How often a round is run again whose tool ended with an error or timed out, or whose server was not ready; default 0. Never because of its numbers.
   */
  retries?: number;
}
/**
 * Tool mapping alone: rules that read output which no adapter knows.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "WrittenMapping".
 */
export interface WrittenMapping {
  /**
   * The output is one JSON document.
   */
  json?: WrittenJsonRule[];
  /**
   * Each line of the output is a JSON document.
   */
  jsonLines?: WrittenJsonRule[];
  /**
   * The output is text; lines that no rule matches are passed over.
   */
  lines?: WrittenLineRule[];
}
/**
 * What to read of a JSON document. Paths are JSONPath (RFC 9535, without match and search): $ is the document, @ the element that "each" selected. In text, {path} stands for what is there, {key} for the name or number under which the element stands.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "WrittenJsonRule".
 */
export interface WrittenJsonRule {
  each?: JsonPath;
  id: MappedText;
  group?: MappedText;
  metric?: MappedText;
  value: JsonPath;
  unit: MappedText;
  direction?: MappedDirection;
  kind?: MetricKind;
  /**
   * Whether several values stand in the order in which they were measured; default false.
   */
  ordered?: boolean;
  /**
   * Elements of one id and metric are values of one benchmark; else that is an error.
   */
  repeated?: boolean;
  failed?: JsonPath;
}
/**
 * What to read of a line of text. In text, {name} stands for what the group (?<name>...) of the pattern matched.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "WrittenLineRule".
 */
export interface WrittenLineRule {
  /**
   * Regular expression of RE2 (no backreferences, no lookaround), matched anywhere in the line, with a group (?<value>...).
   */
  pattern: string;
  id?: MappedText;
  group?: MappedText;
  metric?: MappedText;
  unit?: MappedText;
  direction?: MappedDirection;
  kind?: MetricKind;
  /**
   * Whether several values stand in the order in which they were measured; default false.
   */
  ordered?: boolean;
  /**
   * Lines of one id and metric are values of one benchmark; else that is an error.
   */
  repeated?: boolean;
  /**
   * A line like this says that the benchmark failed; it has no value.
   */
  failed?: boolean;
}
/**
 * A server under test: started before each round, awaited until it is ready, and stopped after it with all its processes. It listens on this machine alone.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "WrittenServer".
 */
export interface WrittenServer {
  /**
   * Program and arguments; no shell.
   */
  command: string[];
  /**
   * Its working directory, relative to the project; default: the suite's.
   */
  cwd?: string;
  env?: StringMap;
  /**
   * How it is known that it takes requests: one of the three.
   */
  ready: {
    /**
     * Answers with a status below 500.
     */
    url?: string;
    /**
     * Takes connections on 127.0.0.1.
     */
    port?: number;
    /**
     * A line that it prints contains this text.
     */
    line?: string;
  };
  timeout?: Duration;
}
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "WrittenCompare".
 */
export interface WrittenCompare {
  /**
   * Against a stored baseline or between two files.
   */
  stored?: {
    warn?: Share;
    fail?: Share;
    p95?: Share;
  };
  /**
   * Base and head measured side by side.
   */
  paired?: {
    detect?: Share;
    fail?: Share;
    timeBudget?: Duration;
    /**
     * The A/A control arm; default sample.
     */
    control?: 'full' | 'sample' | 'off';
  };
  metricStat?: Statistic;
  /**
   * A stored baseline can warn but never fail; recommended on shared runners.
   */
  sameJobOnly?: boolean;
  /**
   * Fields in which base and head may differ.
   */
  relax?: ('host' | 'toolchain' | 'harness' | 'params' | 'source' | 'threads' | 'dataset' | 'build')[];
  /**
   * Exit code per verdict, for instance {"inconclusive": 3}.
   */
  raise?: {
    [k: string]: ExitCode;
  };
  /**
   * Items: A threshold of its own for some benchmarks.
   */
  overrides?: {
    suite?: string;
    benchmark: Name;
    metric?: string;
    warn?: Share;
    fail?: Share;
    reason: string;
    expires?: Day;
  }[];
}
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "WrittenObjective".
 */
export interface WrittenObjective {
  suite?: string;
  benchmark: Name;
  /**
   * Default time.
   */
  metric?: string;
  statistic?: Statistic;
  min?: Quantity;
  max?: Quantity;
  target?: Quantity;
  tolerance?: Share;
  /**
   * The whole interval must lie on the good side.
   */
  confident?: boolean;
  near?: Share;
  safetyMarginMultiplier?: Multiplier;
  budget?: Share;
  hostClass?: HostClasses;
  owner?: Owners;
}
/**
 * What holds for each objective that says nothing else.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "WrittenObjectiveDefaults".
 */
export interface WrittenObjectiveDefaults {
  tolerance?: Share;
  confident?: boolean;
  near?: Share;
  safetyMarginMultiplier?: Multiplier;
  owner?: Owners;
}
/**
 * What holds on a pull request, or on the default branch.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "WrittenGateEvent".
 */
export interface WrittenGateEvent {
  /**
   * Exit code per verdict, over compare.raise of every project.
   */
  raise?: {
    [k: string]: ExitCode;
  };
  /**
   * The exit code is 0 whatever was found; the verdict is shown all the same.
   */
  advisory?: boolean;
}
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "WrittenSummaryEntry".
 */
export interface WrittenSummaryEntry {
  label: string;
  suite?: string;
  benchmark: Name;
  metric: string;
  statistic?: Statistic;
  unit: string;
}
/**
 * benchline.json (or .yaml, .toml): what a project measures and demands. A file at the workspace root holds shared defaults.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "WrittenConfig".
 */
export interface WrittenConfig {
  $schema?: string;
  project?: Name;
  /**
   * What is measured.
   */
  suites?: WrittenSuite[];
  host?: {
    /**
     * Declared host class, for instance the runner label; BENCHLINE_HOST_CLASS overrides it.
     */
    class?: string;
  };
  /**
   * Which environment variables reports record.
   */
  env?: {
    /**
     * Names; a trailing * matches a prefix.
     */
    allow?: string[];
    /**
     * Regular expressions; what they match in recorded text becomes [redacted].
     */
    redact?: string[];
  };
  compare?: WrittenCompare;
  /**
   * Absolute objectives.
   */
  slo?: WrittenObjective[];
  sloDefaults?: WrittenObjectiveDefaults;
  /**
   * The one-line summary and perf.json.
   */
  summary?: WrittenSummaryEntry[];
  baselines?: {
    /**
     * Where baselines live, relative to the project; default baselines.
     */
    directory?: string;
    /**
     * How many baselines retention keeps; default 10.
     */
    keep?: number;
    /**
     * Younger baselines are kept too; default 12.
     */
    keepMonths?: number;
    /**
     * The branch a promoted commit must be on; default: the remote's, else main, else master.
     */
    defaultBranch?: string;
    /**
     * What promotion demands; default: all but tests-passed outside CI.
     */
    criteria?: ('default-branch' | 'clean-tree' | 'objectives' | 'no-regression' | 'tests-passed')[];
  };
  /**
   * Calibrated profile to use.
   */
  profile?: string;
  /**
   * What benchline gate demands; read from the config at the workspace's root.
   */
  gate?: {
    pullRequest?: WrittenGateEvent;
    defaultBranch?: WrittenGateEvent;
    /**
     * Patterns of folders, relative to the workspace, whose configs are no projects: examples/**.
     */
    ignore?: string[];
  };
}
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "ReportProvenance".
 */
export interface ReportProvenance {
  benchline: Name;
  commit: Commit;
  host: Host;
  ci: Ci;
  env: StringMap;
  /**
   * NX_TASK_HASH or TURBO_HASH.
   */
  taskHash: string | null;
  /**
   * As its writer saw it. elsewhere: read by ingest, the host is that of the reading machine. A task cache restores a report as it is, so whether a report is replayed is for its reader to tell.
   */
  measured: 'now' | 'replayed' | 'elsewhere';
  /**
   * Of a replayed run: when and where it was measured.
   */
  original: {
    createdAt: Instant;
    fingerprint: string;
    commit: string | null;
  } | null;
  /**
   * How long building and measuring took, ms, without waiting for the machine; shards are balanced by it. Absent: not measured here, or by an earlier version.
   */
  durationMs?: number;
}
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "Suite".
 */
export interface Suite {
  name: Name;
  tool: ToolName;
  provenance: SuiteProvenance;
  benchmarks: Benchmark[];
}
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "SuiteProvenance".
 */
export interface SuiteProvenance {
  harness: {
    name: Name;
    version: string | null;
    outputVersion: string | null;
    /**
     * The version is what a user said, not what tool or output told; absent: told.
     */
    versionStated?: true;
  };
  toolchain: NamedVersion[];
  command: Text[];
  filter: string | null;
  threads: number | null;
  dataset: string | null;
  seed: string | null;
  env: StringMap;
  build: {
    profile: string | null;
    flags: Text[];
  };
}
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "Benchmark".
 */
export interface Benchmark {
  id: Name;
  name: Name;
  group: string | null;
  params: StringMap;
  tags: Name[];
  sourceHash: Digest | null;
  status: 'ok' | 'failed' | 'skipped' | 'missing';
  metrics: Metric[];
  /**
   * Objectives that the benchmark's own source sets; absent: none.
   */
  limits?: DeclaredLimit[];
}
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "Metric".
 */
export interface Metric {
  name: Name;
  /**
   * The normalised unit: ns, B, B/s, ops/s, count, ratio.
   */
  unit: string;
  direction: Direction;
  kind: MetricKind;
  /**
   * Whether the raw values stand in the order in which they were measured.
   */
  ordered: boolean;
  rounds: Round[];
  summary: Summary;
}
/**
 * An objective that stands beside the measured code; judged with those of the config.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "DeclaredLimit".
 */
export interface DeclaredLimit {
  metric: Name;
  statistic: Statistic;
  kind: 'floor' | 'ceiling';
  limit: number;
  /**
   * Normalised.
   */
  unit: string;
  tolerance: number;
  confident: boolean;
}
/**
 * What one run measured, with provenance.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "PerformanceReport".
 */
export interface PerformanceReport {
  schemaVersion: 1;
  runId: string;
  project: Name;
  createdAt: Instant;
  provenance: ReportProvenance;
  suites: Suite[];
  /**
   * The tools' own output, kept beside the report.
   */
  raw: FileDigest[];
  /**
   * The gzipped sidecar with every raw value.
   */
  samples: FileDigest | null;
  warnings: Finding[];
  errors: Finding[];
}
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "CriterionOutcome".
 */
export interface CriterionOutcome {
  name: 'measured' | 'default-branch' | 'clean-tree' | 'objectives' | 'no-regression' | 'tests-passed' | 'same-commit';
  outcome: 'met' | 'failed' | 'waived';
  detail: Text;
}
/**
 * One immutable promoted set of reports of one host class, with its promotion record.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "Baseline".
 */
export interface Baseline {
  schemaVersion: 1;
  id: string;
  project: Name;
  hostClass: Name;
  fingerprint: string;
  promotion: {
    by: Name;
    at: Instant;
    reason: Text;
    commit: Commit;
    criteria: CriterionOutcome[];
  };
  reports: {
    path: string;
    digest: Digest;
    runId: string;
    createdAt: Instant;
    origin?: MeasurementOrigin;
  }[];
  /**
   * The baseline it replaced.
   */
  previous: string | null;
  /**
   * Never pruned.
   */
  held: boolean;
}
/**
 * Which baseline is in force for each host class of a project.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "BaselinePointer".
 */
export interface BaselinePointer {
  schemaVersion: 1;
  current: {
    [k: string]: {
      id: string;
      digest: Digest;
    };
  };
}
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "ComparisonSide".
 */
export interface ComparisonSide {
  /**
   * Of each report that was read.
   */
  digests: Digest[];
  runIds: string[];
  baseline: string | null;
  commit: Commit;
  fingerprint: string;
  /**
   * Of each report, in the order of digests. Whether it was replayed from a cache is for each reader to tell: a cached comparison would say what was true of an earlier run.
   */
  measurements?: Measurement[];
}
/**
 * Shares: 0.1 is 10 %.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "Thresholds".
 */
export interface Thresholds {
  warn: number;
  fail: number;
}
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "PolicyOverride".
 */
export interface PolicyOverride {
  suite: string | null;
  benchmark: Name;
  metric: string | null;
  warn: number | null;
  fail: number | null;
  reason: Text;
  expires: Day | null;
  /**
   * Whether it had expired when the comparison was made; an expired one does not apply.
   */
  expired: boolean;
}
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "NoiseFloor".
 */
export interface NoiseFloor {
  suite: Name;
  benchmark: Name;
  metric: Name;
  floor: number;
}
/**
 * The policy in force, normalised.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "ComparisonPolicy".
 */
export interface ComparisonPolicy {
  stored: Thresholds;
  tail: Thresholds;
  paired: {
    detect: number;
    fail: number;
  };
  statistic: Statistic;
  /**
   * A stored baseline can warn but not fail.
   */
  sameJobOnly: boolean;
  /**
   * Fields that may differ.
   */
  relax: ComparabilityField[];
  /**
   * Exit code per verdict, where the policy differs from the default.
   */
  raise: {
    [k: string]: ExitCode;
  };
  overrides: PolicyOverride[];
  /**
   * Calibrated noise floors taken from a profile; those of the benchmarks compared.
   */
  floors: NoiseFloor[];
  origins?: PolicyOrigins;
}
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "ComparisonRow".
 */
export interface ComparisonRow {
  suite: Name;
  benchmark: Name;
  /**
   * null: the benchmark as a whole (missing, failed).
   */
  metric: string | null;
  unit: string | null;
  direction: Direction;
  statistic: Statistic;
  verdict: Verdict;
  /**
   * Which rule decided.
   */
  rule: 'threshold' | 'rank' | 'paired' | 'exact' | 'comparability' | 'presence' | 'direction' | 'observations';
  reason: Text;
  grade: Grade;
  base: Estimate | null;
  head: Estimate | null;
  /**
   * head / base of the values.
   */
  ratio: number | null;
  /**
   * How much worse head is, a share: above 0 is worse whatever the direction.
   */
  slowdown: number | null;
  interval: Interval;
  /**
   * One-sided: slowdown at most the floor.
   */
  p: number | null;
  thresholds: Thresholds | null;
  /**
   * Noise floor, a share.
   */
  floor: number | null;
  /**
   * Minimum detectable effect with the rounds measured, a share.
   */
  detectable: number | null;
  /**
   * Rounds a side that would settle it, in all.
   */
  roundsNeeded: number | null;
  /**
   * Whether fresh rounds confirmed a failure (paired mode).
   */
  confirmation: 'none' | 'confirmed' | 'refuted' | 'unconfirmed';
  differences: Difference[];
  /**
   * Index of the policy override that applied.
   */
  override: number | null;
}
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "ComparisonSummary".
 */
export interface ComparisonSummary {
  counts: {
    [k: string]: Count;
  };
  verdict: Verdict;
  /**
   * Geometric mean of 1 + slowdown; informative only.
   */
  geomean: number | null;
  exitCode: ExitCode;
}
/**
 * How paired mode measured, and the rounds themselves: judging them again gives the same verdicts.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "PairedRun".
 */
export interface PairedRun {
  seed: string;
  blockSize: number;
  /**
   * Planned rounds a side at each look.
   */
  looks: number[];
  looksTaken: Count;
  endedBy: 'decided' | 'last-look' | 'time-budget';
  /**
   * The control arm flagged too much: failures became inconclusive.
   */
  unstable: boolean;
  control: {
    judged: Count;
    flagged: Count;
    interval: Interval;
  } | null;
  series: PairedSeries[];
}
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "PairedSeries".
 */
export interface PairedSeries {
  suite: Name;
  benchmark: Name;
  metric: Name;
  unit: string;
  direction: Direction;
  kind: MetricKind;
  /**
   * In the order measured, each with its side and block.
   */
  rounds: Round[];
  confirmation: Round[];
}
/**
 * Base against head: a verdict for each benchmark and metric, with everything needed to judge it again. Holds no clock time: the same inputs give the same bytes.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "Comparison".
 */
export interface Comparison {
  schemaVersion: 1;
  /**
   * Version of the judge, for instance judge/1.
   */
  algorithm: string;
  project: Name;
  mode: 'stored' | 'files' | 'paired';
  /**
   * null: no baseline yet.
   */
  base: ComparisonSide | null;
  head: ComparisonSide;
  policy: ComparisonPolicy;
  rows: ComparisonRow[];
  summary: ComparisonSummary;
  paired: PairedRun | null;
  findings: Finding[];
}
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "SloPolicy".
 */
export interface SloPolicy {
  suite: string | null;
  benchmark: Name;
  metric: Name;
  statistic: Statistic;
  kind: 'floor' | 'ceiling';
  limit: number;
  target: number | null;
  /**
   * Normalised; limit and target are in it.
   */
  unit: string;
  tolerance: number;
  confident: boolean;
  /**
   * A share: what holds by less is close to its limit.
   */
  near?: number;
  /**
   * How many times better than the limit a value must be in order to pass.
   */
  safetyMargin?: number;
  /**
   * Error budget: the share of samples that may lie beyond the limit.
   */
  budget?: number;
  /**
   * Patterns of the host classes it is checked on; without them: all.
   */
  hostClasses?: string[];
  owners?: string[];
  override?: SloOverride;
}
/**
 * The environment set this limit in place of the configured one.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "SloOverride".
 */
export interface SloOverride {
  variable: string;
  /**
   * As written.
   */
  value: string;
  /**
   * The limit that the config has, in the objective's unit.
   */
  configured: number;
}
/**
 * Of an error budget: the share of samples beyond the limit lies between these, by the percentiles of the report.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "ShareBeyond".
 */
export interface ShareBeyond {
  lower: number;
  upper: number;
}
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "SloRow".
 */
export interface SloRow {
  objective: Count;
  suite: string | null;
  benchmark: Name;
  metric: Name;
  observed: number | null;
  interval: Interval;
  /**
   * How far the observed value lies on the good side of the limit: factor above 1 and percent above 0 are good.
   */
  margin: {
    factor: number | null;
    percent: number;
  } | null;
  targetMet: boolean | null;
  /**
   * It passes, and by less than the objective's near.
   */
  near?: true;
  share?: ShareBeyond;
  verdict: SloVerdict;
  reason: Text;
}
/**
 * A report held against the configured objectives.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "SloResult".
 */
export interface SloResult {
  schemaVersion: 1;
  project: Name;
  report: {
    digest: Digest;
    runId: string;
    commit: Commit;
  };
  origins?: PolicyOrigins;
  /**
   * The objectives in force, normalised.
   */
  policy: SloPolicy[];
  objectives: SloRow[];
  summary: {
    counts: {
      pass: Count;
      warn: Count;
      fail: Count;
      unknown: Count;
    };
    verdict: SloVerdict;
    exitCode: ExitCode;
  };
  findings: Finding[];
}
/**
 * Every file of an audit package with its digest; the package holds these files and no other beside the manifest and its digest list.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "AuditManifest".
 */
export interface AuditManifest {
  schemaVersion: 1;
  project: Name;
  createdAt: Instant;
  benchline: Name;
  commit: Commit;
  /**
   * What the package claims; verify computes each again.
   */
  verdicts: {
    comparison: Verdict | null;
    slo: SloVerdict | null;
  };
  files: {
    path: string;
    role: 'raw' | 'samples' | 'report' | 'baseline' | 'baseline-report' | 'comparison' | 'slo' | 'config' | 'page' | 'summary';
    bytes: Count;
    digest: Digest;
  }[];
}
/**
 * Thresholds that hold on this host class where no config says otherwise. Written by people: calibration keeps them and makes none.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "ProfileDefaults".
 */
export interface ProfileDefaults {
  stored?: {
    warn?: Share;
    fail?: Share;
    p95?: Share;
  };
  paired?: {
    detect?: Share;
    fail?: Share;
  };
  tolerance?: Share;
  near?: Share;
  safetyMarginMultiplier?: number;
}
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "CalibratedBenchmark".
 */
export interface CalibratedBenchmark {
  suite: Name;
  benchmark: Name;
  metric: Name;
  /**
   * Log ratios of A/A comparisons.
   */
  nullEstimates: number[];
  /**
   * The standard error of each of them.
   */
  nullErrors: number[];
  /**
   * Noise floor, a share.
   */
  floor: number;
  /**
   * Robust between-round coefficient of variation, a share.
   */
  cv: number;
  /**
   * Minimum detectable effect at the usual number of rounds, a share.
   */
  detectable: number;
  suggested: {
    warn: number;
    fail: number;
  };
}
/**
 * Calibrated noise floors and thresholds of one host class.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "Profile".
 */
export interface Profile {
  schemaVersion: 1;
  name: string;
  project: Name;
  createdAt: Instant;
  host: Host;
  benchline: Name;
  rounds: Count;
  defaults?: ProfileDefaults;
  benchmarks: CalibratedBenchmark[];
}
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "GateInput".
 */
export interface GateInput {
  artefact: 'performance-report' | 'comparison' | 'slo-result';
  /**
   * Relative to the workspace's root where it lies below it.
   */
  path: string;
  digest: Digest;
}
/**
 * Where the policy came from: configs, accepted regressions, exit codes.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "GatePolicy".
 */
export interface GatePolicy {
  source: 'merge-base' | 'ref' | 'working-tree';
  /**
   * As named, or the branch whose merge base it is; null: the working tree.
   */
  ref: string | null;
  sha: string | null;
  /**
   * Which part of the config's gate section holds.
   */
  on: 'pull-request' | 'default-branch';
  /**
   * The list of accepted regressions; null: there is none.
   */
  accepted: AcceptedFile | null;
}
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "AcceptedFile".
 */
export interface AcceptedFile {
  path: string;
  digest: Digest;
}
/**
 * What was left out, so that the file can be read again: the mildest rows, objectives and findings.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "GateOmitted".
 */
export interface GateOmitted {
  rows: Count;
  objectives: Count;
  findings: Count;
}
/**
 * When a project that had not to report was measured last, as far as the workspace tells.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "LastNumber".
 */
export interface LastNumber {
  /**
   * The newest promotion of a committed baseline, or a report that lies in the workspace.
   */
  from: 'baseline' | 'report';
  at: Instant;
  commit: string | null;
}
/**
 * The entry of the accepted regressions that covers a row.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "GatedAcceptance".
 */
export interface GatedAcceptance {
  entry: Count;
  /**
   * Accepted up to this slowdown, a share.
   */
  limit: number;
  reason: Text;
  acceptedBy: Text;
  expires: Day;
}
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "GatedMeasurement".
 */
export interface GatedMeasurement {
  measurement: Measurement;
  origin: MeasurementOrigin;
}
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "GatedProject".
 */
export interface GatedProject {
  project: Name;
  /**
   * The worst of its comparison's, judged together with the other projects'; missing where it did not report; null: it has objectives alone.
   */
  verdict: Verdict | null;
  /**
   * null: none were checked.
   */
  objectives: SloVerdict | null;
  /**
   * Why there is nothing to judge.
   */
  absence: Text | null;
  benchmarks: Count;
  exitCode: ExitCode;
  inputs: GateInput[];
  /**
   * null: its report was not handed in, or no verdict rests on it (paired mode).
   */
  measured?: GatedMeasurement | null;
  /**
   * Whose policy judged it: that at the policy ref; its own, since it is new; the working tree's; none: it has no config.
   */
  policy?: 'ref' | 'own' | 'working-tree' | 'none';
  /**
   * In what its comparison's policy is looser than that at the ref, which judged it.
   */
  loosened?: Text[];
  /**
   * false: the change does not reach it, it had not to report and did not.
   */
  affected?: boolean;
  /**
   * Of a project that was not affected.
   */
  last?: LastNumber | null;
  /**
   * What head was compared with; null where there was nothing to compare with.
   */
  against?: GatedBase | null;
}
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "GatedBase".
 */
export interface GatedBase {
  mode: 'stored' | 'files' | 'paired';
  /**
   * Its id; null where it is not a stored baseline.
   */
  baseline: string | null;
  commit: Commit;
}
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "GatedRow".
 */
export interface GatedRow {
  project: Name;
  alone: Verdict;
  row: ComparisonRow;
  accepted?: GatedAcceptance;
}
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "GatedObjective".
 */
export interface GatedObjective {
  project: Name;
  policy: SloPolicy | null;
  row: SloRow;
}
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "GateSummary".
 */
export interface GateSummary {
  status: 'pass' | 'warn' | 'fail';
  projects: Count;
  benchmarks: Count;
  /**
   * Rows by verdict, without those that never gate; a project that did not report is one of missing.
   */
  counts: {
    [k: string]: Count;
  };
  accepted?: Count;
  notAffected?: Count;
  ungated: Count;
  objectives: {
    pass: Count;
    warn: Count;
    fail: Count;
    unknown: Count;
  };
  hypotheses: Count;
  changed: Count;
  verdictCode: ExitCode;
  exitCode: ExitCode;
}
/**
 * The results of all projects judged together. Holds no clock time: the same inputs give the same bytes.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "GateResult".
 */
export interface GateResult {
  schemaVersion: 1;
  /**
   * Version of the gate, for instance gate/1.
   */
  algorithm: string;
  commit: Commit;
  /**
   * The exit code is 0 whatever was found.
   */
  advisory: boolean;
  policy?: GatePolicy;
  omitted?: GateOmitted;
  projects: GatedProject[];
  /**
   * What changed, and every row that judging all projects together gave another verdict; the others stand in the comparisons.
   */
  rows: GatedRow[];
  /**
   * Those that do not pass.
   */
  objectives: GatedObjective[];
  summary: GateSummary;
  findings: Finding[];
}
/**
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "AcceptedRegression".
 */
export interface AcceptedRegression {
  /**
   * Its name, or a pattern: * stands for any text.
   */
  project: string;
  /**
   * Pattern; default: every suite.
   */
  suite?: string;
  /**
   * Pattern of benchmarks.
   */
  benchmark: string;
  /**
   * Pattern of metrics; default: every metric.
   */
  metric?: string;
  limit: Share;
  reason: string;
  /**
   * Who answers for it.
   */
  acceptedBy: string;
  expires: Day;
}
/**
 * Slowdowns that a team has reviewed and accepted: benchline.accepted.json, .yaml or .toml at the workspace's root. An accepted row is shown with its number and fails nothing up to its limit.
 *
 * This interface was referenced by `EveryDefinition`'s JSON-Schema
 * via the `definition` "AcceptedRegressions".
 */
export interface AcceptedRegressions {
  $schema?: string;
  schemaVersion?: 1;
  accepted: AcceptedRegression[];
}
