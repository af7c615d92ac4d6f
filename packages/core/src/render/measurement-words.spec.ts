import { renderComparisonMarkdown } from './comparison-markdown.js';
import { renderComparisonText } from './comparison-text.js';
import { renderGateMarkdown } from './gate-markdown.js';
import { renderGateText } from './gate-text.js';
import { measurementText, replayedNote } from './measurement-words.js';
import { sampleComparison, sampleRow } from './testing/sample-comparison.js';
import { gateProject, sampleGate } from './testing/sample-gate.js';

const plain = { color: false, columns: 200 };
const measurement = { runId: 'run-1', at: '2026-11-17T10:12:13.456Z', hostClass: 'ci-4', fingerprint: '0123456789abcdef', commit: 'a'.repeat(40), taskHash: '1' };

test('says the day and the place, never how long ago: a task cache replays what was printed', () => {
  expect(measurementText(measurement)).toBe('on 2026-11-17 at 10:12 UTC, on host class ci-4, at commit aaaaaaa');
  expect(measurementText({ ...measurement, hostClass: null, commit: null })).toBe('on 2026-11-17 at 10:12 UTC, on a machine with the fingerprint 0123456789abcdef');
});

test('the gate names the projects that this run did not measure', () => {
  const rows = [sampleRow('x', 'unchanged', { p: 0.9 })];
  const gate = sampleGate([
    gateProject('fresh', rows, { measured: { measurement, origin: 'here' } }),
    gateProject('old', rows, { measured: { measurement, origin: 'restored' } }),
    gateProject('sharded', rows, { measured: { measurement, origin: 'this-run' } }),
    gateProject('unknown', rows),
  ]);
  const note = 'Not measured by this run, but restored from a cache or copied: old (measured on 2026-11-17 at 10:12 UTC, on host class ci-4, at commit aaaaaaa).';
  expect(renderGateText(gate, plain)).toContain(note);
  expect(renderGateMarkdown(gate)).toContain('restored from a cache or copied: old');
  expect(gate.result.projects.map(({ measured }) => measured?.origin ?? null)).toEqual(['here', 'restored', 'this-run', null]);
});

test('many restored projects are counted', () => {
  const gate = sampleGate(Array.from({ length: 8 }, (_, index) => gateProject(`p${index}`, [], { measured: { measurement, origin: 'restored' } })));
  expect(replayedNote(gate.result.projects)[0]).toMatch(/; and 3 more\.$/);
});

test('a report compared with itself is told so, and no headline says unchanged', () => {
  const comparison = sampleComparison([sampleRow('x', 'unchanged', { base: 10, head: 10 })]);
  const itself = { ...comparison, head: { ...comparison.head, digests: [...(comparison.base?.digests ?? [])] } };
  expect(renderComparisonText(comparison, plain)).not.toContain('itself');
  expect(renderComparisonText(itself, plain)).toMatch(/against itself: the report is what was promoted as baseline /);
  expect(renderComparisonText(itself, plain)).toContain('No evidence: the report was compared with itself.');
  expect(renderComparisonMarkdown(itself).split('\n')[0]).toBe(`### ⚪ ${comparison.project}: compared with itself, which is no evidence`);
});
