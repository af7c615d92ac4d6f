import fc from 'fast-check';
import { judgeGate } from '../../judge/index.js';
import type { GateResult } from '../../model/index.js';
import { expectGolden } from '../testing/golden.js';
import { hostileNames } from '../testing/hostile-names.js';
import { sampleRow } from '../testing/sample-comparison.js';
import { everyGate, gateProject, sampleGate } from '../testing/sample-gate.js';
import { commentBudget, renderGateComment, type CommentContext } from './gate-comment.js';

const context: CommentContext = { head: null, runUrl: 'https://github.com/example/mono/actions/runs/9454698428', untrusted: false, now: null };
const comment = (gate: GateResult, more: Partial<CommentContext> = {}): string => renderGateComment(gate, { ...context, ...more });
const regressed = (count: number, name: string) => Array.from({ length: count }, (_unused, index) => sampleRow(`${name}${index}`, 'regressed', { base: 1000, head: 2000, reason: `${name} ${index}` }));
const calm = (): GateResult => sampleGate([gateProject('core', [sampleRow('large', 'unchanged', { base: 1000, head: 1001, p: 0.9 })])]).result;

test('a comment about everything there is', () => expectGolden('gate-comment.md', comment(everyGate().result)));
test('a comment about nothing', () => expectGolden('gate-comment-calm.md', comment(calm(), { untrusted: true, head: 'c0ffee12'.repeat(5) })));

test('what was accepted is folded away with who accepted it and why', () => {
  const entry = { project: 'core', suite: null, benchmark: 'b0', metric: null, limit: 2, reason: 'More work is done.', acceptedBy: 'Ada', expires: '2027-01-01' };
  const { result } = judgeGate({ projects: [gateProject('core', regressed(1, 'b'))], findings: [], commit: calm().commit, advisory: false, accepted: { entries: [entry], today: '2026-11-20', file: 'accepted-regressions.json' } as never });
  const text = comment(result);
  expect(text.split('\n')[0]).toContain('1 accepted');
  expect(text).toContain('<details><summary>1 accepted</summary>');
  expect(text).toContain('- `b0` time: Accepted up to 200 % until 2027-01-01 (Ada): More work is done.');
});

test('projects that the change does not reach are listed with the age of their last number', () => {
  const gate = calm();
  const away = { ...gate.projects[0]!, project: 'web', affected: false, last: { from: 'report' as const, at: '2026-11-10T12:00:00.000Z', commit: 'a1b2c3d4'.repeat(5) } };
  const text = comment({ ...gate, projects: [...gate.projects, away], summary: { ...gate.summary, notAffected: 1 } }, { now: '2026-11-20T12:00:00.000Z' });
  expect(text).toContain('<details><summary>Not affected: 1 project</summary>\n\n- `web`: last number of 2026-11-10 at a1b2c3d, 10 days old (report)\n');
  expect(text).not.toContain('| project |');
});

test('the first line is the status', () => {
  expect(comment(everyGate().result).split('\n')[0]).toMatch(/^### 🔴 Performance Report: 3 projects, .* \[FAIL\]$/);
  expect(comment(calm()).split('\n')[0]).toBe('### 🟢 Performance Report: 1 project, 1 benchmark: no regression [PASS]');
});

test('every row that is worse has both values, the change, its interval, the limits and the commits of both sides', () => {
  const text = comment(sampleGate([gateProject('core', regressed(1, 'b'))]).result);
  expect(text).toContain('base `a1b2c3d` | head `9f8e7d6`');
  expect(text).toContain('| `b0` time | 1.00&nbsp;µs | 2.00&nbsp;µs | **+100.0&nbsp;%** | +98.0&nbsp;…&nbsp;+103.0&nbsp;% | 10&nbsp;/&nbsp;25&nbsp;% |');
});

test('an untrusted run is said to be one before any number', () => {
  const text = comment(everyGate().result, { untrusted: true });
  expect(text.indexOf('untrusted')).toBeLessThan(text.indexOf('12.3'));
  expect(comment(everyGate().result)).not.toContain('untrusted');
});

test.each(['javascript:alert(1)', 'https://x.example/"onload', 'https://x.example/a)b', 'https://x.example/ y', '//x.example'])('%s is no link', (runUrl) => {
  expect(comment(calm(), { runUrl })).toBe(comment(calm(), { runUrl: null }));
});

/** Lines that begin a table must be followed by its rows or its end; what is opened is closed. */
function expectWhole(text: string): void {
  expect(text.match(/<details>/g)?.length ?? 0).toBe(text.match(/<\/details>/g)?.length ?? 0);
  const widths = text.split('\n').map((line) => (line.startsWith('|') ? line.split('|').length : 0));
  for (const [index, width] of widths.entries()) if (width > 0 && (widths[index + 1] ?? 0) > 0) expect(widths[index + 1]).toBe(width);
}

test.each([
  [10, 'b'],
  [300, '<|>'.repeat(300)],
  [3000, '漢'.repeat(1000)],
  [10_000, '\u{1f600}'.repeat(500)],
])('%i regressions named %#: at most 60,000 bytes, whole, with the number of rows left out', (count, name) => {
  const text = comment(sampleGate([gateProject(name, regressed(count, name)), gateProject('b', [])]).result);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(commentBudget);
  expect(text).toContain(`${count} regressed`);
  expectWhole(text);
  if (count > 50) expect(text).toContain(`… and ${count - (text.match(/^\| 🔴&nbsp;regressed \|.*time/gm)?.length ?? 0)} rows more`);
});

test('the longest names that there may be leave room', () => {
  const long = (letter: string): string => `${'@'.repeat(1023)}${letter}`;
  const { result } = sampleGate([...'abcd'].map((letter) => gateProject(long(letter), regressed(2, '@'.repeat(1000)))));
  const text = comment({ ...result, policy: { source: 'ref', ref: '@'.repeat(4096), sha: null, on: 'pull-request', accepted: null }, projects: result.projects.map((one) => ({ ...one, policy: 'own' as const })) });
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(commentBudget);
  expect(text.match(/🔴&nbsp;regressed/g)!.length).toBeGreaterThanOrEqual(8);
  expectWhole(text);
});

test('whatever the budget, it is kept, on a code point border, and nothing is left open', () => {
  const gate = sampleGate([gateProject('\u{1f600}', regressed(60, 'ä\u{1f600}')), gateProject('b', null, { absence: 'Gone.' })]).result;
  fc.assert(
    fc.property(fc.integer({ min: 3000, max: 30_000 }), (budget) => {
      const text = renderGateComment(gate, context, budget);
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(budget);
      expect(text).not.toContain('\ufffd');
      expect(Buffer.from(text).toString()).toBe(text);
      expectWhole(text);
    }),
    { numRuns: 40 },
  );
});

test('names stay in their cells', () => {
  const name = fc.oneof(fc.constantFrom(...hostileNames), fc.string({ unit: 'binary', minLength: 1 }));
  fc.assert(
    fc.property(name, name, name, (project, benchmark, reason) => {
      const text = comment(sampleGate([gateProject(project, [sampleRow(benchmark, 'regressed', { base: 1000, head: 2000, reason, metric: reason })]), gateProject('other', [])]).result);
      expectWhole(text);
      expect(text.split('\n').filter((line) => line.startsWith('| 🔴'))).toHaveLength(1);
      expect(text.replace(/`[^`\n]*`/g, '').match(/<(?!\/?(details|summary|sub|br)>)/g)).toBeNull();
    }),
  );
});
