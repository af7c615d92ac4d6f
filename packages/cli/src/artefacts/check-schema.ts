import { userError } from '../user-error.js';
import { artefactTitle, type ArtefactName, type WrittenName } from './artefact-types.js';
import { expectedBySchema, foundByValidator, valueAt } from './schema-wording.js';
import { loadValidator } from './validators.js';

/** Throws BNL003 with file, JSON pointer, expected and found when the value does not conform to its schema. */
export function checkSchema(name: ArtefactName | WrittenName, value: unknown, file: string): void {
  const validate = loadValidator(name);
  if (validate(value)) return;
  // The last error is the outermost: what the alternatives of a oneOf say comes before what the oneOf says.
  const error = validate.errors?.at(-1) ?? { instancePath: '', schemaPath: '', keyword: '', params: {} };
  const there = valueAt(value, error.instancePath);
  const args = { artefact: artefactTitle(name), expected: expectedBySchema(error, there), found: foundByValidator(there, error) };
  throw userError('BNL003', args, { file, pointer: error.instancePath === '' ? '/' : error.instancePath });
}
