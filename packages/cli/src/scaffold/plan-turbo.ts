import { parsePackageManifest } from '../tools/detection/package-manifest.js';
import { within } from '../tools/detection/folder-of.js';
import { rootScripts, withoutRootScripts } from './provenance-recipe.js';
import type { DetectedProject, PlannedFile, SkippedBenchmarks, Snapshot } from './scaffold-plan.js';
import { turboTasks, withoutBaselines } from './turbo-tasks.js';

const scripts: Record<string, string> = { bench: 'benchline bench', 'bench-compare': 'benchline compare', 'bench-slo': 'benchline slo --if-configured', 'bench-paired': 'benchline compare --against auto' };

interface TurboPlan {
  files: PlannedFile[];
  skipped: SkippedBenchmarks[];
}

/** Tasks in turbo.json, the scripts that they call, and the root's, which write the provenance file first; what has a name of ours already stays as it is. */
export function planTurbo(snapshot: Snapshot, projects: readonly DetectedProject[]): TurboPlan {
  if (projects.length === 0) return { files: [], skipped: [] };
  const plans = [extendTurbo(snapshot, projects), ...projects.map(({ root }) => extendScripts(snapshot, within(root, 'package.json'), scripts)), extendRoot(snapshot, projects)];
  return { files: plans.flatMap(({ files }) => files), skipped: plans.flatMap(({ skipped }) => skipped) };
}

function extendTurbo(snapshot: Snapshot, projects: readonly DetectedProject[]): TurboPlan {
  const text = snapshot.get('turbo.json') ?? null;
  const build = text === null ? undefined : buildTask(text);
  const tasks = turboTasks(snapshot, projects, build !== undefined);
  if (text !== null) {
    const plan = extendJson({ path: 'turbo.json', text }, 'tasks', tasks);
    return { files: plan.files, skipped: [...plan.skipped, ...(build === undefined || JSON.stringify(build).includes(withoutBaselines) ? [] : [withBaselines])] };
  }
  return { files: [{ path: 'turbo.json', text: pretty({ $schema: './node_modules/turbo/schema.json', tasks }, 2), change: 'create' }], skipped: [] };
}

const withBaselines: SkippedBenchmarks = { path: 'turbo.json', what: 'the task build', why: `every promoted baseline is among its sources, and what depends on it would be measured again: give it "inputs": ["$TURBO_DEFAULT$", "${withoutBaselines}"]` };

/** What stands of the task in a turbo.json; one with comments is asked by its text. */
function buildTask(text: string): unknown {
  const document = parsePackageManifest(text) as { tasks?: Record<string, unknown> } | null;
  return document === null ? (/"build"\s*:/.test(text) ? {} : undefined) : document.tasks?.['build'];
}

/** Turborepo runs no task of the root unless it is asked for one by name, so that its scripts may call turbo themselves. */
function extendRoot(snapshot: Snapshot, projects: readonly DetectedProject[]): TurboPlan {
  if (projects.every(({ root }) => root !== '')) return extendScripts(snapshot, 'package.json', rootScripts);
  return { files: [], skipped: [{ path: 'package.json', what: 'scripts that write the provenance file', why: withoutRootScripts }] };
}

function extendScripts(snapshot: Snapshot, path: string, additions: Readonly<Record<string, string>>): TurboPlan {
  const text = snapshot.get(path) ?? null;
  if (text === null) return { files: [], skipped: [{ path, what: 'scripts for turbo', why: 'turbo runs the scripts of a package.json, and there is none here' }] };
  const plan = extendJson({ path, text }, 'scripts', additions);
  const written = parsePackageManifest(text)?.scripts ?? {};
  const taken = Object.entries(additions).filter(([name, script]) => (written[name] ?? script) !== script);
  return { files: plan.files, skipped: [...plan.skipped, ...taken.map(([name, script]) => ({ path, what: `the script ${name}`, why: `it exists already and is kept; turbo needs it to call: ${script}` }))] };
}

/** Adds entries to a section of a JSON file, in the file's own indentation. A file with comments is not rewritten: what to add is told instead. */
function extendJson({ path, text }: { path: string; text: string }, section: string, additions: Record<string, unknown>): TurboPlan {
  const document = parsePackageManifest(text) as Record<string, unknown> | null;
  if (document === null) return { files: [], skipped: [{ path, what: `${section} for turbo`, why: `it is not plain JSON; add by hand: ${JSON.stringify(additions)}` }] };
  if (section === 'tasks' && 'pipeline' in document) return { files: [], skipped: [{ path, what: 'tasks for turbo', why: 'it is written for Turborepo 1: run npx @turbo/codemod migrate, then init again' }] };
  const present = (document[section] ?? {}) as Record<string, unknown>;
  const missing = Object.entries(additions).filter(([name]) => !(name in present));
  if (missing.length === 0) return { files: [], skipped: [] };
  const indentation = /^([ \t]+)"/m.exec(text)?.[1] ?? 2;
  return { files: [{ path, text: pretty({ ...document, [section]: { ...present, ...Object.fromEntries(missing) } }, indentation), change: 'extend' }], skipped: [] };
}

function pretty(value: unknown, indentation: number | string): string {
  return `${JSON.stringify(value, null, indentation)}\n`;
}
