import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The texts of a page's code blocks by language, in order. */
export interface ToolPageBlocks {
  json: string[];
  sh: string[];
}

export function readBlocks(markdown: string): ToolPageBlocks {
  const blocks = [...markdown.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)];
  const of = (language: string): string[] => blocks.filter(([, name]) => name === language).map(([, , text]) => text ?? '');
  return { json: of('json'), sh: of('sh') };
}

/** The commands of a shell block: a line each, without comments. */
export function findCommands(block: string): string[] {
  return block.split('\n').map((line) => line.replace(/(^|\s+)#.*$/, '').trim()).filter((line) => line !== '');
}

/** The names of all tools, as the schema lists them. */
export function findTools(root: string): string[] {
  const { $defs } = JSON.parse(readFileSync(join(root, 'schemas/definitions.v1.json'), 'utf8')) as { $defs: { ToolName: { enum: string[] } } };
  return $defs.ToolName.enum;
}
