import type { TargetConfiguration } from '@nx/devkit';
import type { ConfigFacts } from './config-facts.js';
import type { TargetNames } from './plugin-options.js';
import { baselineInputs, benchInputs, comparisonInputs, objectiveInputs, readingInputs } from './target-inputs.js';
import type { TargetInput } from './tool-inputs.js';

/** Everything the targets of one project follow from. Same facts, same targets: no clock, no git, no user code. */
export interface InferenceFacts {
  config: ConfigFacts;
  /** The project's folder, relative to the workspace; '.' for the workspace itself. */
  projectRoot: string;
  names: TargetNames;
  cacheKey: 'content' | 'commit';
  /** The workspace's shared defaults, relative to the workspace; null if there are none. */
  sharedConfig: string | null;
  /** Folders of further crates that the project's crate is built from, relative to the workspace. */
  crates: readonly string[];
  /** Whether nx.json defines the named input `production`. */
  hasProductionInputs: boolean;
  /** Whether Nx knows the plugin as an npm package: only then may an input name it. */
  isInstalled: boolean;
  /** Inputs that nx.json adds. */
  inputs: readonly TargetInput[];
  /** The class of the machine that nx.json names; null: the environment or the config names it. */
  hostClass: string | null;
  /** Whether Nx is to run the sync generator before it measures. */
  sync: boolean;
}

export type InferredTargets = Record<string, TargetConfiguration>;

/** The targets a config file stands for, by name; a target switched off is left out. */
export function inferTargets(facts: InferenceFacts): InferredTargets {
  const { names } = facts;
  const targets: [string | null, TargetConfiguration][] = [
    [names.bench, benchTarget(facts)],
    [names.compare, compareTarget(facts)],
    [names.paired, pairedTarget(facts)],
    [names.slo, sloTarget(facts)],
    [names.promote, promoteTarget(facts)],
    [names.audit, auditTarget(facts)],
  ];
  return Object.fromEntries(targets.filter((target): target is [string, TargetConfiguration] => target[0] !== null));
}

/** Measures. Serial within one Nx run; the machine lock keeps two Nx runs apart. */
function benchTarget(facts: InferenceFacts): TargetConfiguration {
  return {
    executor: '@benchline/nx:bench',
    options: hostClassOption(facts),
    cache: true,
    parallelism: false,
    dependsOn: ['^build'],
    inputs: benchInputs(facts),
    ...(facts.sync ? { syncGenerators: ['@benchline/nx:sync'] } : {}),
    outputs: ['report.json', 'perf.json', 'raw', 'samples'].map(artefact),
    metadata: metadata({ does: 'Measure the benchmarks', command: 'bench' }, facts, { rounds: 3 }),
  };
}

/** Judges the report against the stored baseline: a pure function of its inputs, so a change of either reaches it and nothing else does. */
function compareTarget(facts: InferenceFacts): TargetConfiguration {
  return {
    executor: '@benchline/nx:compare',
    options: {},
    ...reading(facts, comparisonInputs(facts)),
    ...(baselineInputs(facts).length === 0 ? { cache: false } : {}),
    outputs: [artefact('comparison.json')],
    metadata: metadata({ does: 'Compare with the stored baseline', command: 'compare' }, facts),
  };
}

/** Measures this tree and its merge base side by side: both sides anew each time, so nothing is cached, and each side builds for itself. */
function pairedTarget(facts: InferenceFacts): TargetConfiguration {
  return {
    executor: '@benchline/nx:compare',
    options: { against: 'auto', ...hostClassOption(facts) },
    cache: false,
    parallelism: false,
    inputs: benchInputs(facts),
    outputs: [artefact('comparison.json')],
    metadata: metadata({ does: 'Measure and compare with the merge base, side by side', command: 'compare' }, facts, { against: 'origin/main' }),
  };
}

function sloTarget(facts: InferenceFacts): TargetConfiguration {
  return {
    executor: '@benchline/nx:slo',
    options: { ifConfigured: true },
    ...reading(facts, objectiveInputs),
    outputs: [artefact('slo.json')],
    metadata: metadata({ does: 'Check the objectives', command: 'slo' }, facts),
  };
}

/** Changes the repository, so it is never replayed. */
function promoteTarget(facts: InferenceFacts): TargetConfiguration {
  return {
    executor: '@benchline/nx:promote',
    options: {},
    cache: false,
    dependsOn: onBench(facts),
    metadata: metadata({ does: 'Make the current report the baseline', command: 'promote' }, facts, { dryRun: true }),
  };
}

/** Packs whatever stands in .benchline, also a failing comparison, which Nx would not let it depend on: hence not cached. */
function auditTarget(facts: InferenceFacts): TargetConfiguration {
  return {
    executor: '@benchline/nx:audit',
    options: {},
    cache: false,
    dependsOn: onBench(facts),
    metadata: metadata({ does: 'Build the audit package', command: 'audit create' }, facts),
  };
}

/** A target that reads the report: it depends on `bench`, and is cached if Nx can see the report as that target's output. */
function reading(facts: InferenceFacts, more: readonly TargetInput[]): TargetConfiguration {
  return { cache: facts.names.bench !== null, dependsOn: onBench(facts), inputs: [...readingInputs(facts), ...more] };
}

function onBench({ names }: InferenceFacts): string[] {
  return names.bench === null ? [] : [names.bench];
}

/** Options are part of a task's hash, so the class is part of the key. */
function hostClassOption({ hostClass }: InferenceFacts): Record<string, string> {
  return hostClass === null ? {} : { hostClass };
}

function artefact(name: string): string {
  return `{projectRoot}/.benchline/${name}`;
}

/** What `nx show project` and `nx graph` say of a target. */
function metadata(words: { does: string; command: string }, facts: InferenceFacts, options: Record<string, unknown> = {}): NonNullable<TargetConfiguration['metadata']> {
  return {
    technologies: [...facts.config.tools],
    description: words.does,
    help: { command: `npx benchline ${words.command} --help`, example: { options } },
  };
}
