import { sampleRow } from '../testing/sample-comparison.js';
import { everyGate, gateProject, sampleGate } from '../testing/sample-gate.js';
import { renderGateCheck } from './check-run.js';

const context = { head: null, runUrl: null, untrusted: false, now: null };
const regressed = (count: number) => Array.from({ length: count }, (_unused, index) => sampleRow(`b${index}`, 'regressed', { base: 1000, head: 2000 }));

test.each<[string, Parameters<typeof sampleGate>, string]>([
  ['success', [[gateProject('a', [sampleRow('x', 'unchanged', { p: 0.9 })])]], 'success'],
  ['neutral where there is a warning', [[gateProject('a', [sampleRow('x', 'warn', { base: 10, head: 12 })])]], 'neutral'],
  ['failure', [[gateProject('a', regressed(1))]], 'failure'],
  ['neutral where the gate only advises', [[gateProject('a', regressed(1))], { advisory: true }], 'neutral'],
])('the conclusion is %s', (_name, question, conclusion) => expect(renderGateCheck(sampleGate(...question).result, context).conclusion).toBe(conclusion));

test('an untrusted run never succeeds', () => {
  const calm = sampleGate([gateProject('a', [sampleRow('x', 'unchanged', { p: 0.9 })])]).result;
  expect(renderGateCheck(calm, { ...context, untrusted: true }).conclusion).toBe('neutral');
});

test('each row that is worse is an annotation at its project, after the findings', () => {
  const { title, annotations } = renderGateCheck(everyGate().result, context);
  expect(title).toMatch(/^3 projects, 40 benchmarks: 1 regressed/);
  expect(annotations).toEqual([
    expect.objectContaining({ path: 'packages/core/.benchline/comparison.json', level: 'warning', title: 'BNL039' }),
    expect.objectContaining({ path: '.', level: 'failure', title: 'api › missing' }),
    { path: 'packages/core', line: 1, level: 'failure', title: 'core › decode/large › time › regressed', message: '12.3 ms → 16.1 ms (+30.9 %). Slower by 30.9 %; the limit is 25 %.' },
  ]);
});

test('of thousands of rows the check keeps within what GitHub takes', () => {
  const { summary, annotations } = renderGateCheck(sampleGate([gateProject('\u{1f600}'.repeat(300), regressed(5000))]).result, context);
  expect(summary.length).toBeLessThanOrEqual(65_535);
  expect(annotations).toHaveLength(200);
  for (const { title, message } of annotations) expect([...title, ...message].length).toBeLessThan(2100);
});
