import type { Finding } from '@benchline/core/model';
import type { ReadResult } from './read-results.js';

/** Limits that the environment set where the objectives were checked: whoever reads the one verdict must know of them too. */
export function limitFindings(results: readonly ReadResult[]): Finding[] {
  return results.flatMap((result) => (result.artefact === 'slo-result' ? result.value.findings.filter(({ code }) => code === 'BNL043').map((finding) => ({ ...finding, file: result.path })) : []));
}
