import { readFileSync } from 'node:fs';
import { compareReports } from '../../packages/core/src/judge/index.js';
import { normalizeConfig, type PerformanceReport } from '../../packages/core/src/model/index.js';
import type { Figure } from './figure.js';
import { writeReport } from './large-report.js';
import { medianOf } from './timed-run.js';

/** The policy of a project that configures nothing. */
function defaultPolicy() {
  const normalized = normalizeConfig({}, { project: 'large', today: '2026-01-01', ci: false });
  if ('findings' in normalized) throw new Error('the defaults are refused');
  return normalized.config.policy;
}

/** The judge alone, reports in memory: 10,000 benchmarks of 20 + 20 rounds. */
export function judging(folder: string): Promise<Figure[]> {
  const [base, head] = [1, 1_000_001].map((seed) => {
    const report = JSON.parse(readFileSync(writeReport(folder, { count: 10_000, rounds: 20, seed }), 'utf8')) as PerformanceReport;
    return { reports: [report], digests: [`sha256:${String(seed).padStart(64, '0')}`], baseline: null };
  });
  const policy = defaultPolicy();
  const seconds = Array.from({ length: 5 }, () => {
    const started = process.hrtime.bigint();
    compareReports({ project: 'large', mode: 'files', base: base!, head: head!, policy, sameJob: false });
    return Number(process.hrtime.bigint() - started) / 1e9;
  });
  const how = `in one process, median of 5 (first: ${seconds[0]!.toFixed(2)} s)`;
  return Promise.resolve([{ what: 'judging 10,000 benchmarks of 20 + 20 rounds', measured: medianOf(seconds), bound: 2, unit: 's', how }]);
}
