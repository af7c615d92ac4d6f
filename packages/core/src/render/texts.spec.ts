import { createFinding } from '../model/index.js';
import { renderBaselineList, renderBaselineText, renderRetention } from './baseline-list-text.js';
import { renderBlindThresholds } from './blind-thresholds-text.js';
import { renderCalibration } from './calibration-text.js';
import { renderFindings } from './findings-text.js';
import { perfJson } from './perf-json.js';
import { renderProfileList } from './profile-list-text.js';
import { renderPromotionText } from './promotion-text.js';
import { renderReportText } from './report-text.js';
import { renderSloText } from './slo-text.js';
import { renderSummaryLine } from './summary-line.js';
import { expectGolden } from './testing/golden.js';
import { sampleBaseline, sampleBenchmark, sampleMetric, sampleProfile, sampleReport, sampleSlo } from './testing/sample-report.js';

const plain = { color: false, columns: 80 };

const finding = createFinding('BNL002', { tool: 'hyperfine', problem: 'expected a number\n::error::x' }, { file: 'out/hyperfine.json', line: 12, column: 4, suite: 'startup' });

const blindOne = { mode: 'paired', suite: 'decode', benchmark: 'decode/comp3', metric: 'time', wanted: 0.05, detectable: 0.0932, floor: 0.01, rounds: 30, roundsNeeded: 96, cvNeeded: 0.0451 } as const;
const blind = [blindOne, { ...blindOne, benchmark: 'decode/bad\u001b[31m', roundsNeeded: null, cvNeeded: null, floor: 0.123 }, ...Array.from({ length: 21 }, (_, index) => ({ ...blindOne, mode: 'stored' as const, benchmark: `b${index}`, rounds: 1 }))];

const report = sampleReport(
  [
    sampleBenchmark('decode/display', [sampleMetric('time', [1.21e6, 1.2e6, 1.23e6]), sampleMetric('throughput', [4.53e9, 4.5e9, 4.55e9])]),
    sampleBenchmark('decode/comp3', [sampleMetric('time', [5120, 5100, 5140])]),
    sampleBenchmark('decode/size', [sampleMetric('bytes', [2048], { unit: 'B', kind: 'exact' })]),
    sampleBenchmark('decode/broken', [], 'failed'),
  ],
  { warnings: [createFinding('BNL014', { load: '3.2', cores: '2' })] },
);

test.each([
  ['report.txt', renderReportText(report, plain)],
  ['report-empty.txt', renderReportText(sampleReport([]), plain)],
  ['slo.txt', renderSloText(sampleSlo, plain)],
  ['findings.txt', renderFindings([finding, createFinding('BNL003', { artefact: 'config', expected: 'number', found: 'text' }, { file: 'benchline.json', pointer: '/slo/0/min' })], plain)],
  ['promotion.txt', renderPromotionText({ baseline: sampleBaseline }, { ...plain, dryRun: true })],
  ['promotion-refused.txt', renderPromotionText({ criteria: [{ name: 'clean-tree', outcome: 'failed', detail: 'Two files have uncommitted changes.' }], findings: [createFinding('BNL006', { problem: 'clean-tree' })] }, { ...plain, dryRun: false })],
  ['baseline-list.txt', renderBaselineList([sampleBaseline, { ...sampleBaseline, id: '2026-09-01-0000000', held: true, promotion: { ...sampleBaseline.promotion, at: '2026-09-01T10:00:00.000Z' } }], { schemaVersion: 1, current: { 'bench-1': { id: sampleBaseline.id, digest: 'ab'.repeat(32) } } }, plain)],
  ['baseline.txt', renderBaselineText(sampleBaseline, plain)],
  ['retention.txt', renderRetention({ keep: ['b'], prune: ['a'] }, { dryRun: true })],
  ['calibration.txt', renderCalibration(sampleProfile, { ...plain, comparisonsForFloor: 2 })],
  ['calibration-few.txt', renderCalibration({ ...sampleProfile, benchmarks: sampleProfile.benchmarks.map((one, index) => ({ ...one, nullEstimates: Array(index === 0 ? 12 : 4).fill(0), nullErrors: Array(index === 0 ? 12 : 4).fill(0) })) }, { ...plain, comparisonsForFloor: 10 })],
  ['blind-thresholds.txt', renderBlindThresholds(blind, plain)],
  ['profile-list.txt', renderProfileList([{ profile: sampleProfile, place: 'local', fits: true, used: true }, { profile: { ...sampleProfile, name: 'other', host: { ...sampleProfile.host, class: null } }, place: 'repository', fits: false, used: false }], [{ place: 'local', folder: '~/.config/benchline/profiles' }, { place: 'repository', folder: 'profiles' }], plain)],
])('%s', (name, text) => expectGolden(name, text));

