import { relative } from 'node:path';
import type { Finding, SuiteConfig } from '@benchline/core/model';
import { assembleSuite, type AssembledSuite } from '@benchline/core/judge';
import type { LoadedConfig } from '../config/load-config.js';
import type { World } from '../ports/world.js';
import { measureSuites, type MeasuredSuite } from './measure-suites.js';
import { reportProvenance, suiteProvenance } from './provenance.js';
import { readSources } from './read-sources.js';
import { createRedactor, type Redactor } from './redaction.js';
import { reportPlaces } from './report-places.js';
import { writeReport, type WrittenReport } from './write-report.js';

export interface ProjectRequest {
  loaded: LoadedConfig;
  /** With this run's knobs applied. */
  suites: readonly SuiteConfig[];
  timeBudgetMs: number | null;
  /** Absolute path of the report; null: the project's own. */
  output: string | null;
  /** What tools, builds and servers print is told line by line. */
  verbose: boolean;
}

/** Measures a project's suites and writes their report; the last one stays as it is unless every round ended well. */
export async function measureProject({ loaded, suites, timeBudgetMs, output, verbose }: ProjectRequest, world: World): Promise<WrittenReport> {
  const { config, projectRoot } = loaded;
  const places = reportPlaces(projectRoot, output);
  const redactor = createRedactor(config.env.redact, world.host);
  const host = await world.host.facts();
  const commit = await world.git.commit(projectRoot);
  const work = { workFolder: places.work.folder, workShown: places.work.shown };
  const { suites: measured, leftOut } = await measureSuites({ project: config.project, projectRoot, suites, redactor, timeBudgetMs, verbose, ...work }, world);
  const assembled = await Promise.all(measured.map((each) => assemble(each, redactor)));
  const found = [...loaded.warnings, ...leftOut, ...measured.flatMap(({ findings }) => findings), ...assembled.flatMap(({ findings }) => findings)];
  const rawShown = relative(projectRoot, places.raw.folder).replaceAll('\\', '/');
  const parts = {
    project: config.project,
    provenance: { ...reportProvenance({ config, host, commit, measured: 'now', redactor }, world), durationMs: durationOf(measured) },
    suites: assembled.map(({ suite }) => suite),
    sampled: measured.map(({ run, rounds }) => ({ name: run.suite.name, rounds })),
    findings: redactor.value(found.map((finding) => movedFinding(finding, places.work.shown, rawShown))),
    summary: config.summary,
  };
  return writeReport(parts, places, world);
}

async function assemble(measured: MeasuredSuite, redactor: Redactor): Promise<AssembledSuite> {
  const { run: { suite }, prepared, rounds } = measured;
  return assembleSuite({ name: suite.name, tool: suite.tool, provenance: suiteProvenance(measured, redactor), rounds, sourceHashes: await readSources(prepared, rounds) });
}

/** Whole milliseconds; at least one. */
function durationOf(measured: readonly MeasuredSuite[]): number {
  return Math.max(1, Math.round(measured.reduce((sum, { spentMs }) => sum + spentMs, 0)));
}

/** Raw output has moved since the finding was made. */
function movedFinding(finding: Finding, from: string, to: string): Finding {
  return finding.file?.startsWith(`${from}/`) === true ? { ...finding, file: `${to}${finding.file.slice(from.length)}` } : finding;
}
