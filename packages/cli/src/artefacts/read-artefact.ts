import { createHash } from 'node:crypto';
import type { World } from '../ports/world.js';
import { userError, UserError } from '../user-error.js';
import { artefactTitle, type ArtefactName, type ArtefactTypes } from './artefact-types.js';
import { longestArtefact, parseArtefact } from './parse-artefact.js';

/** An artefact with the digest of the very bytes it was read from. */
export interface ReadArtefact<Name extends ArtefactName> {
  value: ArtefactTypes[Name];
  digest: string;
  bytes: number;
}

/** Reads and validates a file. Missing: BNL008; too large or too deep: BNL012; no JSON: BNL002; not by its schema: BNL003. */
export async function readArtefact<Name extends ArtefactName>(world: Pick<World, 'files'>, name: Name, path: string): Promise<ReadArtefact<Name>> {
  const bytes = await world.files.readBytes(path, longestArtefact).catch((cause: unknown) => {
    throw isMissing(cause) ? userError('BNL008', { path, purpose: artefactTitle(name) }, { file: path }) : cause;
  });
  const value = parseArtefact(name, new TextDecoder().decode(bytes), path);
  return { value, digest: `sha256:${createHash('sha256').update(bytes).digest('hex')}`, bytes: bytes.byteLength };
}

function isMissing(cause: unknown): boolean {
  return cause instanceof UserError && cause.findings[0]?.code === 'BNL008';
}
