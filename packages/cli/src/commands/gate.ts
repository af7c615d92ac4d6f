import { join, resolve } from 'node:path';
import { worstExitCode } from '@benchline/core/model';
import { renderGateAnnotations, renderGateJunit, renderGateMarkdown, renderGateText } from '@benchline/core/render';
import { artefactPaths } from '../artefacts/paths.js';
import { writeArtefact } from '../artefacts/write-artefact.js';
import type { CommandDefinition, CommandResult } from '../command-definition.js';
import { findWorkspace } from '../config/find-workspace.js';
import { publishedText, publishGate, type PublishOptions } from '../forge/index.js';
import { judgeWorkspace, type JudgeOptions } from '../gate/judge-workspace.js';
import { appendStepSummary } from '../govern/append-step-summary.js';
import { textOptions } from '../govern/text-options.js';
import type { World } from '../ports/world.js';

export interface GateOptions extends JudgeOptions, PublishOptions {
  /** Files to write. */
  markdown?: string;
  junit?: string;
}

/** Judges the results of all projects of the workspace together, writes .benchline/gate.json at its root and says what changed. */
export async function runGate(options: GateOptions, world: World): Promise<CommandResult> {
  const { root } = await findWorkspace(world, world.cwd);
  const path = join(artefactPaths(root).folder, 'gate.json');
  // One that cannot judge must not leave an earlier verdict, or a committed one, for whoever publishes it.
  await world.files.remove(path);
  const gate = await judgeWorkspace(world, root, options);
  const now = new Date(world.clock.now()).toISOString();
  await writeArtefact(world, 'gate-result', path, gate.result);
  const markdown = renderGateMarkdown(gate, now);
  if (options.markdown !== undefined) await world.files.writeAtomically(resolve(world.cwd, options.markdown), markdown);
  if (options.junit !== undefined) await world.files.writeAtomically(resolve(world.cwd, options.junit), renderGateJunit(gate));
  await appendStepSummary(world, markdown);
  const published = await publishGate(world, { gate: gate.result, options, lenient: gate.result.advisory });
  world.stderr.write(publishedText(world, published));
  return { exitCode: worstExitCode([gate.result.summary.exitCode, published.exitCode]), json: gate.result, text: renderGateText(gate, { ...textOptions(world), now }), annotations: renderGateAnnotations(gate) };
}

export const gateCommand: CommandDefinition<Omit<GateOptions, 'folders'>> = {
  name: 'gate',
  summary: 'judge the results of all projects together: one verdict, one exit code',
  examples: [
    { line: 'benchline gate', does: 'every project of this workspace; one that did not report is a row too' },
    { line: 'benchline gate --affected --junit gate.xml', does: 'projects that the change reaches have to report; JUnit XML for CI' },
    { line: 'benchline gate artifacts --comment', does: 'results downloaded from other jobs; one comment in the pull request' },
  ],
  declare(command) {
    command.argument('[folders...]', 'folders of downloaded results, default: every .benchline/ of the workspace');
    command
      .option('--require <name...>', 'projects that have to report, beside those with a config')
      .option('--affected [base]', 'only projects that the change since base reaches have to report, as Nx or Turborepo says; default: the merge base')
      .option('--affected-only', 'projects with a config need not report')
      .option('--policy-ref <ref>', 'configs and accepted regressions of that commit; auto: the merge base, the default in CI on a pull request')
      .option('--on <event>', 'pull-request or default-branch: which part of the gate section holds; default: what CI says')
      .option('--advisory', 'exit code 0 whatever is found; the verdict is shown all the same')
      .option('--comment', 'post the result to the pull request, or update the comment that is there (GitHub, GitLab)')
      .option('--check-run', 'publish it as a check of the commit (GitHub)')
      .option('--markdown <file>', 'write one Markdown summary')
      .option('--junit <file>', 'write JUnit XML, a test case a row');
  },
  run: ({ operands, options }, world) => runGate({ ...options, folders: operands }, world),
};
