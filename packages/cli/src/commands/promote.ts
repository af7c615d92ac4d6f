import { join, resolve } from 'node:path';
import { worstExitCode, type Baseline, type CriterionOutcome, type ExitCode } from '@benchline/core/model';
import { renderFindingAnnotations, renderPromotionText, renderRetention } from '@benchline/core/render';
import { artefactPaths } from '../artefacts/paths.js';
import { declareProfileOption, declareProjectOptions, type CommandDefinition, type CommandResult, type ProfileOptions, type ProjectOptions } from '../command-definition.js';
import { loadConfig, type LoadedConfig } from '../config/load-config.js';
import { settingsInForceFor } from '../config/settings-in-force.js';
import { judgePromotion, type JudgedPromotion } from '../govern/judge-promotion.js';
import { promoteReports } from '../govern/promote-reports.js';
import { readReports, type ReadReport } from '../govern/read-reports.js';
import { retireBaselines } from '../govern/retire-baselines.js';
import { textOptions } from '../govern/text-options.js';
import type { World } from '../ports/world.js';

export interface PromoteOptions extends ProjectOptions, ProfileOptions {
  /** Why; recorded in the baseline. */
  reason?: string;
  /** Shows every criterion and writes nothing. */
  dryRun?: boolean;
  /** Attests that the tests passed on this commit; BENCHLINE_TESTS_PASSED=true does the same. */
  testsPassed?: boolean;
  /** Reports of one commit and host class; default: the last report. */
  report?: readonly string[];
  /** Retention never prunes what is held. */
  hold?: boolean;
  /** Applies retention afterwards. */
  prune?: boolean;
}

/** Makes reports the baseline of their host class if every criterion holds. A refusal has the exit code of what stands against it. */
export async function runPromote(options: PromoteOptions, world: World): Promise<CommandResult> {
  const loaded = await loadConfig(world, options);
  const reports = await readReports(world, requested(options, loaded, world));
  const { config } = await settingsInForceFor(world, loaded, reports.map(({ report }) => report));
  const judged = await judgePromotion(world, { ...loaded, config }, { reports, request: { reason: options.reason ?? (options.dryRun ? 'dry run' : ''), testsPassed: attested(options, world) } });

  if (!('baseline' in judged.plan)) return refusal(judged, options, world);
  return promote({ ...judged.plan.baseline, held: options.hold ?? false }, { judged, loaded, reports, options }, world);
}

function requested({ report }: PromoteOptions, { projectRoot }: LoadedConfig, world: World) {
  if (report === undefined || report.length === 0) return [{ path: artefactPaths(projectRoot).report, purpose: 'the report to promote (benchline bench makes it)' }];
  return report.map((path) => ({ path: resolve(world.cwd, path), purpose: 'a report to promote' }));
}

/** null: nobody said. */
function attested({ testsPassed }: PromoteOptions, { env }: World): boolean | null {
  if (testsPassed !== undefined) return testsPassed;
  const written = env['BENCHLINE_TESTS_PASSED'] ?? '';
  return written === '' ? null : written === 'true' || written === '1';
}

function refusal({ plan, slo, comparison }: JudgedPromotion, { dryRun }: PromoteOptions, world: World): CommandResult {
  if ('baseline' in plan) throw new RangeError('a plan with a baseline is no refusal');
  const failed = plan.criteria.filter(({ outcome }) => outcome === 'failed').map(({ name }) => exitCodeOf(name, { slo, comparison }));
  return {
    exitCode: worstExitCode(failed.length === 0 ? [2] : failed),
    json: { promoted: false, ...plan, slo: slo?.summary ?? null, comparison: comparison?.summary ?? null },
    text: renderPromotionText(plan, { ...textOptions(world), dryRun: dryRun ?? false }),
    annotations: renderFindingAnnotations(plan.findings),
  };
}

/** Slower or missing an objective is what compare and slo say of it; everything else is for the user to settle. */
function exitCodeOf(name: CriterionOutcome['name'], { slo, comparison }: Pick<JudgedPromotion, 'slo' | 'comparison'>): ExitCode {
  const judged = name === 'objectives' ? slo?.summary.exitCode : name === 'no-regression' ? comparison?.summary.exitCode : undefined;
  return judged === undefined || judged === 0 ? 2 : judged;
}

interface Work {
  judged: JudgedPromotion;
  loaded: LoadedConfig;
  reports: readonly ReadReport[];
  options: PromoteOptions;
}

async function promote(baseline: Baseline, { judged, loaded, reports, options }: Work, world: World): Promise<CommandResult> {
  const dryRun = options.dryRun ?? false;
  const place = { world, folder: join(loaded.projectRoot, loaded.config.baselines.directory) };
  const inForce = isInForce(baseline, judged.previous);
  const promoted = dryRun || inForce ? false : await promoteReports(place, { baseline, sources: reports, seen: judged.seen });
  const retired = options.prune && !dryRun ? await retireBaselines(place, loaded.config.baselines) : null;
  const parts = [
    promoted || dryRun ? renderPromotionText({ baseline }, { ...textOptions(world), dryRun }) : '',
    inForce ? `These reports are in force already, as ${judged.previous?.id ?? baseline.id}; ${dryRun ? 'promoting them would change nothing' : 'nothing changed'}.\n` : '',
    retired === null ? '' : renderRetention(retired, { dryRun }),
  ];
  return { exitCode: 0, json: { promoted, baseline, retired }, text: parts.join('') };
}

/** Whether the baseline in force is of the very same reports. */
function isInForce(baseline: Baseline, previous: Baseline | null): boolean {
  const digests = ({ reports }: Baseline) => JSON.stringify(reports.map(({ digest }) => digest).sort());
  return previous !== null && digests(baseline) === digests(previous);
}

export const promoteCommand: CommandDefinition<PromoteOptions> = {
  name: 'promote',
  summary: 'make the last report the baseline, if it meets the criteria',
  examples: [
    { line: 'benchline promote --reason "first baseline"', does: 'promote the last report' },
    { line: 'benchline promote --dry-run', does: 'show every criterion, write nothing' },
    { line: 'benchline promote --report a.json b.json --reason "release 2"', does: 'several jobs of one commit' },
  ],
  declare(command) {
    command.option('--reason <text>', 'why; recorded in the baseline').option('--dry-run', 'show every criterion and write nothing');
    command.option('--tests-passed', 'attest that the tests passed on this commit').option('--report <file...>', 'reports to promote, default: .benchline/report.json');
    command.option('--hold', 'never prune this baseline').option('--prune', 'apply retention afterwards');
    declareProjectOptions(declareProfileOption(command));
  },
  run: ({ options }, world) => runPromote(options, world),
};
