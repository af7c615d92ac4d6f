import type { PerformanceReport } from '@benchline/core/model';
import { parseJson } from '@benchline/core/parse';
import { userError, UserError } from '../user-error.js';
import { artefactTitle, type ArtefactName, type ArtefactTypes } from './artefact-types.js';
import { checkSchema } from './check-schema.js';
import { checkUniqueNames } from './check-unique-names.js';

/** Longest text of an artefact, characters. */
export const longestArtefact = 64 * 1024 * 1024;

/** Text to artefact: size and nesting are limited before the schema looks at it; errors name file, place, expected and found. */
export function parseArtefact<Name extends ArtefactName>(name: Name, text: string, path: string): ArtefactTypes[Name] {
  if (text.length > longestArtefact) throw userError('BNL012', { limit: '64 MiB', found: `${Math.ceil(text.length / 1024 / 1024)} MiB` }, { file: path });
  const outcome = parseJson(text, path, `Benchline (${artefactTitle(name)})`);
  if ('finding' in outcome) throw new UserError([outcome.finding], 2);
  checkSchema(name, outcome.value, path);
  if (name === 'performance-report') checkUniqueNames(outcome.value as PerformanceReport, path);
  return outcome.value as ArtefactTypes[Name];
}
