import { join, resolve } from 'node:path';
import { judgeGate } from '@benchline/core/judge';
import { renderGateAnnotations, renderGateJunit, renderGateMarkdown, renderGateText } from '@benchline/core/render';
import { artefactPaths } from '../artefacts/paths.js';
import { writeArtefact } from '../artefacts/write-artefact.js';
import type { CommandDefinition, CommandResult } from '../command-definition.js';
import { findWorkspace } from '../config/find-workspace.js';
import { collectProjects } from '../gate/collect-projects.js';
import { readDeclared } from '../gate/declared-projects.js';
import { findResults } from '../gate/find-results.js';
import { readResults } from '../gate/read-results.js';
import { itselfFindings, staleFindings } from '../gate/stale-results.js';
import { appendStepSummary } from '../govern/append-step-summary.js';
import { textOptions } from '../govern/text-options.js';
import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';

export interface GateOptions {
  /** Folders of downloaded results, searched in place of the workspace's. */
  folders?: readonly string[];
  /** Names of projects that have to report beside those with a config. */
  require?: readonly string[];
  /** Projects with a config need not report: only those that the change affects did run. */
  affectedOnly?: boolean;
  /** The exit code is 0 whatever was found. */
  advisory?: boolean;
  /** Files to write. */
  markdown?: string;
  junit?: string;
}

/** Judges the results of all projects of the workspace together, writes .benchline/gate.json at its root and says what changed. */
export async function runGate(options: GateOptions, world: World): Promise<CommandResult> {
  const { root } = await findWorkspace(world, world.cwd);
  const workspace = await findResults(world.files, root, 'workspace');
  const declared = await readDeclared(world, root, workspace.projects);
  const folders = options.folders === undefined || options.folders.length === 0 ? workspace.results : await downloaded(world, options.folders);
  const read = await readResults(world, folders, root);
  const collected = collectProjects({ read, declared: declared.projects, required: options.require ?? [], affectedOnly: options.affectedOnly ?? false });
  refuseNothing(collected.projects.length + read.findings.length + declared.findings.length, options, root);

  const commit = await world.git.commit(root);
  const findings = [...declared.findings, ...read.findings, ...collected.findings, ...staleFindings(read.results, commit), ...itselfFindings(read.results)];
  const gate = judgeGate({ projects: collected.projects, findings, commit, advisory: options.advisory ?? false });

  await writeArtefact(world, 'gate-result', join(artefactPaths(root).folder, 'gate.json'), gate.result);
  const markdown = renderGateMarkdown(gate);
  if (options.markdown !== undefined) await world.files.writeAtomically(resolve(world.cwd, options.markdown), markdown);
  if (options.junit !== undefined) await world.files.writeAtomically(resolve(world.cwd, options.junit), renderGateJunit(gate));
  await appendStepSummary(world, markdown);
  return { exitCode: gate.result.summary.exitCode, json: gate.result, text: renderGateText(gate, textOptions(world)), annotations: renderGateAnnotations(gate) };
}

/** The folders with results below those named; the same one twice counts once. */
async function downloaded(world: World, folders: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const folder of folders) {
    const path = resolve(world.cwd, folder);
    if (!(await world.files.exists(path))) throw userError('BNL008', { path, purpose: 'a folder of results' }, { file: path });
    for (const result of (await findResults(world.files, path, 'download')).results) found.add(result);
  }
  return [...found].sort();
}

/** Nothing measured is not a pass, unless nothing was affected. */
function refuseNothing(found: number, { affectedOnly }: GateOptions, root: string): void {
  if (found > 0 || affectedOnly === true) return;
  throw userError('BNL016', { problem: `There is nothing to judge: no project and no result below ${root}`, fix: 'Run benchline compare first, name the folders of the results, or pass --affected-only if a change may affect no project.' });
}

export const gateCommand: CommandDefinition<Omit<GateOptions, 'folders'>> = {
  name: 'gate',
  summary: 'judge the results of all projects together: one verdict, one exit code',
  examples: [
    { line: 'benchline gate', does: 'every project of this workspace; one that did not report is a row too' },
    { line: 'benchline gate --affected-only --junit gate.xml', does: 'after nx affected: those that ran; JUnit XML for CI' },
    { line: 'benchline gate artifacts --markdown gate.md', does: 'results downloaded from other jobs; a summary to post' },
  ],
  declare(command) {
    command.argument('[folders...]', 'folders of downloaded results, default: every .benchline/ of the workspace');
    command
      .option('--require <name...>', 'projects that have to report, beside those with a config')
      .option('--affected-only', 'projects with a config need not report')
      .option('--advisory', 'exit code 0 whatever is found; the verdict is shown all the same')
      .option('--markdown <file>', 'write one Markdown summary')
      .option('--junit <file>', 'write JUnit XML, a test case a row');
  },
  run: ({ operands, options }, world) => runGate({ ...options, folders: operands }, world),
};
