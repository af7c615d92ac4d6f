import { join, resolve } from 'node:path';
import { compareReports, type ComparedReports } from '@benchline/core/judge';
import { createFinding, type Comparison, type Finding } from '@benchline/core/model';
import { renderAnnotations, renderComparisonMarkdown, renderComparisonText } from '@benchline/core/render';
import { artefactPaths } from '../artefacts/paths.js';
import { writeArtefact } from '../artefacts/write-artefact.js';
import { declareProfileOption, declareProjectOptions, type CommandDefinition, type CommandResult, type ProfileOptions, type ProjectOptions } from '../command-definition.js';
import { loadConfig, type LoadedConfig } from '../config/load-config.js';
import { calibratedPolicy, calibratedPolicyFor } from '../config/profile-floors.js';
import { appendStepSummary } from '../govern/append-step-summary.js';
import { pointerPath } from '../govern/baseline-place.js';
import { hasBaselines } from '../govern/baseline-store.js';
import { chooseBaseline } from '../govern/choose-baseline.js';
import { explainRows } from '../govern/explain-rows.js';
import { hostClassOf } from '../govern/host-class.js';
import { readReports, type ReadReport } from '../govern/read-reports.js';
import { originHere, replayedNotes } from '../origin/replayed.js';
import { isSameJob } from '../govern/same-job.js';
import { textOptions } from '../govern/text-options.js';
import { refuseToMeasure } from '../measure/may-measure.js';
import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';

export interface CompareOptions extends ProjectOptions, ProfileOptions {
  /** Two report files instead of the baseline and the last report. */
  files?: readonly [base: string, current: string];
  /** Shows everything behind the verdict of a benchmark of the last comparison; nothing is compared or written. */
  explain?: string;
  /** Every row, also the many unchanged ones. */
  all?: boolean;
  /** Thresholds, baseline and profile of this commit in place of the working tree's; auto: the merge base. */
  policyRef?: string;
  /** Measures the merge base of this ref and the working tree side by side (paired mode); the options below belong to it. */
  against?: string;
  /** Whole measuring time, for instance "10 min". */
  timeBudget?: string;
  control?: string;
  seed?: string;
  suite?: readonly string[];
  filter?: string;
}

interface Sides {
  mode: 'stored' | 'files';
  base: ComparedReports | null;
  head: ComparedReports;
  findings: Finding[];
  /** Of what is printed alone. */
  notes: Finding[];
}

/** Compares the last report with the baseline of its host class (or two files), writes .benchline/comparison.json and says what changed. */
export async function runCompare(options: CompareOptions, world: World): Promise<CommandResult> {
  const { loaded, world: policyWorld } = await loadPolicy(options, world);
  if (options.explain !== undefined) return explain(world, loaded, options.explain);
  if (options.against !== undefined) return measureAndCompare({ ...options, against: options.against }, { loaded, policyWorld }, world);
  refusePairedOptions(options);
  const { notes, ...sides } = options.files === undefined ? await storedSides(world, loaded, policyWorld) : await fileSides(world, options.files);

  const sameJob = sides.base !== null && isSameJob([...sides.base.reports, ...sides.head.reports]);
  const project = projectOf(sides, loaded);
  // A profile is its project's: two files may be about another one.
  const { policy, findings } = project === loaded.config.project ? await calibratedPolicyFor(policyWorld, loaded, sides.head.reports) : { policy: loaded.config.policy, findings: [] };
  const comparison = compareReports({ ...sides, project, policy, sameJob, findings: [...sides.findings, ...itselfFindings(sides), ...findings] });

  await writeArtefact(world, 'comparison', artefactPaths(loaded.projectRoot).comparison, comparison);
  return resultOf({ ...comparison, findings: [...notes, ...comparison.findings] }, options, world);
}

/** With `policyRef` thresholds, baselines and profile are those of that commit, read through git; else everything is the working tree's. */
async function loadPolicy({ policyRef, ...options }: CompareOptions, world: World): Promise<{ loaded: LoadedConfig; world: World }> {
  const loaded = await loadConfig(world, options);
  if (policyRef === undefined) return { loaded, world };
  const { reviewConfig } = await import('../gate/reviewed-config.js');
  return reviewConfig(world, loaded, policyRef);
}

const pairedOptions = { timeBudget: '--time-budget', control: '--control', seed: '--seed', suite: '--suite', filter: '--filter' } as const;

/** What only a measurement understands would be ignored without a word. */
function refusePairedOptions(options: CompareOptions): void {
  const given = Object.entries(pairedOptions).flatMap(([name, flag]) => (options[name as keyof typeof pairedOptions] === undefined ? [] : [flag]));
  if (given.length > 0) throw userError('BNL016', { problem: `${given.join(', ')} belong${given.length === 1 ? 's' : ''} to --against, which measures`, fix: `Add --against REF, or leave ${given.length === 1 ? 'it' : 'them'} out.` });
}

