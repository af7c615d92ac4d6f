import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The names of all tools, as the schema lists them. */
export function schemaTools(): string[] {
  const { $defs } = JSON.parse(readFileSync(join(__dirname, '../../../../schemas/definitions.v1.json'), 'utf8')) as { $defs: { ToolName: { enum: string[] } } };
  return $defs.ToolName.enum;
}
