import Ajv2020 from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { buildSync } from 'esbuild';
import { artefacts, type GeneratedFile, type JsonSchema } from './artefacts.js';
import { repository } from './read-schemas.js';

const banner = '/* Generated from schemas/ by `npm run generate`. Do not edit. */\n/* eslint-disable */\n';
const declaration = `${banner}import type { CompiledValidator } from '../../compiled-validator.js';\ndeclare const validate: CompiledValidator;\nexport default validate;\n`;

/** A description is for readers and an `$id` for references; neither belongs into code that every command loads. */
function withoutProse(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutProse);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).filter(([key, inner]) => !(key === 'description' && typeof inner === 'string')).map(([key, inner]) => [key, withoutProse(inner)]));
}

/** One self-contained CommonJS module per artefact: a command loads only the validators that it needs. */
export function renderValidators(schemas: ReadonlyMap<string, JsonSchema>): GeneratedFile[] {
  const ajv = new Ajv2020({
    allErrors: false,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    inlineRefs: false,
    unicodeRegExp: true,
    code: { source: true, optimize: 2, lines: false },
  });
  for (const schema of schemas.values()) ajv.addSchema(withoutProse(schema) as object);
  return artefacts.flatMap((name) => {
    const source = standaloneCode(ajv, ajv.getSchema(`${name}.v1.json`)!);
    const path = `packages/core/src/model/generated/validators/${name}`;
    return [
      { path: `${path}.js`, text: banner + bundled(source) },
      { path: `${path}.d.ts`, text: declaration },
    ];
  });
}

/** ajv's standalone code requires a piece of ajv's runtime; bundled, the core needs no ajv. */
function bundled(source: string): string {
  const built = buildSync({ stdin: { contents: source, resolveDir: repository }, bundle: true, format: 'cjs', platform: 'neutral', target: 'node20', mainFields: ['main'], write: false, minifySyntax: true, minifyWhitespace: true, legalComments: 'none' });
  return built.outputFiles[0]!.text;
}
