import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GeneratedFile } from './artefacts.js';
import { repository } from './read-schemas.js';
import type { ToolFacts } from './read-traits.js';

interface Option {
  $ref?: string;
  type?: string;
  enum?: string[];
  default?: unknown;
  description: string;
  alias?: string;
  'x-prompt'?: string | Record<string, unknown>;
  'x-priority'?: string;
}

interface GeneratorSchema {
  description: string;
  examples?: { command: string; description: string }[];
  properties: Record<string, Option>;
  required: string[];
}

interface Generator {
  name: string;
  schema: GeneratorSchema;
}

const folder = 'packages/nx/src/generators';
const toolName = 'definitions.v1.json#/$defs/ToolName';

/** The schemas of generators that let the user choose a tool, with the tools in them, and the reference page of all generators. */
export function renderGeneratorSchemas(facts: readonly ToolFacts[]): GeneratedFile[] {
  const generators = readGenerators();
  const choosing = generators.filter(({ schema }) => Object.values(schema.properties).some(({ $ref }) => $ref === toolName));
  return [...choosing.map(({ name, schema }) => withTools(name, schema, facts)), referencePage(generators)];
}

function readGenerators(): Generator[] {
  const read = (path: string): unknown => JSON.parse(readFileSync(join(repository, path), 'utf8'));
  const { generators } = read('packages/nx/generators.json') as { generators: Record<string, object> };
  return Object.keys(generators).map((name) => ({ name, schema: read(`${folder}/${name}/schema.json`) as GeneratorSchema }));
}

/** Nx follows no references: the names are written in place, and into the prompt with the tools' titles. */
function withTools(name: string, schema: GeneratorSchema, facts: readonly ToolFacts[]): GeneratedFile {
  const items = facts.map(({ tool, title }) => ({ value: tool, label: title }));
  const properties = Object.entries(schema.properties).map(([option, { $ref, ...own }]) => {
    const prompt = own['x-prompt'];
    const filled = { ...own, enum: facts.map(({ tool }) => tool), ...(typeof prompt === 'object' ? { 'x-prompt': { ...prompt, items } } : {}) };
    return [option, $ref === toolName ? filled : own] as const;
  });
  return { path: `${folder}/${name}/generated/schema.json`, text: `${JSON.stringify({ ...schema, properties: Object.fromEntries(properties) }, null, 2)}\n` };
}

function referencePage(generators: readonly Generator[]): GeneratedFile {
  const head = ['# Nx generators', '', `Generated from the \`schema.json\` of each in \`${folder}\`. Run with \`--dry-run\`, a generator shows what it would write and writes nothing.`];
  return { path: 'docs/reference/nx-generators.md', text: [...head, ...generators.flatMap(section), ''].join('\n') };
}

function section({ name, schema }: Generator): string[] {
  const rows = Object.entries(schema.properties).map(([option, property]) => `| \`${option}\`${schema.required.includes(option) ? ' (required)' : ''} | ${valuesOf(property)} | ${property.description.replaceAll('|', '\\|')} |`);
  const examples = (schema.examples ?? []).map(({ command, description }) => `${command}   # ${description}`);
  return [
    ...['', `## @benchline/nx:${name}`, '', schema.description],
    ...(examples.length === 0 ? [] : ['', '```sh', ...examples, '```']),
    ...(rows.length === 0 ? [] : ['', '| option | values | meaning |', '| --- | --- | --- |', ...rows]),
  ];
}

function valuesOf({ $ref, type, enum: values, default: preset }: Option): string {
  const named = $ref === toolName ? '[a tool](../tools/README.md)' : (values ?? []).map((value) => `\`${value}\``).join(', ') || (type ?? '');
  return preset === undefined ? named : `${named}; default \`${String(preset)}\``;
}