/** Paired mode is loaded only by those who use it. */
async function measureAndCompare(options: CompareOptions & { against: string }, { loaded, policyWorld }: { loaded: LoadedConfig; policyWorld: World }, world: World): Promise<CommandResult> {
  refuseToMeasure(world, loaded.config.project);
  const { compareAgainst, readPairedOptions } = await import('../paired/index.js');
  const { policy, findings } = await calibratedPolicy(policyWorld, loaded, { class: loaded.config.hostClass, fingerprint: (await world.host.facts()).fingerprint });
  const calibrated = { ...loaded, config: { ...loaded.config, policy }, warnings: [...loaded.warnings, ...findings] };
  const comparison = await compareAgainst({ ...readPairedOptions(options, loaded), loaded: calibrated }, world);
  await writeArtefact(world, 'comparison', artefactPaths(loaded.projectRoot).comparison, comparison);
  return resultOf(comparison, options, world);
}

async function explain(world: World, loaded: LoadedConfig, name: string): Promise<CommandResult> {
  const { text, rows } = await explainRows(world, loaded, { name, options: textOptions(world) });
  return { exitCode: 0, json: rows, text };
}

async function storedSides(world: World, { projectRoot, config }: LoadedConfig, policyWorld: World): Promise<Sides> {
  const [head] = await readReports(world, [{ path: artefactPaths(projectRoot).report, purpose: 'the current report (benchline bench makes it)' }]);
  const place = { world: policyWorld, folder: join(projectRoot, config.baselines.directory) };
  const stored = await chooseBaseline(place, hostClassOf(head!.report));
  const findings = stored === null && (await hasBaselines(place)) ? [createFinding('BNL032', { folder: config.baselines.directory }, { file: pointerPath(place) })] : [];
  const base = stored === null ? null : { reports: stored.reports.map(({ report }) => report), digests: stored.reports.map(({ digest }) => digest), baseline: stored.baseline.id };
  const notes = replayedNotes(head!.report, await originHere(world, artefactPaths(projectRoot).folder, head!));
  return { mode: 'stored', base, head: compared(head!), findings, notes };
}

async function fileSides(world: World, [base, current]: readonly [string, string]): Promise<Sides> {
  const read = await readReports(world, [
    { path: resolve(world.cwd, base), purpose: 'the base report' },
    { path: resolve(world.cwd, current), purpose: 'the current report' },
  ]);
  return { mode: 'files', base: compared(read[0]!), head: compared(read[1]!), findings: [], notes: [] };
}

/** A report that was promoted and then compared: whatever is unchanged is so by definition. */
function itselfFindings({ base, head }: Pick<Sides, 'base' | 'head'>): Finding[] {
  const isItself = base !== null && head.digests.every((digest) => base.digests.includes(digest));
  return isItself ? [createFinding('BNL047', { baseline: base.baseline })] : [];
}

function compared({ report, digest }: ReadReport): ComparedReports {
  return { reports: [report], digests: [digest], baseline: null };
}

/** Two files may be about a project that this folder knows nothing of. */
function projectOf({ mode, head }: Pick<Sides, 'mode' | 'head'>, { config }: LoadedConfig): string {
  return mode === 'files' ? head.reports[0]!.project : config.project;
}

async function resultOf(comparison: Comparison, { all }: CompareOptions, world: World): Promise<CommandResult> {
  const markdown = renderComparisonMarkdown(comparison);
  await appendStepSummary(world, markdown);
  return {
    exitCode: comparison.summary.exitCode,
    json: comparison,
    text: renderComparisonText(comparison, { ...textOptions(world), all: all ?? false }),
    markdown,
    annotations: renderAnnotations(comparison),
  };
}

export const compareCommand: CommandDefinition<Omit<CompareOptions, 'files'>> = {
  name: 'compare',
  summary: 'compare the last report with the baseline, two reports, or this tree with another commit',
  markdown: true,
  examples: [
    { line: 'benchline compare', does: 'the last report against the baseline of this host class' },
    { line: 'benchline compare --against origin/main', does: 'measures this tree and the merge base side by side' },
    { line: 'benchline compare --explain decode/large', does: 'everything behind one verdict' },
  ],
  declare(command) {
    command.argument('[reports...]', 'base and current report, default: the baseline and .benchline/report.json');
    command.option('--explain <benchmark>', 'show everything behind a verdict of the last comparison').option('--all', 'show every row').option('--policy-ref <ref>', 'thresholds and baseline of that commit; auto: the merge base');
    command
      .option('--against <ref>', 'measure this tree and its merge base with <ref> side by side; auto: the default branch, or what CI says')
      .option('--time-budget <time>', 'with --against: the whole measuring time, default "10 min"')
      .option('--control <mode>', 'with --against: base against a second build of it: full, sample (default) or off')
      .option('--seed <text>', 'with --against: the order of rounds is drawn with it')
      .option('--suite <name...>', 'with --against: these suites only')
      .option('--filter <regex>', 'with --against: only benchmarks whose id matches');
    declareProjectOptions(declareProfileOption(command));
  },
  async run({ operands, options }, world) {
    const [base, current, ...more] = operands;
    if (base === undefined) return runCompare(options, world);
    if (options.against !== undefined) throw userError('BNL016', { problem: '--against measures both sides itself and takes no reports', fix: 'benchline compare --against REF, or benchline compare BASE CURRENT.' });
    if (current === undefined || more.length > 0) throw userError('BNL016', { problem: `compare takes two reports or none, not ${operands.length}`, fix: 'benchline compare BASE CURRENT, or benchline compare alone for the baseline.' });
    return runCompare({ ...options, files: [base, current] }, world);
  },
};
