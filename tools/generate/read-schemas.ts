import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { artefacts, type JsonSchema } from './artefacts.js';

export const repository = join(__dirname, '..', '..');

/** Reads definitions.v1.json and every artefact's schema, keyed by `$id`. */
export function readSchemas(): Map<string, JsonSchema> {
  const names = ['definitions', ...artefacts].map((name) => `${name}.v1.json`);
  return new Map(names.map((name) => [name, JSON.parse(readFileSync(join(repository, 'schemas', name), 'utf8')) as JsonSchema]));
}