test('details of criteria are sentences and stay whole', () => {
  const detail = `Run ${'a'.repeat(32)} measured ${'b'.repeat(40)}, checked out is ${'c'.repeat(40)}.`;
  const text = renderPromotionText({ criteria: [{ name: 'same-commit', outcome: 'failed', detail }, { name: 'tests-passed', outcome: 'waived', detail: 'No.' }], findings: [] }, { ...plain, dryRun: false });
  expect(text.replaceAll(/\s+/g, ' ')).toContain(detail);
  expect(text.split('\n').filter((line) => line.length > plain.columns)).toEqual([]);
});

test('thresholds that can be seen are not mentioned', () => {
  expect(renderBlindThresholds([], plain)).toBe('');
  expect(renderBlindThresholds(blind.slice(2, 3), plain)).toMatch(/^Against a stored baseline, this machine cannot show/);
  expect(renderProfileList([], [{ place: 'repository', folder: 'profiles' }], plain)).toBe('No profile yet: benchline calibrate makes one.\nrepository: profiles\n');
});

test('the one-line summary and the flat file', () => {
  const values = [
    { label: 'DISPLAY', key: 'display_gibs', value: 4.2188, unit: 'GiB/s' },
    { label: 'COMP-3', key: 'comp3_mibs', value: 571.2, unit: 'MiB/s' },
  ];
  expect(renderSummaryLine(values, 'PASS')).toBe('Performance Report: DISPLAY: 4.22 GiB/s, COMP-3: 571 MiB/s [PASS]');
  expect(perfJson(values, ['busy'], [])).toEqual({ display_gibs: 4.2188, comp3_mibs: 571.2, warnings: ['busy'], errors: [] });
  expect(renderSummaryLine([], 'FAIL')).toBe('Performance Report: nothing measured [FAIL]');
});

test('no entry takes the place of another, of the warnings or of the prototype', () => {
  const entry = (key: string, value: number) => ({ label: key, key, value, unit: 'x' });
  const json = perfJson([entry('a_x', 1), entry('a_x', 2), entry('warnings', 3), entry('__proto__', 4)], ['busy'], []);
  expect(Object.entries(json)).toEqual([['a_x', 1], ['warnings', ['busy']], ['__proto__', 4], ['errors', []]]);
  expect(Object.getPrototypeOf(json)).toBe(Object.prototype);
});

it('one number alone has no spread, and is not "± 0 %"', () => {
  const spreadOf = (n: number) => {
    const metric = sampleMetric('time', [5]);
    return renderReportText(sampleReport([sampleBenchmark('a', [{ ...metric, summary: { ...metric.summary, n, mad: 0 } }])]), plain);
  };
  expect(spreadOf(2)).toContain('± 0 %');
  expect(spreadOf(1)).not.toContain('±');
});

it('where a tool summarised by itself, its standard deviation stands for the spread, and is marked', () => {
  const spreadOf = (stddev: number | null) => {
    const metric = sampleMetric('time', [5]);
    return renderReportText(sampleReport([sampleBenchmark('a', [{ ...metric, summary: { ...metric.summary, n: 30, p50: 500, mad: null, stddev } }])]), plain);
  };
  expect(spreadOf(15.5)).toContain('σ 3.1 %');
  expect(spreadOf(null)).not.toMatch(/[σ±]/);
});

test('findings that differ in what alone share place, why and fix; others do not', () => {
  const refused = (problem: string) => createFinding('BNL006', { problem });
  const text = renderFindings([refused('clean-tree'), refused('tests-passed'), finding, refused('objectives')], plain);
  expect(text.match(/error BNL006\n {2}Nothing was promoted: clean-tree\.\n {2}Nothing was promoted: tests-passed\.\n {2}A baseline must[^\n]*\n {2}→ Settle/)).not.toBeNull();
  expect(text.match(/A baseline must/g)).toHaveLength(2);
  const twice = [finding, { ...finding, benchmark: 'sleep' }];
  expect(renderFindings(twice, plain).split('\n').filter((line) => line.startsWith('error'))).toHaveLength(2);
});
