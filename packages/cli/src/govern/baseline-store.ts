import { basename, join } from 'node:path';
import { createFinding, type Baseline, type PerformanceReport } from '@benchline/core/model';
import { readArtefact } from '../artefacts/read-artefact.js';
import { writeArtefact } from '../artefacts/write-artefact.js';
import { UserError, userError } from '../user-error.js';
import { baselineFolder, baselinePath, type BaselinePlace, type PointedBaseline } from './baseline-place.js';

/** A baseline as it stands on disk: its record, the record's digest, and its reports with theirs. */
export interface StoredBaseline {
  baseline: Baseline;
  digest: string;
  reports: { report: PerformanceReport; digest: string; path: string }[];
}

/** A report to promote: where its bytes are, and the digest they had when they were judged. */
export interface ReportSource {
  path: string;
  digest: string;
}

const idPattern = /^(?!\.)[A-Za-z0-9._-]{1,128}$/;

/** The record of a baseline. `expected` is the digest that the pointer names. */
export async function readBaseline(place: BaselinePlace, id: string, expected?: string): Promise<{ baseline: Baseline; digest: string }> {
  const path = baselinePath(place, id);
  if (!idPattern.test(id)) throw userError('BNL016', { problem: `${id} is not the id of a baseline`, fix: 'benchline baseline list shows the ids.' });
  const isThere = await place.world.files.exists(path);
  if (!isThere && expected === undefined) throw userError('BNL016', { problem: `There is no baseline ${id}`, fix: 'benchline baseline list shows the ids.' });
  if (!isThere) throw userError('BNL008', { path, purpose: `the record of the baseline ${id}` });
  const { value, digest } = await readArtefact(place.world, 'baseline', path);
  if (expected !== undefined && digest !== expected) throw altered(path, expected, digest);
  if (value.id !== id) throw altered(path, `the id ${id}`, value.id);
  return { baseline: value, digest };
}

/** A baseline with its reports, each held against the digest that the record names. */
export async function readStoredBaseline(place: BaselinePlace, { id, digest: expected }: { id: string; digest?: string }): Promise<StoredBaseline> {
  const { baseline, digest } = await readBaseline(place, id, expected);
  const reports = [];
  for (const entry of baseline.reports) {
    const path = join(baselineFolder(place, id), entry.path);
    if (!(await place.world.files.exists(path))) throw userError('BNL008', { path, purpose: `a report of the baseline ${id}` });
    const read = await readArtefact(place.world, 'performance-report', path);
    if (read.digest !== entry.digest) throw altered(path, entry.digest, read.digest);
    reports.push({ report: read.value, digest: read.digest, path });
  }
  return { baseline, digest, reports };
}

/** Every baseline of the folder by id, and the folders that an interrupted promotion left without a record. */
export async function listBaselines(place: BaselinePlace): Promise<{ baselines: Baseline[]; unfinished: string[] }> {
  const baselines: Baseline[] = [];
  const unfinished: string[] = [];
  for (const { name, kind } of await place.world.files.list(place.folder)) {
    if (kind !== 'folder' || !idPattern.test(name)) continue;
    if (await place.world.files.exists(baselinePath(place, name))) baselines.push((await readBaseline(place, name)).baseline);
    else unfinished.push(name);
  }
  return { baselines, unfinished };
}

/** Whether the folder has the record of any baseline. */
export async function hasBaselines(place: BaselinePlace): Promise<boolean> {
  for (const { name, kind } of await place.world.files.list(place.folder)) {
    if (kind === 'folder' && idPattern.test(name) && (await place.world.files.exists(baselinePath(place, name)))) return true;
  }
  return false;
}

/** Writes a baseline: its reports first, byte for byte, its record last, so that a record always has its reports. What stands is never overwritten. */
export async function addBaseline(place: BaselinePlace, baseline: Baseline, sources: readonly ReportSource[]): Promise<PointedBaseline> {
  for (const [index, entry] of baseline.reports.entries()) {
    const source = sources[index];
    if (source === undefined || source.digest !== entry.digest) throw userError('BNL006', { problem: `${basename(entry.path)} is not among the reports given` });
    await addReport(place, join(baselineFolder(place, baseline.id), entry.path), source);
  }
  const path = baselinePath(place, baseline.id);
  if (await place.world.files.exists(path)) throw userError('BNL006', { problem: `the baseline ${baseline.id} exists already` }, { file: path });
  const { digest } = await writeArtefact(place.world, 'baseline', path, baseline);
  return { id: baseline.id, digest };
}

async function addReport({ world: { files } }: BaselinePlace, path: string, source: ReportSource): Promise<void> {
  await files.writeIfAbsent(path, await files.readBytes(source.path));
  const { digest } = await files.digest(path);
  if (digest === source.digest) return;
  throw userError('BNL006', { problem: `${source.path} changed while it was promoted, or another report stands at ${path}` }, { file: path });
}

function altered(path: string, expected: string, found: string): UserError {
  return new UserError([createFinding('BNL003', { artefact: 'promoted file', expected, found }, { file: path })], 2);
}
