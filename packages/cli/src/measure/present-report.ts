import type { ExitCode, SloVerdict } from '@benchline/core/model';
import { judgeObjectives, objectivesInForce, summaryValues } from '@benchline/core/judge';
import { perfJson, renderReportText, renderSummaryLine, type LineVerdict } from '@benchline/core/render';
import type { CommandResult } from '../command-definition.js';
import type { LoadedConfig } from '../config/load-config.js';
import { textOptions } from '../govern/text-options.js';
import type { World } from '../ports/world.js';
import type { WrittenReport } from './write-report.js';

/** What a person and a program are told of a new report; writes perf.json beside it where a summary is configured. */
export async function presentReport({ report, digest, places }: WrittenReport, { config }: LoadedConfig, world: World): Promise<CommandResult> {
  const exitCode = exitCodeOf(report);
  const text = renderReportText(report, textOptions(world));
  const json = { exitCode, report: places.report, digest, runId: report.runId, suites: report.suites.map(({ name, benchmarks }) => ({ name, benchmarks: benchmarks.length })), warnings: report.warnings, errors: report.errors };
  if (config.summary.length === 0) return { exitCode, json, text };
  const values = summaryValues(report, config.summary);
  const objectives = objectivesInForce(config.objectives, report);
  const slo = objectives.length === 0 ? null : judgeObjectives({ report, digest, objectives }).summary.verdict;
  const line = renderSummaryLine(values, lineVerdict(report, exitCode, slo));
  const perf = perfJson(values, report.warnings.map(({ what }) => what), report.errors.map(({ what }) => what));
  await world.files.writeAtomically(places.perfJson, `${JSON.stringify(perf, null, 2)}\n`);
  return { exitCode, json: { ...json, summary: { line, ...perf } }, text: `${text}\n${line}\n` };
}

/** A failed benchmark is the tool's failure; output that could not be read is invalid input. */
function exitCodeOf({ suites, errors }: WrittenReport['report']): ExitCode {
  if (suites.some(({ benchmarks }) => benchmarks.some(({ status }) => status === 'failed'))) return 4;
  return errors.length > 0 ? 2 : 0;
}

/** PASS only where nothing failed, no suite was left out and every objective is known to hold. */
function lineVerdict({ warnings }: WrittenReport['report'], exitCode: ExitCode, slo: SloVerdict | null): LineVerdict {
  if (exitCode !== 0 || slo === 'fail') return 'FAIL';
  if (warnings.some(({ code }) => code === 'BNL065')) return 'WARN';
  return slo === 'warn' || slo === 'unknown' ? 'WARN' : 'PASS';
}
