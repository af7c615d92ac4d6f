import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GeneratedFile, JsonSchema } from './artefacts.js';
import { repository } from './read-schemas.js';

type Definitions = Record<string, JsonSchema>;

/** What Nx reads: one self-contained schema for each executor, and the table of executors. The source is schemas/options.v1.json. */
export function renderExecutorSchemas(schemas: ReadonlyMap<string, JsonSchema>): GeneratedFile[] {
  const { Common, ...executors } = readOptions();
  const common = (Common?.properties ?? {}) as Definitions;
  return [executorTable(executors), referencePage(executors, common), ...Object.entries(executors).map(([name, options]) => executorSchema(name, { ...options, properties: { ...(options.properties as Definitions), ...common } }, schemas))];
}

function readOptions(): Definitions {
  return (JSON.parse(readFileSync(join(repository, 'schemas/options.v1.json'), 'utf8')) as JsonSchema).$defs!;
}

function executorSchema(name: string, options: JsonSchema, schemas: ReadonlyMap<string, JsonSchema>): GeneratedFile {
  const schema = {
    $schema: 'https://json-schema.org/schema',
    version: 2,
    outputCapture: 'direct-nodejs',
    cli: 'nx',
    ...options,
    properties: Object.fromEntries(Object.entries(options.properties as Definitions).map(([key, property]) => [key, withoutReference(property, schemas)])),
  };
  return { path: `packages/nx/src/executors/${name}/schema.json`, text: written(schema) };
}

function executorTable(executors: Definitions): GeneratedFile {
  const rows = Object.entries(executors).map(([name, { description }]) => {
    const folder = `./dist/executors/${name}`;
    return [name, { implementation: `${folder}/executor`, schema: `${folder}/schema.json`, description }];
  });
  return { path: 'packages/nx/executors.json', text: written({ $schema: 'https://json-schema.org/schema', executors: Object.fromEntries(rows) }) };
}

function referencePage(executors: Definitions, common: Definitions): GeneratedFile {
  const rows = (properties: Definitions) => Object.entries(properties).map(([option, { description }]) => `| \`${option}\` | ${description} |`);
  const sections = Object.entries(executors).flatMap(([name, { description, properties }]) => ['', `## @benchline/nx:${name}`, '', description!, '', '| option | meaning |', '| --- | --- |', ...rows({ ...(properties as Definitions), ...common })]);
  const head = ['# Nx executors', '', 'Generated from `schemas/options.v1.json`. Every option is the flag of the same name of the command line: `testsPassed` is `--tests-passed`; `hostClass` alone is a variable, `BENCHLINE_HOST_CLASS`.'];
  return { path: 'docs/reference/nx-executors.md', text: [...head, ...sections, ''].join('\n') };
}

/** Nx follows no references into other files: the definition is written in place, the property's own words win. It checks limits of a `number` alone. */
function withoutReference(property: JsonSchema, schemas: ReadonlyMap<string, JsonSchema>): object {
  const { $ref, ...own } = property;
  if (typeof $ref !== 'string') return own.type === 'integer' ? { ...own, type: 'number' } : own;
  const [file = '', pointer = ''] = $ref.split('#');
  return { ...schemas.get(file)?.$defs?.[pointer.split('/').at(-1)!], ...own };
}

function written(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
