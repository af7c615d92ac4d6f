import { join } from 'node:path';
import type { AuditManifest } from '@benchline/core/model';
import { writeArtefact } from '../artefacts/write-artefact.js';
import { packageVersion } from '../package-version.js';
import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';
import { renderDerivedViews, type ViewedResults } from './derived-views.js';
import { renderDigestList, sortedFiles } from './manifest.js';
import { packageLayout, packageLimits, type ManifestFile } from './package-layout.js';
import type { PackageSource } from './package-source.js';
import type { Evidence } from './read-evidence.js';

/** Writes a package: files byte for byte, the views made of them, then the manifest. The folder must be new. */
export async function createPackage(world: World, folder: string, { evidence, sources }: { evidence: Evidence; sources: readonly PackageSource[] }): Promise<AuditManifest> {
  const createdAt = new Date(world.clock.now()).toISOString();
  const files: ManifestFile[] = [];
  for (const source of sources) files.push(await copyIn(world, folder, source));
  for (const { path, role, text } of renderDerivedViews(viewedResults(evidence, { createdAt, files: sortedFiles(files) }))) {
    files.push({ path, role, ...(await world.files.writeAtomically(join(folder, path), text)) });
  }
  const manifest = describe(evidence, { createdAt, files: sortedFiles(files) });
  const { digest } = await writeArtefact(world, 'audit-manifest', join(folder, packageLayout.manifest), manifest);
  await world.files.writeAtomically(join(folder, packageLayout.digestList), renderDigestList(manifest, digest));
  return manifest;
}

interface Made {
  createdAt: string;
  files: ManifestFile[];
}

function viewedResults({ report, comparison, slo, baseline }: Evidence, made: Made): ViewedResults {
  const baselineReports = baseline?.reports.map((one) => one.report) ?? [];
  return { ...made, benchline: packageVersion, report: report.value, comparison: comparison.value, slo: slo?.value ?? null, baseline: baseline?.baseline ?? null, baselineReports };
}

function describe({ report, comparison, slo }: Evidence, made: Made): AuditManifest {
  const verdicts = { comparison: comparison.value.summary.verdict, slo: slo?.value.summary.verdict ?? null };
  const { project, provenance } = report.value;
  return { schemaVersion: 1, project, createdAt: made.createdAt, benchline: packageVersion, commit: provenance.commit, verdicts, files: made.files };
}

async function copyIn({ files }: World, folder: string, { path, role, from, digest: expected }: PackageSource): Promise<ManifestFile> {
  const to = join(folder, path);
  await files.copy(from, to);
  const { bytes, digest } = await files.digest(to);
  if (expected !== null && digest !== expected) throw userError('BNL007', { problem: `${from} is not the file that the report names: its SHA-256 differs` }, { file: from });
  if (bytes > packageLimits.fileBytes) throw userError('BNL007', { problem: `${from} has ${bytes} bytes, more than ${packageLimits.fileBytes}` }, { file: from });
  return { path, role, bytes, digest };
}
