import type { FileDigest, Finding, PerformanceReport, ReportProvenance, Suite, SummaryEntry } from '@benchline/core/model';
import { summaryFindings } from '@benchline/core/judge';
import { renderCanonicalJson } from '../artefacts/canonical-json.js';
import { checkSchema } from '../artefacts/check-schema.js';
import type { World } from '../ports/world.js';
import { walkFolder } from '../tools/walk-folder.js';
import { noteMeasuredHere } from '../origin/measured-here.js';
import type { ReportPlaces } from './report-places.js';
import { writeSamples, type SampledSuite } from './samples-sidecar.js';

export interface ReportParts {
  project: string;
  provenance: ReportProvenance;
  suites: readonly Suite[];
  sampled: readonly SampledSuite[];
  findings: readonly Finding[];
  /** The files in the work folder under the names they will have, where they are known; else they are looked up. */
  raw?: readonly FileDigest[];
  /** Entries that match nothing are warned of in the report. */
  summary: readonly SummaryEntry[];
}

export interface WrittenReport {
  report: PerformanceReport;
  digest: string;
  places: ReportPlaces;
}

/**
 * Puts a run in the place of the last one: samples, raw output (from the work folder), then the report. Until then the last good report stands untouched, so the new one is
 * held against its schema first: a name too long must not cost the old one its raw output.
 */
export async function writeReport(parts: ReportParts, places: ReportPlaces, world: World): Promise<WrittenReport> {
  const old = await oldSamples(places, world);
  const measured = reportOf(parts, { raw: [...(parts.raw ?? (await digestRaw(places, world)))], samples: null }, world);
  const warned = { ...measured, warnings: [...measured.warnings, ...summaryFindings(measured, parts.summary)] };
  checkSchema('performance-report', warned, places.report);
  const report = { ...warned, samples: await writeSamples(parts.sampled, places.samples, world) };
  await world.files.remove(places.raw.folder);
  await world.files.rename(places.work.folder, places.raw.folder);
  const { digest } = await world.files.writeAtomically(places.report, renderCanonicalJson(report));
  await noteMeasuredHere(world, places.own, { path: places.report, runId: report.runId });
  if (old !== null && old !== report.samples?.path.split('/').at(-1)) await world.files.remove(`${places.samples.folder}/${old}`);
  return { report, digest, places };
}

function reportOf(parts: ReportParts, files: Pick<PerformanceReport, 'raw' | 'samples'>, world: World): PerformanceReport {
  const { project, provenance, suites, findings } = parts;
  return {
    schemaVersion: 1,
    runId: world.randomId(),
    project,
    createdAt: new Date(world.clock.now()).toISOString(),
    provenance,
    suites: [...suites],
    ...files,
    warnings: findings.filter(({ level }) => level !== 'error'),
    errors: findings.filter(({ level }) => level === 'error'),
  };
}

/** The work folder's files under the names they will have. */
async function digestRaw({ work, raw }: ReportPlaces, world: World): Promise<FileDigest[]> {
  const digests: FileDigest[] = [];
  for await (const { path, absolute } of walkFolder(world.files, work.folder)) digests.push({ path: `${raw.shown}/${path}`, ...(await world.files.digest(absolute)) });
  return digests.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The sidecar of the report about to be replaced, by its file's name. */
async function oldSamples({ report, samples }: ReportPlaces, world: World): Promise<string | null> {
  if (!(await world.files.exists(report))) return null;
  const text = await world.files.readText(report).catch(() => '');
  const name = /"path":\s*"[^"]*?([0-9a-f]{64}\.json\.gz)"/.exec(text)?.[1];
  return name !== undefined && (await world.files.exists(`${samples.folder}/${name}`)) ? name : null;
}
