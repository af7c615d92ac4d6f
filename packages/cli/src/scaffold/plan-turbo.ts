import { parsePackageManifest } from './package-manifest.js';
import { within } from './folder-of.js';
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
  const plans = [extendJson(snapshot, 'turbo.json', 'tasks', turboTasks), ...projects.map(({ root }) => extendScripts(snapshot, root))];
  return { files: plans.flatMap(({ files }) => files), skipped: plans.flatMap(({ skipped }) => skipped) };
}

function extendScripts(snapshot: Snapshot, root: string): TurboPlan {
  const path = within(root, 'package.json');
  if (!snapshot.has(path)) return { files: [], skipped: [{ path, what: 'scripts for turbo', why: 'turbo runs the scripts of a package.json, and there is none here' }] };
  const plan = extendJson(snapshot, path, 'scripts', scripts);
  const taken = Object.entries(scripts).filter(([name, script]) => (parsePackageManifest(snapshot.get(path))?.scripts?.[name] ?? script) !== script);
  return { files: plan.files, skipped: [...plan.skipped, ...taken.map(([name, script]) => ({ path, what: `the script ${name}`, why: `it exists already and is kept; turbo needs it to call: ${script}` }))] };
}

function extendJson(snapshot: Snapshot, path: string, section: string, additions: Record<string, unknown>): TurboPlan {
  const text = snapshot.get(path) ?? null;
  if (text === null) return path === 'turbo.json' ? { files: [{ path, text: pretty({ $schema: './node_modules/turbo/schema.json', [section]: additions }, 2), change: 'create' }], skipped: [] } : { files: [], skipped: [] };
  const document = parsePackageManifest(text) as Record<string, unknown> | null;
  if (document === null) return { files: [], skipped: [{ path, what: `${section} for turbo`, why: `it is not plain JSON; add by hand: ${JSON.stringify(additions)}` }] };
  const present = (document[section] ?? {}) as Record<string, unknown>;
  const missing = Object.entries(additions).filter(([name]) => !(name in present));
  if (missing.length === 0) return { files: [], skipped: [] };
  const indent = /^([ \t]+)"/m.exec(text)?.[1] ?? 2;
  return { files: [{ path, text: pretty({ ...document, [section]: { ...present, ...Object.fromEntries(missing) } }, indent), change: 'extend' }], skipped: [] };
}

function pretty(value: unknown, indent: number | string): string {
  return `${JSON.stringify(value, null, indent)}\n`;
}
