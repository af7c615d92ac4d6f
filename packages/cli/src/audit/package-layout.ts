import type { AuditManifest } from '@benchline/core/model';

export type FileRole = AuditManifest['files'][number]['role'];
export type ManifestFile = AuditManifest['files'][number];

/** Names inside an audit package. What a report calls raw/x or samples/x keeps that path, so that its own references hold. */
export const packageLayout = {
  manifest: 'manifest.json',
  digestList: 'manifest-sha256.txt',
  report: 'report.json',
  comparison: 'comparison.json',
  slo: 'slo.json',
  summary: 'summary.json',
  page: 'page.html',
  baseline: (id: string) => `baselines/${id}/baseline.json`,
  baselineReport: (id: string, path: string) => `baselines/${id}/${path}`,
  config: (name: string) => `config/${name}`,
} as const;

const places: Partial<Record<FileRole, RegExp>> = {
  report: /^report\.json$/,
  comparison: /^comparison\.json$/,
  slo: /^slo\.json$/,
  summary: /^summary\.json$/,
  page: /^page\.html$/,
  baseline: /^baselines\/[^/]+\/baseline\.json$/,
  'baseline-report': /^baselines\/[^/]+\/reports\/[^/]+$/,
  config: /^config\/[^/]+$/,
};

/** Whether a file of a role lies where that role belongs. Raw output and samples lie where the report says. */
export function isPlaceOf(role: FileRole, path: string): boolean {
  return places[role]?.test(path) ?? true;
}

/** What an audit package may hold at most; beyond it nothing is read. */
export const packageLimits = { files: 100_000, depth: 16, fileBytes: 512 * 1024 * 1024, totalBytes: 4 * 1024 * 1024 * 1024 } as const;

/** Whether a path stays inside the folder that it is joined to, on every operating system. */
export function isInsidePath(path: string): boolean {
  if (path === '' || path.length > 4096 || /[\\:\p{Cc}]/u.test(path)) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}
