import type { AuditManifest, Finding } from '@benchline/core/model';
import type { World } from '../ports/world.js';
import { UserError } from '../user-error.js';
import { openPackage } from './open-package.js';
import { readPackageEvidence } from './package-evidence.js';
import { verifyDerivedViews } from './verify-derived-views.js';
import { verifyFiles, type OpenedPackage } from './verify-files.js';
import { verifyReferences } from './verify-references.js';
import { verifyVerdicts } from './verify-verdicts.js';

/** What verifying gave: every problem, and what a verification without keys or other Benchline versions cannot say. */
export interface Verification {
  manifest: AuditManifest | null;
  problems: Finding[];
  unverified: string[];
}

const tooMany = 50;

const always = ['who made the package: it is not signed', 'that the policy is the one of the commit: hold config/ against the repository'];

/** Checks in the order of trust: the set of files and their digests, then schemas, then references, and only then verdicts. */
export async function verifyPackage(world: World, folder: string): Promise<Verification> {
  try {
    const opened = await openPackage(world, folder);
    const { problems, unverified } = await verifyOpened(opened);
    return { manifest: opened.manifest, problems: problems.slice(0, tooMany), unverified };
  } catch (cause) {
    if (!(cause instanceof UserError) || !cause.findings.every(({ code }) => code === 'BNL007')) throw cause;
    return { manifest: null, problems: [...cause.findings], unverified: [] };
  }
}

async function verifyOpened(opened: OpenedPackage): Promise<{ problems: Finding[]; unverified: string[] }> {
  const fileProblems = await verifyFiles(opened);
  if (fileProblems.length > 0) return { problems: fileProblems, unverified: [] };
  const read = await readPackageEvidence(opened);
  if ('problems' in read) return { problems: read.problems, unverified: [] };
  const references = verifyReferences(opened, read.evidence);
  if (references.length > 0) return { problems: references, unverified: [] };
  const views = await verifyDerivedViews(opened, read.evidence);
  return { problems: [...verifyVerdicts(read.evidence), ...views.problems], unverified: [...always, ...views.unverified] };
}
