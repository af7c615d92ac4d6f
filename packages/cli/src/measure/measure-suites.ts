import { join } from 'node:path';
import type { Finding, SuiteConfig } from '@benchline/core/model';
import type { Parsed } from '@benchline/core/parse';
import { escapeTerminal } from '@benchline/core/render';
import { folderName } from '../artefacts/folder-name.js';
import type { World } from '../ports/world.js';
import type { PreparedTool, RoundPlace, SuiteRun } from '../tools/tool-runner.js';
import { UserError } from '../user-error.js';
import { acquireMachine } from './acquire-machine.js';
import { buildSuite } from './build-suite.js';
import { checkLoad } from './check-load.js';
import { leftOut } from './optional-suite.js';
import { prepareTool } from './prepare-tool.js';
import { createProgress, roundStep, type Progress } from './progress.js';
import type { Redactor } from './redaction.js';
import { retryRound } from './retry-round.js';
import { RoundBudget, scheduleRounds } from './round-schedule.js';
import { requireReadings } from './require-readings.js';
import { createSuiteRun } from './suite-run.js';
import { tellLines } from './tell-lines.js';

export interface MeasureRequest {
  project: string;
  projectRoot: string;
  suites: readonly SuiteConfig[];
  redactor: Redactor;
  /** Absolute folder in which raw output gathers while measuring. */
  workFolder: string;
  /** The same folder as findings name it. */
  workShown: string;
  timeBudgetMs: number | null;
  /** What tools, builds and servers print is told line by line. */
  verbose: boolean;
}

/** A suite with what its rounds gave. */
export interface MeasuredSuite {
  run: SuiteRun;
  prepared: PreparedTool;
  rounds: Parsed[];
  /** Of checks and rounds; the parsers' findings included. */
  findings: Finding[];
  /** Building and measuring it, ms. */
  spentMs: number;
}

export interface MeasuredSuites {
  suites: MeasuredSuite[];
  /** A warning for each optional suite whose tool is absent. */
  leftOut: Finding[];
}

/** Checks every suite's tool, builds, and measures all rounds in turn while no other Benchline measures on this machine. */
export async function measureSuites(request: MeasureRequest, world: World): Promise<MeasuredSuites> {
  const { suites, leftOut } = await prepareSuites(request, world);
  refuseErrors(suites.flatMap(({ findings }) => findings));
  const progress = createProgress(world, { lines: request.verbose });
  for (const { what } of leftOut) progress.step(escapeTerminal(what));
  const lock = await acquireMachine(world, { project: request.project, progress });
  try {
    await world.files.remove(request.workFolder);
    await world.files.makeFolder(request.workFolder);
    suites[0]?.findings.push(...(await checkLoad(world)));
    for (const suite of suites) {
      const { run, prepared } = suite;
      const began = world.clock.monotonic();
      if (run.suite.build !== null || prepared.build !== null) progress.step(`${run.suite.name}: building`);
      await buildSuite({ run, prepared, outputFolder: join(request.workFolder, folderName(run.suite.name), 'build'), redactor: request.redactor, onLine: tellLines(run.suite.name, { ...request, progress }, world) }, world);
      await prepared.settle?.();
      suite.spentMs += world.clock.monotonic() - began;
    }
    await measureRounds(suites, { request, progress }, world);
  } finally {
    progress.end();
    await lock.release();
  }
  return { suites, leftOut };
}

async function prepareSuites(request: MeasureRequest, world: World): Promise<MeasuredSuites> {
  const suites: MeasuredSuite[] = [];
  const absent: Finding[] = [];
  for (const suite of request.suites) {
    try {
      suites.push(await prepareSuite(suite, request, world));
    } catch (cause) {
      const finding = leftOut(cause, suite);
      if (finding === null) throw cause;
      absent.push(finding);
    }
  }
  return { suites, leftOut: absent };
}

async function prepareSuite(suite: SuiteConfig, { projectRoot }: MeasureRequest, world: World): Promise<MeasuredSuite> {
  const run = await createSuiteRun(suite, projectRoot, world);
  const prepared = await prepareTool(run, world);
  return { run, prepared, rounds: [], findings: [...prepared.facts.findings], spentMs: 0 };
}

function refuseErrors(findings: readonly Finding[]): void {
  const errors = findings.filter(({ level }) => level === 'error');
  if (errors.length > 0) throw new UserError(errors, 2);
}

interface Context {
  request: MeasureRequest;
  progress: Progress;
}

async function measureRounds(suites: readonly MeasuredSuite[], { request, progress }: Context, world: World): Promise<void> {
  const schedule = scheduleRounds(suites.map(({ run }) => run.suite.rounds));
  const budget = new RoundBudget(request.timeBudgetMs);
  for (const [index, scheduled] of schedule.entries()) {
    if (!budget.allows(scheduled)) continue;
    const measured = suites[scheduled.suite] as MeasuredSuite;
    const { run, prepared } = measured;
    progress.step(roundStep({ suite: run.suite.name, round: scheduled.round, rounds: run.suite.rounds, leftMs: budget.estimate(schedule.slice(index)) }));
    const began = world.clock.monotonic();
    const place = placeOf(run, scheduled.round, request);
    const telling = { ...request, progress };
    const onLine = tellLines(run.suite.name, telling, world);
    const onServerLine = request.verbose ? tellLines(`${run.suite.name} server`, telling, world) : undefined;
    const parsed = await retryRound({ run, prepared, place, redactor: request.redactor, onLine, onServerLine, onRetry: (what) => progress.step(escapeTerminal(what)) }, world);
    const spentMs = world.clock.monotonic() - began;
    budget.spend(scheduled, spentMs);
    measured.spentMs += spentMs;
    requireReadings(parsed, run.suite);
    measured.rounds.push(parsed);
    measured.findings.push(...parsed.findings);
  }
  for (const { run, rounds, findings } of suites) findings.push(...budget.finding(run.suite.name, rounds.length, run.suite.rounds));
}

function placeOf({ suite }: SuiteRun, round: number, { workFolder, workShown }: MeasureRequest): RoundPlace {
  const name = `${folderName(suite.name)}/round-${round}`;
  return { round, folder: join(workFolder, name), shown: `${workShown}/${name}` };
}
