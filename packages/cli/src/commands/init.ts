import { join, resolve } from 'node:path';
import { escapeTerminal } from '@benchline/core/render';
import type { CommandDefinition, CommandResult } from '../command-definition.js';
import { packageVersion } from '../package-version.js';
import type { World } from '../ports/world.js';
import { detectableTools } from '../scaffold/detect-benchmarks.js';
import { missingDependency } from '../scaffold/missing-dependency.js';
import { planScaffold } from '../scaffold/plan-scaffold.js';
import { readSnapshot } from '../scaffold/read-snapshot.js';
import type { ScaffoldOptions, ScaffoldPlan, Snapshot } from '../scaffold/scaffold-plan.js';
import { virtualEnvironmentNotes, type ScaffoldNote } from '../scaffold/virtual-environments.js';

export interface InitOptions {
  /** The repository; default: the top of the git repository around the current folder, else the current folder. */
  project?: string;
  dryRun?: boolean;
  turbo?: boolean;
  ci?: 'github' | 'none';
}

/** Detects benchmarks and writes configs, baseline folders, ignore lines and the CI workflow. Run again it changes nothing. */
export async function runInit(options: InitOptions, world: World): Promise<CommandResult> {
  const root = options.project === undefined ? ((await world.git.top(world.cwd)) ?? world.cwd) : resolve(world.cwd, options.project);
  const snapshot = await readSnapshot(world.files, root);

  const scaffold = await scaffoldOptions(options, { root, snapshot }, world);
  const plan = planScaffold(snapshot, scaffold);

  const dryRun = options.dryRun ?? false;
  if (!dryRun) for (const { path, text } of plan.files) await world.files.writeAtomically(join(root, path), text);
  const { files, kept, projects, skipped } = plan;
  const notes = [...(projects.length === 0 ? [] : missingDependency(snapshot, scaffold)), ...(await virtualEnvironmentNotes(world.files, root, projects))];
  return { exitCode: 0, json: { dryRun, files: files.map(({ path, change }) => ({ path, change })), kept, projects, skipped, notes }, text: describePlan(plan, { dryRun, notes, ...scaffold }) };
}

async function scaffoldOptions({ turbo, ci }: InitOptions, { root, snapshot }: { root: string; snapshot: Snapshot }, world: World): Promise<ScaffoldOptions> {
  const branch = (await world.git.top(root)) === null ? null : await world.git.defaultBranch(root);
  const runner = snapshot.has('nx.json') ? 'nx' : (turbo ?? snapshot.has('turbo.json')) ? 'turbo' : 'none';
  return { runner, turbo: turbo ?? false, ci: ci ?? 'github', defaultBranch: branch?.replace(/^(refs\/remotes\/)?origin\//, '') ?? 'main', version: packageVersion };
}

interface Shown extends Pick<ScaffoldOptions, 'turbo'> {
  dryRun: boolean;
  notes: readonly ScaffoldNote[];
  runner: ScaffoldOptions['runner'];
}

function describePlan({ files, kept, projects, skipped }: ScaffoldPlan, shown: Shown): string {
  const line = (text: string) => `${escapeTerminal(text)}\n`;
  const lines = [
    ...projects.map(({ root, suites }) => line(`found   ${root === '' ? '.' : root}: ${suites.map(({ name, tool }) => `${name} (${tool})`).join(', ')}`)),
    ...skipped.map(({ path, what, why }) => line(`skipped ${path}: ${what}; ${why}`)),
    ...shown.notes.map(({ path, note }) => line(`note    ${path}: ${note}`)),
    ...kept.map((path) => line(`kept    ${path}`)),
    ...files.map(({ path, change }) => line(`${verbs[change]}${path}`)),
  ];
  return [...lines, line(conclusion({ files, projects, kept }, shown))].join('');
}

const verbs = { create: 'create  ', extend: 'extend  ', update: 'update  ' } as const;

function conclusion({ files, projects, kept }: Omit<ScaffoldPlan, 'skipped'>, { dryRun, runner, turbo }: Shown): string {
  const instead = kept.length > 0 ? 'Suites of other tools belong into the config that is there' : 'Write a benchline.json by hand';
  if (projects.length === 0) return `No benchmarks found: init looks for those of ${detectableTools.join(', ')}. ${instead}, or add benchmarks and run init again.`;
  if (files.length === 0) return 'Everything is there already; nothing was changed.';
  if (dryRun) return 'Nothing was written (--dry-run).';
  if (runner === 'nx') return 'Next: nx g @benchline/nx:init, which registers the plugin; then nx run PROJECT:bench.';
  if (runner === 'turbo' && !turbo) return 'Next: benchline init --turbo, which writes turbo tasks and the scripts they call.';
  if (turbo) return 'Next: commit these files; then npm run bench (the root script), and on the default branch benchline promote --reason "first baseline" in each folder found.';
  const where = projects.length > 1 ? ' in each folder found' : '';
  return `Next: commit these files; then benchline bench${where}, and on the default branch benchline promote --reason "first baseline".`;
}

export const initCommand: CommandDefinition<InitOptions> = {
  name: 'init',
  summary: 'find benchmarks; write configs, baseline folders and a CI workflow',
  examples: [
    { line: 'benchline init', does: 'set up this repository' },
    { line: 'benchline init --dry-run', does: 'show what would be written' },
    { line: 'benchline init --turbo', does: 'write turbo tasks too' },
  ],
  declare(command) {
    command.option('--dry-run', 'show what would be written and write nothing').option('--turbo', 'write turbo tasks and the scripts they call');
    command.option('--no-ci', 'write no CI workflow').option('--project <folder>', 'the repository, default: the one around the current folder');
  },
  run: ({ options }, world) => runInit({ ...options, ...((options.ci as unknown) === false ? { ci: 'none' as const } : { ci: 'github' as const }) }, world),
};
