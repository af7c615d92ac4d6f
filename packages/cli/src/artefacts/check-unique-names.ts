import type { PerformanceReport } from '@benchline/core/model';
import { userError } from '../user-error.js';

/**
 * Throws BNL003 where two suites of a report, two benchmarks of a suite or two metrics of a benchmark share a name, which no schema can say:
 * the values of one would be taken for more runs of the other.
 */
export function checkUniqueNames({ suites }: PerformanceReport, file: string): void {
  demandUnique(suites.map(({ name }) => name), { file, place: (index) => `/suites/${index}/name` });
  for (const [nth, { benchmarks }] of suites.entries()) {
    demandUnique(benchmarks.map(({ id }) => id), { file, place: (index) => `/suites/${nth}/benchmarks/${index}/id` });
    for (const [inner, { metrics }] of benchmarks.entries()) {
      demandUnique(metrics.map(({ name }) => name), { file, place: (index) => `/suites/${nth}/benchmarks/${inner}/metrics/${index}/name` });
    }
  }
}

function demandUnique(names: readonly string[], { file, place }: { file: string; place: (index: number) => string }): void {
  if (new Set(names).size === names.length) return;
  const second = names.findIndex((name, index) => names.indexOf(name) !== index);
  const found = JSON.stringify(names[second]).slice(0, 100);
  throw userError('BNL003', { artefact: 'performance report', expected: 'a name that stands there once', found: `${found} again` }, { file, pointer: place(second) });
}
