import { judgeGate, type GateProject, type JudgedGate } from '../../judge/index.js';
import { createFinding, type Comparison, type ComparisonRow, type Finding, type SloResult } from '../../model/index.js';
import { sampleComparison, samplePolicy, sampleRow } from './sample-comparison.js';
import { sampleCommit, sampleSlo } from './sample-report.js';

/** A project as it hands in its results; the summary of the comparison is that of its rows. */
export function gateProject(project: string, rows: ComparisonRow[] | null, more: Partial<GateProject> = {}): GateProject {
  const comparison: Comparison | null = rows === null ? null : { ...sampleComparison(rows, { project }), summary: { counts: {}, verdict: rows.some(({ verdict }) => verdict === 'regressed') ? 'regressed' : 'unchanged', geomean: null, exitCode: rows.some(({ verdict }) => verdict === 'regressed') ? 3 : 0 } };
  const inputs = comparison === null ? [] : [{ artefact: 'comparison' as const, path: `packages/${project}/.benchline/comparison.json`, digest: `sha256:${'0a'.repeat(32)}` }];
  return { project, comparison, slo: null, absence: null, raise: samplePolicy.raise, inputs, ...more };
}

export function sampleGate(projects: readonly GateProject[], { findings = [], advisory = false }: { findings?: readonly Finding[]; advisory?: boolean } = {}): JudgedGate {
  return judgeGate({ projects, findings, advisory, commit: sampleCommit });
}

const slo: SloResult = { ...sampleSlo, project: 'web' };

/** Three projects: one regressed, one with objectives, one that did not report; a row whose verdict the others changed; findings. */
export function everyGate(): JudgedGate {
  const quiet = Array.from({ length: 37 }, (_unused, index) => sampleRow(`quiet/${index}`, 'unchanged', { base: 1000 + index, head: 1001 + index, p: 0.9 }));
  const core = [
    sampleRow('decode/large', 'regressed', { base: 12_300_000, head: 16_100_000, reason: 'Slower by 30.9 %; the limit is 25 %.' }),
    sampleRow('decode/lucky', 'regressed', { base: 12_300_000, head: 15_900_000, p: 0.009, reason: 'Slower by 29.3 %; the limit is 25 %.' }),
    sampleRow('parse/header', 'improved', { base: 512, head: 431 }),
    ...quiet,
  ];
  const findings = [createFinding('BNL039', { project: 'core', because: 'it was measured at commit 9f8e7d6, and 1234567 is checked out' }, { file: 'packages/core/.benchline/comparison.json' })];
  return sampleGate([gateProject('core', core), gateProject('web', null, { slo, inputs: [] }), gateProject('api', null, { absence: 'It did not report: there is no comparison and no objective result of it.' })], { findings });
}
