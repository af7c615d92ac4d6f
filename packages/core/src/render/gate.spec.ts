import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import fc from 'fast-check';
import { createFinding } from '../model/index.js';
import { commentLimit } from './comparison-markdown.js';
import { renderGateJunit } from './gate-junit.js';
import { renderGateMarkdown } from './gate-markdown.js';
import { renderGateAnnotations, renderGateText } from './gate-text.js';
import { gateStatusLine } from './gate-words.js';
import { expectGolden } from './testing/golden.js';
import { hostileNames } from './testing/hostile-names.js';
import { sampleRow } from './testing/sample-comparison.js';
import { everyGate, gateProject, sampleGate } from './testing/sample-gate.js';

test.each([
  ['gate.txt', renderGateText(everyGate(), { color: false, columns: 110 })],
  ['gate.md', renderGateMarkdown(everyGate())],
  ['gate.junit.xml', renderGateJunit(everyGate())],
  ['gate-annotations.txt', renderGateAnnotations(everyGate())],
])('%s', (name, text) => expectGolden(name, text));

const regressed = (count: number, name = 'b') => Array.from({ length: count }, (_unused, index) => sampleRow(`${name}${index}`, 'regressed', { base: 1000, head: 2000 }));

test.each<[string, Parameters<typeof sampleGate>, string]>([
  ['one regression', [[gateProject('a', regressed(1)), gateProject('b', [sampleRow('x', 'unchanged', { p: 0.9 })])]], 'Performance Report: 2 projects, 2 benchmarks: 1 regressed [FAIL]'],
  ['nothing wrong', [[gateProject('a', [sampleRow('x', 'unchanged', { p: 0.9 })])]], 'Performance Report: 1 project, 1 benchmark: no regression [PASS]'],
  ['a warning', [[gateProject('a', [sampleRow('x', 'warn', { base: 10, head: 12 })])]], 'Performance Report: 1 project, 1 benchmark: 1 warn [WARN]'],
  ['a project that did not report', [[gateProject('a', null, { absence: 'Gone.' })]], 'Performance Report: 1 project, 0 benchmarks: 1 missing [FAIL]'],
  ['nothing affected', [[]], 'Performance Report: 0 projects, 0 benchmarks: nothing was affected [PASS]'],
  ['a metric without a known direction', [[gateProject('a', [sampleRow('x', 'inconclusive', { base: 10, head: 12, rule: 'direction', direction: null })])]], 'Performance Report: 1 project, 1 benchmark: no regression [PASS]'],
  ['advice', [[gateProject('a', regressed(1))], { advisory: true }], 'Performance Report: 1 project, 1 benchmark: 1 regressed [FAIL]'],
])('the status line of %s', (_name, question, line) => {
  const gate = sampleGate(...question);
  expect(gateStatusLine(gate.result)).toBe(line);
  expect(renderGateText(gate, { color: false, columns: 80 }).split('\n')[0]).toBe(line);
});

test('the exit code is the worst project\'s, a raised one too; an error among the findings is 2; advice is 0', () => {
  const missing = gateProject('m', null, { absence: 'Gone.' });
  const error = createFinding('BNL003', { artefact: 'comparison', expected: 'text', found: '1' });
  const code = (...question: Parameters<typeof sampleGate>) => sampleGate(...question).result.summary.exitCode;
  expect(code([gateProject('a', regressed(1))])).toBe(3);
  expect(code([gateProject('a', regressed(1)), missing])).toBe(2);
  expect(code([{ ...missing, raise: { missing: 0 } }])).toBe(0);
  expect(code([{ ...missing, raise: { missing: 4 } }, gateProject('a', regressed(1))])).toBe(4);
  expect(code([], { findings: [error] })).toBe(2);
  expect(code([missing], { findings: [error], advisory: true })).toBe(0);
  expect(sampleGate([missing], { advisory: true }).result.summary.verdictCode).toBe(2);
});

test('of 25 regressions ten errors are annotated, the last of which counts the others; findings come first', () => {
  const gate = sampleGate([gateProject('a', regressed(12)), gateProject('b', regressed(13))], { findings: [createFinding('BNL003', { artefact: 'comparison', expected: 'text', found: '1' })] });
  const lines = renderGateAnnotations(gate).trimEnd().split('\n');
  expect(lines).toHaveLength(10);
  expect(lines[0]).toContain('BNL003');
  expect(lines.at(-1)).toBe('::error title=Benchline::17 more; the log lists every one.');
});

test.each([10, 300, 10_000])('a summary of %i regressions with long names stays below the limit', (count) => {
  const text = renderGateMarkdown(sampleGate([gateProject('<|>'.repeat(300), regressed(count, '<|>'.repeat(300)))]));
  expect(text.length).toBeLessThan(commentLimit);
  expect(text).toContain(`${count} regressed`);
});

const name = fc.oneof(fc.constantFrom(...hostileNames), fc.string({ unit: 'binary', minLength: 1 }), fc.constantFrom('a\uffffb', '\ud800', ']]>', '&amp;'));

test('a Markdown row stays one row of seven cells, whatever the names', () => {
  fc.assert(
    fc.property(name, name, name, (project, benchmark, reason) => {
      const text = renderGateMarkdown(sampleGate([gateProject(project, [sampleRow(benchmark, 'regressed', { base: 1000, head: 2000, reason, metric: reason })])]));
      expect(text.split('\n').filter((line) => line.startsWith('|')).map((line) => line.split('|').length)).toEqual([9, 9, 9]);
      expect(text.match(/<(?!\/?(code|sub|br)>)/g)).toBeNull();
    }),
  );
});

test('JUnit stays XML with one test case a row, whatever the names', () => {
  fc.assert(
    fc.property(name, name, name, (project, benchmark, reason) => {
      const rows = [sampleRow(benchmark, 'regressed', { base: 1000, head: 2000, reason }), sampleRow('other', 'unchanged', { p: 0.9, suite: reason })];
      const [suite] = elements(parseXml(renderGateJunit(sampleGate([gateProject(project, rows)]))).root!);
      expect(suite!.attributes).toMatchObject({ tests: '2', failures: '1', errors: '0', skipped: '0' });
      const cases = elements(suite!);
      expect(cases.map((one) => [one.name, ...elements(one).map((inner) => inner.name)])).toEqual([['testcase', 'failure'], ['testcase']]);
      expect(elements(cases[0]!)[0]!.text).toBe('');
    }),
  );
});

test('plain names are in JUnit what they are', () => {
  const [suite] = elements(parseXml(renderGateJunit(sampleGate([gateProject('a & "b" <c>', regressed(1))]))).root!);
  expect(suite!.attributes['name']).toBe('a & "b" <c>');
  expect(elements(suite!)[0]!.attributes).toEqual({ classname: 'a & "b" <c>.decode', name: 'b0 › time' });
});

function elements(element: XmlElement): XmlElement[] {
  return element.children.filter((child): child is XmlElement => child.type === 'element');
}
