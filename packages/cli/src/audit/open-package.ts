import { join } from 'node:path';
import { readArtefact } from '../artefacts/read-artefact.js';
import type { World } from '../ports/world.js';
import { UserError, userError } from '../user-error.js';
import { packageLayout } from './package-layout.js';
import { packageProblem } from './package-problem.js';
import type { OpenedPackage } from './verify-files.js';

/** Reads a package's manifest. A folder that is no package is an error; a manifest that cannot be read is the package's fault. */
export async function openPackage(world: World, folder: string): Promise<OpenedPackage> {
  if (!(await world.files.exists(folder))) throw userError('BNL008', { path: folder, purpose: 'the audit package to verify' }, { file: folder });
  const entry = (await world.files.list(folder)).find(({ name }) => name === packageLayout.manifest);
  if (entry === undefined) throw new UserError([packageProblem(packageLayout.manifest, 'is missing from the package')], 2);
  if (entry.kind !== 'file') throw new UserError([packageProblem(packageLayout.manifest, 'is not a plain file')], 2);
  try {
    const { value, digest } = await readArtefact(world, 'audit-manifest', join(folder, packageLayout.manifest));
    return { world, folder, manifest: value, manifestDigest: digest };
  } catch (cause) {
    if (!(cause instanceof UserError)) throw cause;
    throw new UserError(cause.findings.map(({ what }) => packageProblem(packageLayout.manifest, `cannot be used: ${what}`)), 2);
  }
}
