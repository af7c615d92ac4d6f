import type { FileRole } from './package-layout.js';

/** A file that goes into a package byte for byte: from where, and the digest it must have if an artefact names one. */
export interface PackageSource {
  path: string;
  role: FileRole;
  from: string;
  digest: string | null;
}
