import { posix } from 'node:path';
import { detectBenchmarks } from './detect-benchmarks.js';
import { within } from '../tools/detection/folder-of.js';
import { extendIgnoreFile } from './ignore-lines.js';
import { planTurbo } from './plan-turbo.js';
import { inspectWorkflows } from './plan-workflow.js';
import { provenanceFile } from './provenance-recipe.js';
import type { DetectedProject, PlannedFile, ScaffoldOptions, ScaffoldPlan, Snapshot } from './scaffold-plan.js';
import { renderFirstConfig } from './written-config.js';

const configNames = ['benchline.json', 'benchline.yaml', 'benchline.yml', 'benchline.toml'];

/**
 * What it takes to benchmark a repository: a config and a baseline folder for each project with benchmarks, an ignore line and the CI workflows.
 * Files that stand are kept as they are, so that planning over the result changes nothing.
 */
export function planScaffold(snapshot: Snapshot, options: ScaffoldOptions): ScaffoldPlan {
  const { projects, skipped } = detectBenchmarks(snapshot);
  const turbo = options.turbo ? planTurbo(snapshot, projects) : { files: [], skipped: [] };
  const configs = projects.flatMap((project) => projectFiles(snapshot, project));
  const missing = configs.filter(({ path }) => !snapshot.has(path));
  const wanted = [...configs, ...workflows(new Map([...snapshot, ...[...missing, ...turbo.files].map(({ path, text }) => [path, text] as const)]), projects, options)];
  const kept = wanted.filter(({ path }) => snapshot.has(path)).map(({ path }) => path);
  const files = [...wanted.filter(({ path }) => !snapshot.has(path)), ...(projects.length > 0 ? ignoreFile(snapshot, options.turbo ? [provenanceFile] : []) : []), ...turbo.files];
  return { files, kept: projects.length > 0 ? kept : standingConfigs(snapshot), projects, skipped: [...skipped, ...turbo.skipped] };
}

function standingConfigs(snapshot: Snapshot): string[] {
  return [...snapshot.keys()].filter((path) => configNames.includes(posix.basename(path))).sort();
}

/** A baseline folder comes with a new config only: an existing one may keep its baselines elsewhere. */
function projectFiles(snapshot: Snapshot, { root, suites }: DetectedProject): PlannedFile[] {
  const present = configNames.find((name) => snapshot.has(within(root, name)));
  const config: PlannedFile = { path: within(root, present ?? 'benchline.json'), text: renderFirstConfig(snapshot, root, suites), change: 'create' };
  return present !== undefined ? [config] : [config, { path: within(root, 'baselines/.gitkeep'), text: '', change: 'create' }];
}

/** As `benchline workflow` would write them by itself, over the configs that are about to be written. */
function workflows(snapshot: Snapshot, projects: readonly DetectedProject[], { ci, runner, defaultBranch, version }: ScaffoldOptions): PlannedFile[] {
  if (ci !== 'github' || projects.length === 0) return [];
  const { files } = inspectWorkflows({ forge: 'github', runner, defaultBranch, version }, snapshot);
  return files.flatMap(({ path, text }) => (text === null ? [] : [{ path, text, change: 'create' as const }]));
}

function ignoreFile(snapshot: Snapshot, more: readonly string[]): PlannedFile[] {
  const present = snapshot.get('.gitignore') ?? null;
  const text = extendIgnoreFile(present, more);
  return text === null ? [] : [{ path: '.gitignore', text, change: present === null ? 'create' : 'extend' }];
}
