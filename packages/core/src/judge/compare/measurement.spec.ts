import type { Ci } from '../../model/generated/types.js';
import { benchmarkOf, metricOf, reportOf, suiteOf } from '../testing/reports.js';
import { measurementOf, originOf } from './measurement.js';

const plain = reportOf([suiteOf([benchmarkOf('a', [metricOf([1])])])]);
const report = (parts: Partial<(typeof plain)['provenance']>) => ({ ...plain, provenance: { ...plain.provenance, ...parts } });
const ciRun = (pipeline: string | null, provider = 'github-actions'): Ci => ({ provider, run: 'r', url: null, pipeline });
const original = { createdAt: '2026-01-02T03:04:05Z', fingerprint: 'fedcba9876543210', commit: 'b'.repeat(40) };

test('a measurement is what its report says of it', () => {
  const { runId, createdAt, provenance } = plain;
  expect(measurementOf(report({ taskHash: 'h' }))).toEqual({ runId, at: createdAt, hostClass: provenance.host.class, fingerprint: provenance.host.fingerprint, commit: provenance.commit.sha, taskHash: 'h' });
  expect(measurementOf(report({ measured: 'replayed', original }))).toMatchObject({ at: original.createdAt, fingerprint: original.fingerprint, commit: original.commit });
});

test.each([
  ['measured in this folder', report({ ci: null }), { here: true, ci: null }, 'here'],
  ['measured in this folder, read in CI', report({ ci: ciRun('1') }), { here: true, ci: ciRun('2') }, 'here'],
  ['of another job of this CI run', report({ ci: ciRun('1') }), { here: false, ci: ciRun('1') }, 'this-run'],
  ['of another CI run', report({ ci: ciRun('1') }), { here: false, ci: ciRun('2') }, 'restored'],
  ['of a run of the same number elsewhere', report({ ci: ciRun('1', 'gitlab') }), { here: false, ci: ciRun('1') }, 'restored'],
  ['of CI runs that tell no number', report({ ci: ciRun(null) }), { here: false, ci: ciRun(null) }, 'restored'],
  ['of CI jobs of an earlier version', report({ ci: { provider: 'github-actions', run: 'r', url: null } }), { here: false, ci: { provider: 'github-actions', run: 'r', url: null } }, 'restored'],
  ['that nobody measured here', report({ ci: null }), { here: false, ci: null }, 'restored'],
  ['that says itself that it is replayed', report({ measured: 'replayed', original }), { here: true, ci: null }, 'restored'],
] as const)('a report %s', (_name, read, place, origin) => {
  expect(originOf(read, place)).toBe(origin);
});
