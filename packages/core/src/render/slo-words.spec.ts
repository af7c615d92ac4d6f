import type { SloPolicy, SloResult, SloRow } from '../model/index.js';
import { renderAnnotations } from './annotations.js';
import { renderSloMarkdown } from './slo-markdown.js';
import { renderSloText } from './slo-text.js';
import { sloNote, sloRowText } from './slo-words.js';
import { sampleSlo } from './testing/sample-report.js';

const policy: SloPolicy = { suite: null, benchmark: 'a', metric: 'time', statistic: 'median', kind: 'ceiling', limit: 2_000_000, target: null, unit: 'ns', tolerance: 0, confident: false };
const row: SloRow = { objective: 0, suite: 's', benchmark: 'a', metric: 'time', observed: 1_960_000, interval: null, margin: { factor: 1.02, percent: 2 }, targetMet: null, verdict: 'pass', reason: 'It holds.' };

function result(rows: readonly SloRow[], objective: SloPolicy): SloResult {
  return { ...sampleSlo, policy: [objective], objectives: [...rows] };
}

test('an error budget shows shares of samples', () => {
  const budgeted = { ...policy, budget: 0.01 };
  expect(sloRowText({ ...row, observed: null, share: { lower: 0, upper: 0.01 } }, [budgeted])).toMatchObject({ observed: '≤ 1 %', limit: '≤ 1 % > 2.00 ms', metric: 'time budget', margin: '–' });
  expect(sloRowText({ ...row, observed: null, share: { lower: 0.01, upper: 0.05 } }, [budgeted]).observed).toBe('1 % … 5 %');
  expect(sloRowText({ ...row, observed: null, verdict: 'unknown' }, [budgeted]).observed).toBe('–');
});

test('a limit that the environment set is marked', () => {
  expect(sloRowText(row, [{ ...policy, override: { variable: 'BENCHLINE_MAX__CORE__A', value: '2ms', configured: 1_000_000 } }]).limit).toBe('≤ 2.00 ms (env)');
});

test('what holds narrowly, or below its target, is told', () => {
  expect(sloNote(row, { target: '–', owners: '' })).toBeNull();
  expect(sloNote({ ...row, near: true }, { target: '–', owners: 'x' })).toBe('Passes; close to the limit (+2.0 %).');
  expect(sloNote({ ...row, near: true, targetMet: false }, { target: '≤ 1.00 ms', owners: '' })).toBe('Passes; close to the limit (+2.0 %), the target ≤ 1.00 ms is not met.');
});

describe('owners', () => {
  const failed = result([{ ...row, verdict: 'fail', reason: 'It misses.' }], { ...policy, owners: ['@org/decoders', 'b\u0000|c'] });

  it('stand beside what does not pass', () => {
    expect(renderSloText(failed, { color: false, columns: 100 })).toContain('It misses. Owner: @org/decoders, b\\u0000|c.');
    expect(renderAnnotations(failed)).toContain('It misses. Owner: @org/decoders, b\\u0000|c.');
  });

  it('are not mentioned by a comment, in the forge\'s sense', () => {
    expect(renderSloMarkdown(failed)).toContain('Owner: &#64;&#8203;org/decoders, b&#92;u0000&#124;c.');
  });
});

test('Markdown tells what was found beside the rows', () => {
  const finding = { code: 'BNL043', level: 'warning', what: 'X sets the limit.', why: 'w', fix: 'f' } as const;
  expect(renderSloMarkdown({ ...sampleSlo, findings: [finding, { ...finding, code: 'BNL005', what: 'A breach.' }] })).toContain('<sub>warning BNL043: X sets the limit.<br>Exit code 2.</sub>');
});
