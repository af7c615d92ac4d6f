import { join, resolve } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { escapeTerminal } from '@benchline/core/render';
import type { CommandDefinition, CommandResult } from '../command-definition.js';
import type { World } from '../ports/world.js';
import { inspectWorkflows, readSnapshot, type InspectedWorkflow, type Snapshot, type WorkflowOptions, type WorkflowRequest } from '../scaffold/index.js';
import { userError } from '../user-error.js';

export interface WorkflowCommandOptions extends Partial<WorkflowOptions> {
  /** The repository; default: the top of the git repository around the current folder, else the current folder. */
  project?: string;
  /** Writes nothing; exit code 2 if something is absent, outdated or left over. */
  check?: boolean;
  dryRun?: boolean;
  /** Writes over files edited by hand, too. */
  force?: boolean;
}

/** Writes the CI workflows that are absent or outdated. One that was edited by hand is left alone. Run again it changes nothing. */
export async function runWorkflow(options: WorkflowCommandOptions, world: World): Promise<CommandResult> {
  const root = options.project === undefined ? ((await world.git.top(world.cwd)) ?? world.cwd) : resolve(world.cwd, options.project);
  const snapshot = await readSnapshot(world.files, root);
  const inspection = inspectWorkflows(await requestOf(options, { root, snapshot }, world), snapshot);
  if (inspection.files.length === 0) throw userError('BNL016', { problem: `There is nothing to measure: no project below ${root} has a config`, fix: 'Run benchline init first, or write a benchline.json.' });

  const { check = false, dryRun = false, force = false } = options;
  const written = inspection.files.filter((file) => isWritten(file, force));
  if (!check && !dryRun) for (const { path, text } of written) await world.files.writeAtomically(join(root, path), text);
  const exitCode = check && inspection.files.some(({ state }) => state !== 'current' && state !== 'edited') ? 2 : 0;
  const text = inspection.files.map((file) => describe(file, { wouldWrite: check, force })).join('') + conclusion({ ...options, written: written.length, exitCode });
  return { exitCode, json: { options: inspection.options, files: inspection.files.map(({ path, state }) => ({ path, state })), written: check || dryRun ? [] : written.map(({ path }) => path) }, text };
}

function isWritten(file: InspectedWorkflow, force: boolean): file is InspectedWorkflow & { text: string } {
  return file.text !== null && (file.state === 'absent' || file.state === 'stale' || (force && file.state === 'edited'));
}

/** Git is asked for the default branch only where no workflow stands that names it: another clone may know another one. */
async function requestOf({ project: _project, check: _check, dryRun: _dryRun, ...asked }: WorkflowCommandOptions, { root, snapshot }: { root: string; snapshot: Snapshot }, world: World): Promise<WorkflowRequest> {
  if (asked.defaultBranch !== undefined || inspectWorkflows({ ...asked, defaultBranch: 'main' }, snapshot).files.some(({ state }) => state !== 'absent')) return asked;
  const branch = (await world.git.top(root)) === null ? null : await world.git.defaultBranch(root);
  return { ...asked, ...(branch === null ? {} : { defaultBranch: branch.replace(/^(refs\/remotes\/)?origin\//, '') }) };
}

function describe({ path, state }: InspectedWorkflow, { wouldWrite, force }: { wouldWrite: boolean; force: boolean }): string {
  const done = { absent: 'create   ', stale: 'update   ', current: 'current  ', edited: force ? 'overwrite' : 'edited   ', leftover: 'leftover ' }[state];
  const found = { absent: 'absent   ', stale: 'outdated ', current: 'current  ', edited: 'edited   ', leftover: 'leftover ' }[state];
  const note = state === 'leftover' ? ': not asked for any more; delete it' : state === 'edited' && !force ? ': written or edited by hand; left alone (--force writes over it)' : '';
  return `${escapeTerminal(`${wouldWrite ? found : done} ${path}${note}`)}\n`;
}

function conclusion({ check, dryRun, written, exitCode }: WorkflowCommandOptions & { written: number; exitCode: number }): string {
  if (check) return exitCode === 0 ? 'The workflows are up to date.\n' : 'The workflows are not up to date: run benchline workflow, and commit what it writes.\n';
  if (written === 0) return 'Nothing was changed.\n';
  if (dryRun) return 'Nothing was written (--dry-run).\n';
  return 'Next: commit these files. What each permission is for, and who may promote: docs/how-to/ci.md.\n';
}

function oneOf(allowed: readonly string[]): (text: string) => string {
  return (text) => {
    if (!allowed.includes(text)) throw new InvalidArgumentError(`It must be one of ${allowed.join(', ')}.`);
    return text;
  };
}

export const workflowCommand: CommandDefinition<WorkflowCommandOptions> = {
  name: 'workflow',
  summary: 'write the CI workflows, or check that they are up to date',
  examples: [
    { line: 'benchline workflow', does: 'as the repository suggests; again, what is outdated is written anew' },
    { line: 'benchline workflow --enforce always --fork-comments', does: 'pull requests fail too; forks get comments' },
    { line: 'benchline workflow --check', does: 'in CI: exit code 2 if they are not up to date' },
  ],
  declare(command) {
    command
      .option('--forge <forge>', 'github or gitlab', oneOf(['github', 'gitlab']))
      .option('--runner <runner>', 'what says which projects a change reaches: nx, turbo or none', oneOf(['nx', 'turbo', 'none']))
      .option('--mode <mode>', 'pull requests: paired (beside the merge base, default) or stored (against the baseline)', oneOf(['paired', 'stored']))
      .option('--enforce <where>', 'where a regression fails: main (advice on pull requests, default) or always', oneOf(['main', 'always']))
      .option('--fork-comments', 'comment on pull requests from forks too, by a second workflow').option('--no-fork-comments', 'by the measuring workflow itself (default)')
      .option('--schedule', 'a weekly check with alert and audit packages (default)').option('--no-schedule', 'no weekly check')
      .option('--default-branch <name>', 'the branch whose numbers become baselines, default: the repository\'s');
    command.option('--check', 'write nothing; exit code 2 if something is not up to date').option('--dry-run', 'show what would be written and write nothing');
    command.option('--force', 'write over files edited by hand, too').option('--project <folder>', 'the repository, default: the one around the current folder');
  },
  run: ({ options }, world) => runWorkflow(options, world),
};
