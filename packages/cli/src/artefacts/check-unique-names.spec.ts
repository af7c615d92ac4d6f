import type { PerformanceReport } from '@benchline/core/model';
import { sampleReport } from '../testing/sample-report.js';
import { parseArtefact } from './parse-artefact.js';

const doubled: [string, (report: PerformanceReport) => void, string][] = [
  ['suites', ({ suites }) => void suites.push(suites[0]!), '/suites/1/name'],
  ['benchmarks', ({ suites: [suite] }) => void suite!.benchmarks.push(suite!.benchmarks[0]!), '/suites/0/benchmarks/2/id'],
  ['metrics', ({ suites: [suite] }) => void suite!.benchmarks[1]!.metrics.push(suite!.benchmarks[1]!.metrics[0]!), '/suites/0/benchmarks/1/metrics/1/name'],
];

it.each(doubled)('two %s of one name are told with their place', (_name, change, pointer) => {
  const report = structuredClone(sampleReport());
  change(report);
  expect(() => parseArtefact('performance-report', JSON.stringify(report), 'r.json')).toThrow(expect.objectContaining({ exitCode: 2, findings: [expect.objectContaining({ code: 'BNL003', file: 'r.json', pointer, what: expect.stringMatching(/expected a name that stands there once, found ".*" again/) })] }));
});

it('one name may stand in several suites', () => {
  const report = structuredClone(sampleReport());
  report.suites.push({ ...report.suites[0]!, name: 'another' });
  expect(parseArtefact('performance-report', JSON.stringify(report), 'r.json')).toEqual(report);
});
