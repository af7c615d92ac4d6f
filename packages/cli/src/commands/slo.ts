import { resolve } from 'node:path';
import { judgeObjectives, objectivesInForce } from '@benchline/core/judge';
import { renderAnnotations, renderRatchetText, renderSloMarkdown, renderSloText } from '@benchline/core/render';
import { artefactPaths } from '../artefacts/paths.js';
import { writeArtefact } from '../artefacts/write-artefact.js';
import { declareProfileOption, declareProjectOptions, type CommandDefinition, type CommandResult, type ProfileOptions, type ProjectOptions } from '../command-definition.js';
import { limitedBy, loadConfig } from '../config/load-config.js';
import { originsOf } from '../config/policy-origins.js';
import { settingsInForceFor } from '../config/settings-in-force.js';
import { appendStepSummary } from '../govern/append-step-summary.js';
import type { SloImportOptions } from '../govern/import-thresholds.js';
import { originHere, replayedNotes } from '../origin/replayed.js';
import { readRatchet } from '../govern/ratchet.js';
import { readReports } from '../govern/read-reports.js';
import { textOptions } from '../govern/text-options.js';
import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';

export interface SloOptions extends ProjectOptions, ProfileOptions, SloImportOptions {
  /** Report file; default: the last report. */
  report?: string;
  /** A project without objectives is a success, for CI that calls every project alike. */
  ifConfigured?: boolean;
  /** Advises which limits could be tighter, from the recorded runs. */
  ratchet?: boolean;
}

/** Holds the last report against the configured objectives, writes .benchline/slo.json and says what holds. */
export async function runSlo(options: SloOptions, world: World): Promise<CommandResult> {
  const loaded = await loadConfig(world, options);
  const { config, configFile, projectRoot } = loaded;
  const paths = artefactPaths(projectRoot);
  const path = options.report === undefined ? paths.report : resolve(world.cwd, options.report);
  // Benchmarks can set objectives of their own, which stand in the report.
  const mayHaveNone = config.objectives.length === 0 && !(await world.files.exists(path));
  if (mayHaveNone && options.ifConfigured) return noneHere(config.project);
  if (mayHaveNone) throw noObjectives(configFile);
  const [read] = await readReports(world, [{ path, purpose: 'the report (benchline bench makes it)' }]);

  const settings = await settingsInForceFor(world, loaded, [read!.report]);
  const objectives = limitedBy(world.env, { project: config.project, objectives: objectivesInForce(settings.config.objectives, read!.report) }, { isWhole: true });
  if (objectives.length === 0 && options.ifConfigured) return noneHere(config.project);
  if (objectives.length === 0) throw noObjectives(configFile);
  const result = judgeObjectives({ report: read!.report, digest: read!.digest, objectives, origins: originsOf(settings.origins, 'slo') });

  await writeArtefact(world, 'slo-result', paths.slo, result);
  const shown = { ...result, findings: [...replayedNotes(read!.report, await originHere(world, paths.folder, read!)), ...settings.findings, ...result.findings] };
  const markdown = renderSloMarkdown(shown);
  await appendStepSummary(world, markdown);
  const ratchet = options.ratchet ? await readRatchet(world, loaded, { objectives, report: read!.report }) : null;
  const advice = ratchet === null ? '' : `\n${renderRatchetText(ratchet, objectives, textOptions(world))}`;
  return { exitCode: result.summary.exitCode, json: ratchet === null ? shown : { ...shown, ratchet }, text: renderSloText(shown, textOptions(world)) + advice, markdown, annotations: renderAnnotations(shown) };
}

function noneHere(project: string): CommandResult {
  return { exitCode: 0, json: null, text: `${project}: no objectives are configured.\n` };
}

function noObjectives(configFile: string | null): Error {
  const where = configFile === null ? {} : { file: configFile };
  return userError('BNL016', { problem: 'No objectives are configured', fix: 'Add some under "slo", for instance {"benchmark": "decode/*", "metric": "throughput", "min": "80 MB/s"}.' }, where);
}

/** Import is loaded only by those who use it. */
async function importFrom([action, file]: readonly string[], options: SloOptions, world: World): Promise<CommandResult> {
  if (action !== 'import' || file === undefined) throw userError('BNL016', { problem: `"slo ${action ?? ''}" is no command`, fix: 'Write benchline slo, or benchline slo import FILE.' });
  const { runSloImport } = await import('../govern/import-thresholds.js');
  return runSloImport(file, options, world);
}

export const sloCommand: CommandDefinition<SloOptions> = {
  name: 'slo',
  summary: 'check the last report against the objectives',
  markdown: true,
  examples: [
    { line: 'benchline slo', does: 'check the last report' },
    { line: 'benchline slo --report nightly.json', does: 'check another report' },
    { line: 'benchline slo import thresholds.toml --write', does: 'make objectives of a file of thresholds' },
  ],
  declare(command) {
    command.argument('[import]', '"import": make objectives of FILE').argument('[file]', 'thresholds in TOML, YAML or JSON');
    command.option('--write', 'import: add them to benchline.json, instead of printing them').option('--map <name=pattern...>', 'import: the benchmarks that a name of the file stands for');
    command.option('--report <file>', 'report to check, default: .benchline/report.json').option('--if-configured', 'succeed where no objectives are configured').option('--ratchet', 'advise which limits could be tighter, from the runs of all baselines');
    declareProjectOptions(declareProfileOption(command));
  },
  run: ({ operands, options }, world) => (operands.length === 0 ? runSlo(options, world) : importFrom(operands, options, world)),
};
