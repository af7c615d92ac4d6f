import type { World } from '../ports/world.js';
import type { ArtefactName, ArtefactTypes } from './artefact-types.js';
import { renderCanonicalJson } from './canonical-json.js';
import { checkSchema } from './check-schema.js';

/** Validates and writes atomically, in pieces. A value that does not conform (a number that is not finite, a name too long) is BNL003 and nothing is written. */
// eslint-disable-next-line max-params -- where, what, whither, and the thing itself: an object would only name them again
export async function writeArtefact<Name extends ArtefactName>(world: Pick<World, 'files'>, name: Name, path: string, value: ArtefactTypes[Name]): Promise<{ digest: string; bytes: number }> {
  checkSchema(name, value, path);
  return world.files.writeAtomically(path, renderCanonicalJson(value));
}
