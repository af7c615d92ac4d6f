import { createFinding } from '../../model/finding.js';
import type { Finding, PerformanceReport, PolicyOrigins, SloPolicy, SloResult, SloRow } from '../../model/generated/types.js';
import { matchesPattern } from '../../model/pattern.js';
import { exitCodeOfSlo, worstExitCode, worstSlo } from '../../model/worst.js';
import { matchObjective } from './match-objective.js';
import { judgeObjective } from './judge-objective.js';
import { closeToLimits, environmentLimits, otherClasses, violation } from './objective-findings.js';
import { describeObjective } from './objective-wording.js';

/** As many findings as an artefact holds; the rows tell everything. */
const FINDINGS = 10_000;

export interface ObjectivesQuestion {
  readonly report: PerformanceReport;
  /** Of the report's file. */
  readonly digest: string;
  readonly objectives: readonly SloPolicy[];
  /** Where the settings come from; told, and of no effect on a verdict. */
  readonly origins?: PolicyOrigins | undefined;
}

/**
 * Holds a report against its objectives: a row for each benchmark that an objective's patterns match, in the order of the objectives. One
 * that matches nothing has a row of its own and is a finding, since it would pass for ever. One for other host classes has no row and is told.
 * Without any objective the verdict is unknown and the exit code 0: a project need not have some.
 */
export function judgeObjectives({ report, digest, objectives, origins }: ObjectivesQuestion): SloResult {
  const declared = report.provenance.host.class;
  const here = objectives.map((objective) => isFor(objective, declared));
  const { rows, findings } = judgeHere(objectives, here, report);
  const isEverything = objectives.length > 0 && !here.includes(true);
  const others = otherClasses(objectives.filter((_, index) => !here[index]), { declared, isEverything });
  const { runId, provenance } = report;
  return {
    schemaVersion: 1,
    project: report.project,
    report: { digest, runId, commit: provenance.commit },
    ...(origins === undefined ? {} : { origins }),
    policy: [...objectives],
    objectives: rows,
    summary: {
      counts: countsOf(rows),
      verdict: worstSlo(rows.map((row) => row.verdict)),
      exitCode: worstExitCode([...rows.map((row) => exitCodeOfSlo(row.verdict)), ...(isEverything ? [2 as const] : [])]),
    },
    findings: [...environmentLimits(objectives), ...others, ...findings, ...closeToLimits(rows), ...rows.flatMap((row) => violation(row, objectives[row.objective]))].slice(0, FINDINGS),
  };
}

/** Whether an objective is meant for a machine of this class. A machine that declares none is of no class: only `*` means it. */
export function isFor({ hostClasses }: Pick<SloPolicy, 'hostClasses'>, declared: string | null): boolean {
  return hostClasses === undefined || hostClasses.some((pattern) => pattern === '*' || (declared !== null && matchesPattern(pattern, declared)));
}

function judgeHere(objectives: readonly SloPolicy[], here: readonly boolean[], report: PerformanceReport): { rows: SloRow[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const rows = objectives.flatMap((objective, index) => {
    if (!here[index]) return [];
    const matches = matchObjective(objective, report);
    if (matches.length > 0) return matches.map((match) => judgeObjective(objective, match, index));
    findings.push(createFinding('BNL017', { objective: describeObjective(objective) }, { pointer: `/slo/${index}` }));
    return [unmatched(objective, index)];
  });
  return { rows, findings };
}

function countsOf(rows: readonly SloRow[]): SloResult['summary']['counts'] {
  const count = (verdict: SloRow['verdict']): number => rows.filter((row) => row.verdict === verdict).length;
  return { pass: count('pass'), warn: count('warn'), fail: count('fail'), unknown: count('unknown') };
}

function unmatched({ suite, benchmark, metric }: SloPolicy, objective: number): SloRow {
  const reason = 'No measured benchmark and metric matches.';
  return { objective, suite, benchmark, metric, observed: null, interval: null, margin: null, targetMet: null, verdict: 'unknown', reason };
}
