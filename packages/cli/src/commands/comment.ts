import { join, resolve } from 'node:path';
import { renderGateComment } from '@benchline/core/render';
import { artefactPaths } from '../artefacts/paths.js';
import { readArtefact } from '../artefacts/read-artefact.js';
import type { CommandDefinition, CommandResult } from '../command-definition.js';
import { findWorkspace } from '../config/find-workspace.js';
import { findForge, findOrigin, publishedText, publishGate, readHandedOver, type ForgePlace, type Published } from '../forge/index.js';
import { readEvent } from '../forge/read-event.js';
import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';

export interface CommentOptions {
  /** The gate's artefact; default: that of this workspace. */
  file?: string;
  /** Publish a check of the commit as well. */
  checkRun?: boolean;
  /** The run whose end started this one has measured: its event says for whom, and its artefact is untrusted. */
  fromWorkflowRun?: boolean;
  /** Nothing is published; the comment is printed. */
  dryRun?: boolean;
}

/** Publishes a stored gate result as the comment of the pull request that this run, or the run before it, is for. The exit code is not the gate's: 0, or what went wrong. */
export async function runComment(options: CommentOptions, world: World): Promise<CommandResult> {
  const path = options.file === undefined ? join(artefactPaths((await findWorkspace(world, world.cwd)).root).folder, 'gate.json') : resolve(world.cwd, options.file);
  const untrusted = options.fromWorkflowRun === true;
  const gate = untrusted ? await readHandedOver(world, path) : (await readArtefact(world, 'gate-result', path)).value;
  if (options.dryRun === true) {
    const markdown = renderGateComment(gate, { head: null, runUrl: null, untrusted, now: new Date(world.clock.now()).toISOString() });
    return { exitCode: 0, json: { markdown }, text: markdown };
  }
  const found = untrusted ? await findOrigin(world) : { place: somewhere(findForge(world.env, await readEvent(world))) };
  if ('finding' in found) return resultOf(world, { comment: null, check: null, findings: [found.finding], notes: [], exitCode: 0 });
  return resultOf(world, await publishGate(world, { gate, options: { comment: true, checkRun: options.checkRun ?? false }, place: found.place, untrusted }));
}

function somewhere(place: ForgePlace): Exclude<ForgePlace, { kind: 'none' }> {
  if (place.kind === 'none') throw userError('BNL016', { problem: `There is nowhere to comment: ${place.because}`, fix: 'Run it in a job of GitHub Actions or GitLab CI, or pass --dry-run to see the comment.' });
  return place;
}

function resultOf(world: World, published: Published): CommandResult {
  const { comment, check, findings, exitCode } = published;
  return { exitCode, json: { comment, check, findings }, text: publishedText(world, published) };
}

export const commentCommand: CommandDefinition<Omit<CommentOptions, 'file'>> = {
  name: 'comment',
  summary: 'post the gate\'s result to the pull request, or update the comment that is there',
  examples: [
    { line: 'benchline comment', does: 'the result that benchline gate left in .benchline/gate.json' },
    { line: 'benchline comment --dry-run', does: 'print the comment and post nothing' },
    { line: 'benchline comment gate.zip --from-workflow-run', does: 'a second workflow comments on a fork\'s pull request' },
  ],
  declare(command) {
    command.argument('[gate-json]', 'the gate\'s artefact, default: .benchline/gate.json; with --from-workflow-run a zip too');
    command
      .option('--check-run', 'publish a check of the commit as well (GitHub)')
      .option('--from-workflow-run', 'started by workflow_run: the event says for which pull request, the file is untrusted')
      .option('--dry-run', 'print the comment and post nothing');
  },
  run: ({ operands: [file], options }, world) => runComment({ ...options, ...(file === undefined ? {} : { file }) }, world),
};
