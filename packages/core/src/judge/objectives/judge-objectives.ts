import { createFinding } from '../../model/finding.js';
import type { Finding, PerformanceReport, SloPolicy, SloResult, SloRow } from '../../model/generated/types.js';
import { createLimitFormat } from '../../model/format-limit.js';
import { exitCodeOfSlo, worstExitCode, worstSlo } from '../../model/worst.js';
import { matchObjective } from './match-objective.js';
import { judgeObjective } from './judge-objective.js';
import { describeObjective } from './objective-wording.js';

/** As many findings as an artefact holds; the rows tell everything. */
const FINDINGS = 10_000;

export interface ObjectivesQuestion {
  readonly report: PerformanceReport;
  /** Of the report's file. */
  readonly digest: string;
  readonly objectives: readonly SloPolicy[];
}

/**
 * Holds a report against its objectives: a row for each benchmark that an objective's patterns match, in the order of the objectives. One
 * that matches nothing has a row of its own and is a finding, since it would pass for ever. Without any objective the verdict is
 * unknown and the exit code 0: a project need not have some.
 */
export function judgeObjectives({ report, digest, objectives }: ObjectivesQuestion): SloResult {
  const findings: Finding[] = [];
  const rows = objectives.flatMap((objective, index) => {
    const matches = matchObjective(objective, report);
    if (matches.length > 0) return matches.map((match) => judgeObjective(objective, match, index));
    findings.push(createFinding('BNL017', { objective: describeObjective(objective) }, { pointer: `/slo/${index}` }));
    return [unmatched(objective, index)];
  });
  const verdict = worstSlo(rows.map((row) => row.verdict));
  const { runId, provenance } = report;
  return {
    schemaVersion: 1,
    project: report.project,
    report: { digest, runId, commit: provenance.commit },
    policy: [...objectives],
    objectives: rows,
    summary: { counts: countsOf(rows), verdict, exitCode: worstExitCode(rows.map((row) => exitCodeOfSlo(row.verdict))) },
    findings: [...findings, ...rows.flatMap((row) => violation(row, objectives[row.objective]))].slice(0, FINDINGS),
  };
}

function countsOf(rows: readonly SloRow[]): SloResult['summary']['counts'] {
  const count = (verdict: SloRow['verdict']): number => rows.filter((row) => row.verdict === verdict).length;
  return { pass: count('pass'), warn: count('warn'), fail: count('fail'), unknown: count('unknown') };
}

function unmatched({ suite, benchmark, metric }: SloPolicy, objective: number): SloRow {
  const reason = 'No measured benchmark and metric matches.';
  return { objective, suite, benchmark, metric, observed: null, interval: null, margin: null, targetMet: null, verdict: 'unknown', reason };
}

function violation({ verdict, observed, suite, benchmark }: SloRow, objective: SloPolicy | undefined): Finding[] {
  if (verdict !== 'fail' || objective === undefined || observed === null) return [];
  const { metric, unit, limit } = objective;
  const show = createLimitFormat(limit, unit);
  const args = { objective: `${benchmark} ${metric}`, observed: show(observed), limit: show(limit) };
  return [createFinding('BNL005', args, suite === null ? { benchmark } : { suite, benchmark })];
}
