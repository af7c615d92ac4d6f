import { source, usedOperations } from './operations.js';

/** An operation as the simulator needs it: what a request must be, and what a response is. */
export interface Operation {
  method: string;
  path: string;
  operationId: string;
  parameters: { name: string; in: 'path' | 'query'; required: boolean; schema: unknown }[];
  /** null: no body. */
  requestBody: unknown;
  /** Status to the schema of its body; null: none. */
  responses: Record<string, unknown>;
}

/** What is committed: the operations used, and where they come from. */
export interface Contract {
  source: string;
  version: string;
  operations: Operation[];
}

interface Written {
  operationId: string;
  parameters?: { name: string; in: string; required?: boolean; schema: unknown }[];
  requestBody?: { content?: Record<string, { schema?: unknown }> };
  responses: Record<string, { content?: Record<string, { schema?: unknown }> }>;
}

/** Takes the operations that are used out of a dereferenced OpenAPI description, as JSON Schemas. An operation that is not there is an error. */
export function extractOperations(description: { paths: Record<string, Record<string, unknown>> }, name: string): Contract {
  const operations = usedOperations.map(({ method, path }) => {
    const written = description.paths[path]?.[method] as Written | undefined;
    if (written === undefined) throw new Error(`${name} has no ${method} ${path}`);
    return {
      method,
      path,
      operationId: written.operationId,
      parameters: (written.parameters ?? []).flatMap((one) => (one.in === 'path' || one.in === 'query' ? [{ name: one.name, in: one.in, required: one.required ?? false, schema: toJsonSchema(one.schema) }] : [])) as Operation['parameters'],
      requestBody: bodyOf(written.requestBody),
      responses: Object.fromEntries(Object.entries(written.responses).map(([status, response]) => [status, bodyOf(response)])),
    };
  });
  return { source: `${source.package} ${name}`, version: source.version, operations };
}

function bodyOf(part: { content?: Record<string, { schema?: unknown }> } | undefined): unknown {
  const schema = part?.content?.['application/json']?.schema;
  return schema === undefined ? null : toJsonSchema(schema);
}

const onlyWords = new Set(['description', 'title', 'example', 'examples', 'externalDocs', 'deprecated', 'default']);

/** OpenAPI 3.0 to JSON Schema: `nullable` becomes a type, and words for people are left out. */
function toJsonSchema(schema: unknown, isNames = false): unknown {
  if (Array.isArray(schema)) return schema.map((each) => toJsonSchema(each));
  if (typeof schema !== 'object' || schema === null) return schema;
  const kept = Object.entries(schema).filter(([key]) => isNames || (!onlyWords.has(key) && !key.startsWith('x-') && key !== 'nullable'));
  const plain = Object.fromEntries(kept.map(([key, value]) => [key, toJsonSchema(value, key === 'properties' && !isNames)]));
  const isNullable = !isNames && (schema as { nullable?: unknown }).nullable === true;
  return isNullable ? { anyOf: [plain, { type: 'null' }] } : plain;
}
