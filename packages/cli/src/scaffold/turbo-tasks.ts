import type { ToolName } from '@benchline/core/model';
import { cargoTools, toolchainKeys } from '../tools/generated/toolchain-keys.js';
import type { DetectedProject, Snapshot } from '../tools/detector.js';
import { provenanceFile } from './provenance-recipe.js';

/** Variables that change what a measurement is, whatever the tool. */
const everyMeasurement = ['BENCHLINE_HOST_CLASS', 'BENCHLINE_PROJECT', 'BENCHLINE_ROUNDS'];
/** Variables that the task must see and that change no result: Turborepo hides whatever is not named. */
const seenOnly = ['BENCHLINE_REQUIRE_CACHED', 'BENCHLINE_TIMEOUT', 'BENCHLINE_DEBUG'];

/** What CI says of itself, for tasks that are never cached. */
const outside = ['BENCHLINE_*', 'GITHUB_*', 'CI_*', 'NO_COLOR'];

/** A promoted baseline must not make what was measured look out of date. */
export const withoutBaselines = '!baselines/**';

/** What a measurement follows from in the packages that it depends on, where nothing is built: a task without a script, by which their sources are in its key. */
const sources = 'bench-sources';

/**
 * What turbo.json's `tasks` gets. The key of a measurement is made of the sources, of what stands above the project (lock files, shared defaults, the provenance file) and of
 * variables. Comparing takes no time and depends on the day and on the history too, which Turborepo cannot see: it is never cached.
 */
export function turboTasks(snapshot: Snapshot, projects: readonly DetectedProject[], hasBuild: boolean): Record<string, unknown> {
  const tools = [...new Set(projects.flatMap(({ suites }) => suites.map(({ tool }) => tool)))].sort();
  const above = [provenanceFile, ...sharedConfigs(snapshot, projects), ...filesOf(tools)].map((path) => `$TURBO_ROOT$/${path}`);
  const homes = tools.some((tool) => cargoTools.has(tool)) ? ['CARGO_HOME', 'RUSTUP_HOME', 'CARGO_TARGET_DIR'] : [];
  const reading = { dependsOn: ['bench'], cache: false, passThroughEnv: outside };
  return {
    ...(hasBuild ? {} : { [sources]: { dependsOn: [`^${sources}`], inputs: ['$TURBO_DEFAULT$', withoutBaselines] } }),
    bench: {
      dependsOn: [hasBuild ? '^build' : `^${sources}`],
      inputs: ['$TURBO_DEFAULT$', withoutBaselines, '!.benchline/**', ...above],
      env: [...everyMeasurement, ...variablesOf(tools)],
      passThroughEnv: [...seenOnly, ...homes],
      outputs: ['.benchline/report.json', '.benchline/perf.json', '.benchline/raw/**', '.benchline/samples/**'],
    },
    'bench-compare': reading,
    'bench-slo': reading,
    'bench-paired': { cache: false, passThroughEnv: [...outside, 'NX_BASE', ...variablesOf(tools), ...homes] },
  };
}

function filesOf(tools: readonly ToolName[]): string[] {
  return [...new Set(tools.flatMap((tool) => toolchainKeys[tool]?.files ?? []))];
}

function variablesOf(tools: readonly ToolName[]): string[] {
  return [...new Set(tools.flatMap((tool) => toolchainKeys[tool]?.variables ?? []))].sort();
}

/** Defaults that the root holds for all; a root that is a project of its own has its config among its sources. */
function sharedConfigs(snapshot: Snapshot, projects: readonly DetectedProject[]): string[] {
  if (projects.some(({ root }) => root === '')) return [];
  const written = ['benchline.json', 'benchline.yaml', 'benchline.yml', 'benchline.toml'].find((name) => snapshot.has(name));
  return [written ?? 'benchline.json'];
}
