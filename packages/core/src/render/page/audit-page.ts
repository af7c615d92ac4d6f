import type { RoundLookUp } from '../../judge/index.js';
import type { AuditManifest, Baseline, Commit, Comparison, Finding, PerformanceReport, SloResult } from '../../model/index.js';
import { commitText, exitReason, verdictCounts } from '../comparison-words.js';
import { placeText } from '../findings-text.js';
import { sloCounts } from '../slo-words.js';
import { sloLooks, verdictLooks, type VerdictLook } from '../verdict-look.js';
import { comparisonView } from './comparison-view.js';
import { baselineView, reportView } from './provenance-view.js';
import { renderTemplate } from './runtime.js';
import { sloView } from './slo-view.js';

/** Everything the page of an audit package shows. */
export interface AuditPage {
  project: string;
  /** ISO 8601, UTC. */
  createdAt: string;
  benchline: string;
  commit: Commit;
  reports: readonly PerformanceReport[];
  baseline: Baseline | null;
  comparison: Comparison | null;
  /** The rounds behind a row of the comparison. */
  roundsOf: RoundLookUp;
  slo: SloResult | null;
  /** The package's files, as far as they are known before the page itself is written. */
  files: AuditManifest['files'];
}

const findingTones: Record<Finding['level'], string> = { error: 'red', warning: 'yellow', note: 'cyan' };

/** A self-contained HTML page: verdicts, tables, intervals and rounds drawn as SVG, provenance, files. No script, nothing loaded. */
export function renderAuditPage(page: AuditPage): string {
  const { comparison, slo, baseline, reports } = page;
  const findings = [...reports.flatMap(({ warnings, errors }) => [...errors, ...warnings]), ...(comparison?.findings ?? []), ...(slo?.findings ?? [])];
  const view = {
    title: `${page.project}: benchmark audit ${commitText(page.commit)}`,
    project: page.project,
    commit: page.commit.sha ?? 'none',
    branch: page.commit.branch,
    createdAt: page.createdAt,
    benchline: page.benchline,
    tiles: [comparisonTile(comparison), sloTile(slo), measuredTile(reports)],
    comparison: comparison === null ? null : comparisonView(comparison, page.roundsOf),
    slo: slo === null ? null : sloView(slo),
    findings: findings.length === 0 ? null : findings.slice(0, 100).map((finding) => ({ ...finding, place: placeText(finding), tone: findingTones[finding.level] })),
    baseline: baseline === null ? null : baselineView(baseline),
    reports: reports.map(reportView),
    files: page.files.map(({ path, role, bytes, digest }) => ({ path, role, bytes, digest })),
  };
  return renderTemplate('page', view);
}

function tile(label: string, { symbol, word, paint }: Pick<VerdictLook, 'symbol' | 'word' | 'paint'>, detail: string): object {
  return { label, symbol, word, tone: paint, detail };
}

function comparisonTile(comparison: Comparison | null): object {
  if (comparison === null) return tile('Comparison', { symbol: nothing, word: 'not made', paint: 'dim' }, 'This package holds no comparison.');
  const counts = verdictCounts(comparison).map(({ words }) => words).join(', ');
  const reason = exitReason(comparison) === null ? '' : `; exit code ${comparison.summary.exitCode}`;
  return tile('Comparison', verdictLooks[comparison.summary.verdict], `${counts}${reason}`);
}

function sloTile(slo: SloResult | null): object {
  if (slo === null) return tile('Objectives', { symbol: nothing, word: 'not checked', paint: 'dim' }, 'This package holds no objectives.');
  const exit = slo.summary.exitCode === 0 ? '' : `; exit code ${slo.summary.exitCode}`;
  return tile('Objectives', sloLooks[slo.summary.verdict], `${sloCounts(slo).map(({ words }) => words).join(', ')}${exit}`);
}

const nothing = '–';

function measuredTile(reports: readonly PerformanceReport[]): object {
  const benchmarks = reports.flatMap(({ suites }) => suites).reduce((sum, suite) => sum + suite.benchmarks.length, 0);
  const host = reports[0]?.provenance.host;
  return tile('Measured', { symbol: String(benchmarks), word: benchmarks === 1 ? 'benchmark' : 'benchmarks', paint: 'cyan' }, host === undefined ? 'No report.' : `${host.cpuModel}, ${host.cores} cores`);
}
