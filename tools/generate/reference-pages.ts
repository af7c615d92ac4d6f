import { findingWording } from '../../packages/core/src/model/finding-wording/index.js';
import { artefacts, type GeneratedFile, type JsonSchema } from './artefacts.js';

type Properties = Record<string, JsonSchema & { $ref?: string; const?: unknown; enum?: unknown[]; items?: JsonSchema & { $ref?: string } }>;

/** What a property holds, in a word or two. */
function typeOf(schema: Properties[string]): string {
  if (schema.$ref !== undefined) return linked(schema.$ref);
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${JSON.stringify(value)}\``).join(' ');
  if (schema.type === 'array' && schema.items !== undefined) return `list of ${typeOf(schema.items)}`;
  const choices = (schema.anyOf ?? schema.oneOf) as Properties[string][] | undefined;
  if (choices !== undefined) return choices.map(typeOf).join(' or ');
  return Array.isArray(schema.type) ? schema.type.join(' or ') : String(schema.type ?? 'any');
}

function linked(reference: string): string {
  const name = reference.split('/').at(-1)!;
  const page = reference.split('#')[0]!.replace(/\.v1\.json$/, '.md');
  return `[${name}](${page}#${name.toLowerCase()})`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function table(schema: JsonSchema): string[] {
  const properties = (schema.properties ?? {}) as Properties;
  const required = new Set((schema.required as string[] | undefined) ?? []);
  const rows = Object.entries(properties).map(([name, property]) => {
    const nested = property.type === 'object' && property.properties !== undefined ? ` (${Object.keys(property.properties as object).join(', ')})` : '';
    return `| \`${name}\`${required.has(name) ? '' : ' (optional)'} | ${cell(typeOf(property) + nested)} | ${cell(property.description ?? '')} |`;
  });
  return rows.length === 0 ? [`Type: ${cell(typeOf(schema as Properties[string]))}.`] : ['| property | type | meaning |', '| --- | --- | --- |', ...rows];
}

function page(name: string, schema: JsonSchema): GeneratedFile {
  const sections = Object.entries(schema.$defs ?? {}).flatMap(([title, definition]) => ['', `## ${title}`, '', ...(definition.description ? [definition.description, ''] : []), ...table(definition)]);
  const top = schema.type === 'object' ? ['', ...table(schema)] : [];
  const lines = [`# ${name === 'config' ? 'benchline.json' : schema.title}`, '', `Generated from \`schemas/${name}.v1.json\`.`, '', schema.description ?? '', ...top, ...sections, ''];
  return { path: `docs/reference/${name}.md`, text: lines.join('\n') };
}

/** An example of each argument is its own name in angle brackets. */
const placeholders = new Proxy({}, { get: (_, name) => `<${String(name)}>` });

function findingsPage(): GeneratedFile {
  const sections = Object.entries(findingWording).sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([code, row]) => {
    const { what, why, fix } = row.say(placeholders as never);
    return ['', `## ${code}`, '', `**${row.title}** (${row.level})`, '', `- What: ${cell(what)}`, `- Why: ${cell(why)}`, `- What to do: ${cell(fix)}`];
  });
  const head = ['# Findings', '', 'Generated from `packages/core/src/model/finding-wording/`. Every error and warning has a stable code; words in angle brackets stand for the details.'];
  return { path: 'docs/reference/findings.md', text: [...head, ...sections, ''].join('\n').replaceAll('<', '&lt;').replaceAll('>', '&gt;') };
}

/** docs/reference: a page for each schema and one for the findings. */
export function renderReferencePages(schemas: ReadonlyMap<string, JsonSchema>): GeneratedFile[] {
  const pages = ['definitions', ...artefacts].map((name) => page(name, schemas.get(`${name}.v1.json`)!));
  return [...pages, findingsPage()];
}
