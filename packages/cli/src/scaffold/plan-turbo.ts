import { parsePackageManifest } from '../tools/detection/package-manifest.js';
import { within } from '../tools/detection/folder-of.js';
import type { DetectedProject, PlannedFile, SkippedBenchmarks, Snapshot } from './scaffold-plan.js';

const toolEnvironment = ['BENCHLINE_HOST_CLASS', 'RUSTUP_TOOLCHAIN', 'RUSTFLAGS'];

/** What turbo.json's `tasks` gets; `inputs` hold what a result depends on beside the sources. */
const turboTasks: Record<string, unknown> = {
  bench: { dependsOn: ['^build'], inputs: ['$TURBO_DEFAULT$', '!baselines/**'], env: toolEnvironment, passThroughEnv: ['CARGO_HOME', 'RUSTUP_HOME'], outputs: ['.benchline/**'] },
  'bench-compare': { dependsOn: ['bench'], env: ['BENCHLINE_HOST_CLASS'], outputs: ['.benchline/comparison.json'] },
  'bench-slo': { dependsOn: ['bench'], outputs: ['.benchline/slo.json'] },
};

const scripts: Record<string, string> = { bench: 'benchline bench', 'bench-compare': 'benchline compare', 'bench-slo': 'benchline slo' };

interface TurboPlan {
  files: PlannedFile[];
  skipped: SkippedBenchmarks[];
}

/** Tasks in turbo.json and the scripts that they call; what has a name of ours already stays as it is. */
export function planTurbo(snapshot: Snapshot, projects: readonly DetectedProject[]): TurboPlan {
  const plans = [extendTurbo(snapshot), ...projects.map(({ root }) => extendScripts(snapshot, root))];
  return { files: plans.flatMap(({ files }) => files), skipped: plans.flatMap(({ skipped }) => skipped) };
}

function extendTurbo(snapshot: Snapshot): TurboPlan {
  const text = snapshot.get('turbo.json') ?? null;
  if (text !== null) return extendJson({ path: 'turbo.json', text }, 'tasks', turboTasks);
  return { files: [{ path: 'turbo.json', text: pretty({ $schema: './node_modules/turbo/schema.json', tasks: turboTasks }, 2), change: 'create' }], skipped: [] };
}

function extendScripts(snapshot: Snapshot, root: string): TurboPlan {
  const path = within(root, 'package.json');
  const text = snapshot.get(path) ?? null;
  if (text === null) return { files: [], skipped: [{ path, what: 'scripts for turbo', why: 'turbo runs the scripts of a package.json, and there is none here' }] };
  const plan = extendJson({ path, text }, 'scripts', scripts);
  const written = parsePackageManifest(text)?.scripts ?? {};
  const taken = Object.entries(scripts).filter(([name, script]) => (written[name] ?? script) !== script);
  return { files: plan.files, skipped: [...plan.skipped, ...taken.map(([name, script]) => ({ path, what: `the script ${name}`, why: `it exists already and is kept; turbo needs it to call: ${script}` }))] };
}

/** Adds entries to a section of a JSON file, in the file's own indentation. A file with comments is not rewritten: what to add is told instead. */
function extendJson({ path, text }: { path: string; text: string }, section: string, additions: Record<string, unknown>): TurboPlan {
  const document = parsePackageManifest(text) as Record<string, unknown> | null;
  if (document === null) return { files: [], skipped: [{ path, what: `${section} for turbo`, why: `it is not plain JSON; add by hand: ${JSON.stringify(additions)}` }] };
  const present = (document[section] ?? {}) as Record<string, unknown>;
  const missing = Object.entries(additions).filter(([name]) => !(name in present));
  if (missing.length === 0) return { files: [], skipped: [] };
  const indentation = /^([ \t]+)"/m.exec(text)?.[1] ?? 2;
  return { files: [{ path, text: pretty({ ...document, [section]: { ...present, ...Object.fromEntries(missing) } }, indentation), change: 'extend' }], skipped: [] };
}

function pretty(value: unknown, indentation: number | string): string {
  return `${JSON.stringify(value, null, indentation)}\n`;
}
