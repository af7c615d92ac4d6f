import type { AuditManifest } from '@benchline/core/model';
import { packageLayout, type ManifestFile } from './package-layout.js';

/** The manifest's files in byte order of their paths, whatever the order they were added in. */
export function sortedFiles(files: readonly ManifestFile[]): ManifestFile[] {
  return [...files].sort((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)));
}

/** The digest list as `sha256sum --check` reads it: every file of the manifest, and the manifest itself. */
export function renderDigestList(manifest: AuditManifest, manifestDigest: string): string {
  const entries = [...sortedFiles(manifest.files), { path: packageLayout.manifest, digest: manifestDigest }];
  return entries.map(({ path, digest }) => `${digest.replace(/^sha256:/, '')}  ${path}\n`).join('');
}
