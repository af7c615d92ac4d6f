import { relative, resolve } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { createFinding, type Config, type Direction, type Finding, type PerformanceReport } from '@benchline/core/model';
import { summaryValues } from '@benchline/core/judge';
import { perfJson, renderFindings } from '@benchline/core/render';
import { directionsOf, renderBenchfmt, renderBenchRecords, renderBmf, renderCsv, renderGithubActionBenchmark, type Exported, type LeftOut } from '@benchline/core/render/export';
import { artefactPaths } from '../artefacts/paths.js';
import { wantsColor } from '../colors.js';
import { declareProjectOptions, type CommandDefinition, type CommandResult, type ProjectOptions } from '../command-definition.js';
import { loadConfig } from '../config/load-config.js';
import { readReports } from '../govern/read-reports.js';
import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';

type KnownDirection = NonNullable<Direction>;

export interface ExportOptions extends ProjectOptions {
  format?: ExportFormat;
  /** Report file; default: the last report. */
  report?: string;
  /** File to write; default: standard output. */
  output?: string;
  /** Of github-action-benchmark, which has one direction a file: which metrics are meant. */
  direction?: KnownDirection;
}

interface Exporting {
  report: PerformanceReport;
  config: Config;
  direction: KnownDirection | undefined;
}

const renderers = {
  benchfmt: ({ report }: Exporting) => renderBenchfmt(report),
  bmf: ({ report }: Exporting) => renderBmf(report),
  'github-action-benchmark': renderOneDirection,
  csv: ({ report }: Exporting) => renderCsv(report),
  'perf-json': renderPerfJson,
  'bench-record': ({ report }: Exporting) => renderBenchRecords(report),
} as const satisfies Record<string, (exporting: Exporting) => Exported>;

export type ExportFormat = keyof typeof renderers;

/** Writes the last report, or another, in a format that other programs read. What the format cannot hold is told; nothing at all is exit code 2. */
export async function runExport({ format, ...options }: ExportOptions, world: World): Promise<CommandResult> {
  if (format === undefined) throw userError('BNL016', { problem: 'Which format is meant is not said', fix: `Pass --format with one of ${formats.join(', ')}.` });
  const { config, projectRoot } = await loadConfig(world, options);
  const path = options.report === undefined ? artefactPaths(projectRoot).report : resolve(world.cwd, options.report);
  const [read] = await readReports(world, [{ path, purpose: 'the report (benchline bench makes it)' }]);

  const { text, leftOut } = exportReport({ report: read!.report, config, direction: options.direction }, format);
  const findings = tellLeftOut(leftOut, format);

  world.stderr.write(renderFindings(findings, { color: wantsColor(world, world.stderr) }));
  const json = { format, report: path, leftOut };
  if (options.output === undefined) return { exitCode: 0, json: { ...json, content: text }, text };
  const output = resolve(world.cwd, options.output);
  const { bytes, digest } = await world.files.writeAtomically(output, text);
  return { exitCode: 0, json: { ...json, output, bytes, digest }, text: `${format} written to ${relative(world.cwd, output)}\n` };
}

function exportReport(exporting: Exporting, format: ExportFormat): Exported {
  if (exporting.direction !== undefined && format !== 'github-action-benchmark') {
    throw userError('BNL016', { problem: `--direction has no meaning for ${format}`, fix: 'Leave it out: this format holds metrics of both directions.' });
  }
  const exported = renderers[format](exporting);
  const benchmarks = exporting.report.suites.flatMap((suite) => suite.benchmarks);
  const metrics = benchmarks.reduce((sum, benchmark) => sum + Math.max(1, benchmark.metrics.length), 0);
  const reason = exported.leftOut[0]?.because;
  if (exported.leftOut.length >= metrics) throw userError('BNL016', { problem: `Nothing of the report can be written as ${format}${reason === undefined ? '' : `: ${reason}`}`, fix: 'Take another format; csv and benchfmt hold every report.' });
  return exported;
}

/** Mixed directions are refused: the action would take half of them the wrong way round. */
function renderOneDirection({ report, direction }: Exporting): Exported {
  const [only, ...others] = directionsOf(report);
  if (direction === undefined && others.length > 0) {
    const problem = 'Of some metrics lower is better and of others higher, and github-action-benchmark has one direction for a whole file';
    throw userError('BNL016', { problem, fix: 'Write two files: --direction lower for customSmallerIsBetter, --direction higher for customBiggerIsBetter.' });
  }
  return renderGithubActionBenchmark(report, direction ?? only ?? 'lower');
}

function renderPerfJson({ report, config }: Exporting): Exported {
  if (config.summary.length === 0) throw userError('BNL016', { problem: 'perf-json holds the entries of "summary", and none is configured', fix: 'Add some, for instance {"label": "DISPLAY", "benchmark": "decode/display", "metric": "time", "unit": "ms"}.' });
  const perf = perfJson(summaryValues(report, config.summary), report.warnings.map(({ what }) => what), report.errors.map(({ what }) => what));
  return { text: `${JSON.stringify(perf, null, 2)}\n`, leftOut: [] };
}

/** One finding for each reason, since there can be thousands of benchmarks. */
function tellLeftOut(leftOut: readonly LeftOut[], format: ExportFormat): Finding[] {
  const reasons = [...new Set(leftOut.map(({ because }) => because))];
  return reasons.map((because) => {
    const names = leftOut.filter((left) => left.because === because).map(({ benchmark, metric }) => (metric === null ? benchmark : `${metric} of ${benchmark}`));
    const shown = names.slice(0, 3).join(', ');
    return createFinding('BNL035', { format, left: names.length > 3 ? `${shown} and ${names.length - 3} more` : shown, because });
  });
}

const formats = Object.keys(renderers);
const directions: readonly string[] = ['lower', 'higher'];

function oneOf(allowed: readonly string[]): (text: string) => string {
  return (text) => {
    if (!allowed.includes(text)) throw new InvalidArgumentError(`It must be one of ${allowed.join(', ')}.`);
    return text;
  };
}

export const exportCommand: CommandDefinition<ExportOptions> = {
  name: 'export',
  summary: 'write the last report in a format that other tools read',
  examples: [
    { line: 'benchline export --format benchfmt --output new.txt', does: 'for benchstat' },
    { line: 'benchline export --format bmf', does: 'for Bencher, on standard output' },
    { line: 'benchline export --format csv --report nightly.json', does: 'another report, for spreadsheets' },
  ],
  declare(command) {
    command
      .option('--format <format>', `one of ${formats.join(', ')}`, oneOf(formats))
      .option('--report <file>', 'report to export, default: .benchline/report.json')
      .option('--output <file>', 'file to write, with the folders it needs; default: standard output')
      .option('--direction <direction>', 'github-action-benchmark: metrics of which lower, or higher, is better', oneOf(directions));
    declareProjectOptions(command);
  },
  run: ({ options }, world) => runExport(options, world),
};
