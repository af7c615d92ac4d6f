import { compile } from 'json-schema-to-typescript';
import type { GeneratedFile, JsonSchema } from './artefacts.js';

const banner = '/* Generated from schemas/ by `npm run generate`. Do not edit. */\n/* eslint-disable */';

/** Rewrites `file.json#/$defs/X` and `#/$defs/X` to one shared table of definitions, so that every type is written once. */
function rebased(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rebased);
  if (value === null || typeof value !== 'object') return value;
  if ('$ref' in value && typeof value.$ref === 'string') return { $ref: `#/$defs/${value.$ref.split('/').at(-1)}` };
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rebased(inner)]));
}

const validatorsBusiness = ['maxItems', 'minItems', 'propertyNames', 'uniqueItems'];

/** "Exactly one of these properties" says nothing that a plain interface with optional properties could not. */
function isChoiceOfProperties(keyword: string, value: unknown): boolean {
  return keyword === 'oneOf' && (value as object[]).every((choice) => Object.keys(choice).join() === 'required');
}

/** maxItems would make json-schema-to-typescript write tuples; lengths are the validators' business. */
function withoutLengths(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLengths);
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(([key, inner]) => !validatorsBusiness.includes(key) && !isChoiceOfProperties(key, inner));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutLengths(inner)]));
}

/** One TypeScript file with every definition and every artefact's type. */
export async function renderTypes(schemas: ReadonlyMap<string, JsonSchema>): Promise<GeneratedFile> {
  const $defs: Record<string, unknown> = {};
  for (const schema of schemas.values()) {
    Object.assign($defs, schema.$defs);
    if (schema.$id !== 'definitions.v1.json') {
      const { $defs: _own, $id: _id, $schema: _dialect, ...body } = schema;
      $defs[schema.title] = body;
    }
  }
  const root = { title: 'EveryDefinition', type: 'object', additionalProperties: false, $defs: rebased(withoutLengths($defs)) };
  const text = await compile(root as never, 'EveryDefinition', {
    bannerComment: banner,
    additionalProperties: false,
    unreachableDefinitions: true,
    style: { singleQuote: true, printWidth: 140 },
  });
  return { path: 'packages/core/src/model/generated/types.ts', text: text.replace(/export interface EveryDefinition \{\}\n+/, '') };
}
