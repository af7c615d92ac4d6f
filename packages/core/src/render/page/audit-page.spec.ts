import { createHash } from 'node:crypto';
import { createFinding, type ComparisonRow } from '../../model/index.js';
import { expectGolden } from '../testing/golden.js';
import { hostileNames } from '../testing/hostile-names.js';
import { everyVerdict, sampleComparison, sampleRow } from '../testing/sample-comparison.js';
import { sampleBaseline, sampleBenchmark, sampleCommit, sampleMetric, sampleReport, sampleSlo } from '../testing/sample-report.js';
import { renderAuditPage, type AuditPage } from './audit-page.js';

const scatter = [0.985, 1.004, 1, 0.992, 1.021];

/** Rounds that scatter a little around a row's value. */
const scattered = (row: ComparisonRow, value: number) => sampleBenchmark(row.benchmark, [sampleMetric(row.metric ?? 'time', scatter.map((factor) => factor * value))]);

function samplePage(): AuditPage {
  const comparison = everyVerdict();
  const measured = comparison.rows.filter(({ base, head }) => base !== null && head !== null);
  const around = (value = 0) => scatter.map((factor) => factor * value);
  return {
    project: 'core',
    createdAt: '2026-10-02T10:05:00.000Z',
    benchline: '0.1.0',
    commit: sampleCommit,
    reports: [sampleReport(measured.map((row) => scattered(row, row.head?.value ?? 0)), { warnings: [createFinding('BNL014', { load: '3.2', cores: '2' })] })],
    baseline: sampleBaseline,
    comparison,
    roundsOf: (row) => (row.base === null || row.head === null ? null : { base: around(row.base.value), head: around(row.head.value) }),
    slo: sampleSlo,
    files: [
      { path: 'reports/report.json', role: 'report', bytes: 12_345, digest: 'ab'.repeat(32) },
      { path: 'comparison.json', role: 'comparison', bytes: 2345, digest: 'cd'.repeat(32) },
    ],
  };
}

test('a full page', () => expectGolden('audit-page.html', renderAuditPage(samplePage())));

test('a page about nothing but a report', () => {
  const html = renderAuditPage({ ...samplePage(), comparison: null, slo: null, baseline: null, files: [] });
  expect(html).toContain('This package holds no comparison.');
  expect(html).not.toContain('<h2>Baseline</h2>');
});

test('nothing runs and nothing is loaded: the policy allows the one style sheet, by its hash', () => {
  const html = renderAuditPage(samplePage());
  const style = /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? '';
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]?.replaceAll('&#x3D;', '=');
  expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  expect(policy).toContain("default-src 'none'");
  expect(html).not.toMatch(/<script|<link|<img| style=| on\w+=|https?:|url\(|@import/i);
});

test('hostile names, reasons, files and findings stay text', () => {
  const elements = (html: string): string[] => [...new Set([...html.matchAll(/<(\/?[a-z!][a-z0-9]*)/gi)].map((match) => match[1] ?? ''))].sort();
  const pageAbout = (name: string): string => {
    const row = sampleRow(name, 'regressed', { base: 1000, head: 2000, suite: name, metric: name, reason: name });
    const report = sampleReport([sampleBenchmark(name, [sampleMetric(name, [1, 2, 3])])]);
    const finding = { ...createFinding('BNL002', { tool: name, problem: name }, { file: name }), code: name };
    const files: AuditPage['files'] = [{ path: name, role: 'raw', bytes: 1, digest: name }];
    return renderAuditPage({ ...samplePage(), project: name, reports: [report], comparison: sampleComparison([row], { project: name, findings: [finding] }), files });
  };
  const expected = elements(pageAbout('plain'));
  for (const name of hostileNames) {
    const html = pageAbout(name);
    expect(elements(html)).toEqual(expected);
    expect(html.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  }
});
