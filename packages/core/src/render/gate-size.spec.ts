import { renderGateJunit } from './gate-junit.js';
import { renderGateMarkdown } from './gate-markdown.js';
import { renderGateAnnotations, renderGateText } from './gate-text.js';
import { sampleRow } from './testing/sample-comparison.js';
import { gateProject, sampleGate } from './testing/sample-gate.js';

/** What the artefact may be to be read again, GitHub's job summary, a log that people read, GitLab's JUnit report; bytes. */
const GATE_LIMITS = { artefact: 64 * 1024 * 1024, stepSummary: 1024 * 1024, log: 100_000, junit: 30 * 1024 * 1024 };
const projects = 20;
const benchmarks = 5000;

/** 20 projects of 5,000 benchmarks each, all alike. */
function huge(verdict: 'regressed' | 'unchanged') {
  const rows = Array.from({ length: benchmarks }, (_unused, index) => sampleRow(`group/${index}/${'x'.repeat(40)}`, verdict, { base: 1000, head: 1300, p: 1e-6 }));
  return sampleGate(Array.from({ length: projects }, (_unused, index) => gateProject(`project-${index}`, rows.map((row) => ({ ...row })))));
}

test.each(['regressed', 'unchanged'] as const)('20 projects of 5,000 benchmarks, all %s, stay within what each reader takes', (verdict) => {
  const gate = huge(verdict);
  expect(gate.result.summary.counts).toEqual({ [verdict]: projects * benchmarks });
  expect(JSON.stringify(gate.result).length).toBeLessThan(GATE_LIMITS.artefact);
  expect(Buffer.byteLength(renderGateMarkdown(gate))).toBeLessThan(GATE_LIMITS.stepSummary);
  expect(renderGateText(gate, { color: false, columns: 100 }).length).toBeLessThan(GATE_LIMITS.log);
  expect(renderGateAnnotations(gate).trimEnd().split('\n').length).toBeLessThanOrEqual(10);
  if (verdict === 'unchanged') expect(renderGateJunit(gate).length).toBeLessThan(GATE_LIMITS.junit);
  else expect(gate.result.omitted).toEqual({ rows: 80_000, objectives: 0, findings: 0 });
});
