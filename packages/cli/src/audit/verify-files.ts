import { join } from 'node:path';
import type { AuditManifest, Finding } from '@benchline/core/model';
import type { World } from '../ports/world.js';
import { renderDigestList } from './manifest.js';
import { isInsidePath, isPlaceOf, packageLayout } from './package-layout.js';
import { packageProblem } from './package-problem.js';
import { walkPackage, type FoundFile } from './walk-package.js';

export interface OpenedPackage {
  world: World;
  folder: string;
  manifest: AuditManifest;
  manifestDigest: string;
}

/** Everything in which the folder differs from its manifest: files added, missing, altered, or not of a kind that a package holds. */
export async function verifyFiles(opened: OpenedPackage): Promise<Finding[]> {
  const { files, misplaced } = await walkPackage(opened.world, opened.folder);
  const problems = [...misplaced.map(({ path, problem }) => packageProblem(path, problem)), ...pathProblems(opened.manifest), ...setProblems(opened.manifest, files)];
  if (problems.length > 0) return problems;
  return [...(await digestProblems(opened, files)), ...(await digestListProblems(opened))];
}

function pathProblems({ files }: AuditManifest): Finding[] {
  const seen = new Map<string, string>();
  return files.flatMap(({ path, role }) => {
    if (!isInsidePath(path)) return [packageProblem(path, 'is listed in the manifest but leads out of the package')];
    if (!isPlaceOf(role, path)) return [packageProblem(path, `is listed as ${role}, which does not belong there`)];
    const folded = path.normalize('NFC').toLowerCase();
    const twin = seen.get(folded);
    seen.set(folded, path);
    return twin === undefined ? [] : [packageProblem(path, `is the same file as ${twin} on some file systems`)];
  });
}

function setProblems({ files }: AuditManifest, found: readonly FoundFile[]): Finding[] {
  const listed = new Set<string>([...files.map(({ path }) => path), packageLayout.manifest, packageLayout.digestList]);
  const present = new Set(found.map(({ path }) => path));
  return [
    ...found.filter(({ path }) => !listed.has(path)).map(({ path }) => packageProblem(path, 'is in the package but not in its manifest')),
    ...[...listed].filter((path) => !present.has(path)).map((path) => packageProblem(path, 'is missing from the package')),
  ];
}

async function digestProblems({ world, folder, manifest }: OpenedPackage, found: readonly FoundFile[]): Promise<Finding[]> {
  const bytesOf = new Map(found.map(({ path, bytes }) => [path, bytes]));
  const problems: Finding[] = [];
  for (const { path, bytes, digest } of manifest.files) {
    if (bytesOf.get(path) !== bytes) problems.push(packageProblem(path, `was altered: it has ${bytesOf.get(path)} bytes, the manifest says ${bytes}`));
    else if ((await world.files.digest(join(folder, path))).digest !== digest) problems.push(packageProblem(path, 'was altered: its SHA-256 is not the one in the manifest'));
  }
  return problems;
}

async function digestListProblems({ world, folder, manifest, manifestDigest }: OpenedPackage): Promise<Finding[]> {
  const text = await world.files.readText(join(folder, packageLayout.digestList));
  return text === renderDigestList(manifest, manifestDigest) ? [] : [packageProblem(packageLayout.digestList, 'was altered: it does not list what the manifest lists')];
}
