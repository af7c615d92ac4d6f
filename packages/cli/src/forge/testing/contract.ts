import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';

/** An operation of GitHub's description, as tools/forge-contract extracts it. */
interface Operation {
  method: string;
  path: string;
  operationId: string;
  parameters: { name: string; in: 'path' | 'query'; required: boolean; schema: object }[];
  requestBody: object | null;
  responses: Record<string, object | null>;
}

export interface Matched {
  operation: Operation;
  path: Record<string, string>;
}

/** Requests and answers held to a description of GitHub's REST API. */
export interface Contract {
  match(method: string, path: string): Matched | null;
  /** What is wrong with a request; []: nothing. */
  requestProblems(matched: Matched, query: URLSearchParams, body: unknown): string[];
  responseProblems(matched: Matched, status: number, body: unknown): string[];
}

const folder = join(__dirname, '../../../../../tools/forge-contract/github');
/** What any operation may answer, whether its description says so or not. */
const everywhere = new Set([401, 403, 404, 429, 500, 502, 503]);

export function loadContract(description: string): Contract {
  const { operations } = JSON.parse(readFileSync(join(folder, `${description}.json`), 'utf8')) as { operations: Operation[] };
  const strict = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  const coercing = new Ajv({ strict: false, validateFormats: false, coerceTypes: true });
  const compiled = new Map<object, ValidateFunction>();
  const problems = (ajv: Ajv, schema: object, value: unknown): string[] => {
    const validate = compiled.get(schema) ?? ajv.compile(schema);
    compiled.set(schema, validate);
    return validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
  };
  return {
    match(method, path) {
      for (const operation of operations) {
        const pattern = new RegExp(`^${operation.path.replace(/\{(\w+)\}/gu, '(?<$1>[^/]+)')}$`, 'u');
        const found = operation.method === method.toLowerCase() ? pattern.exec(path) : null;
        if (found !== null) return { operation, path: { ...found.groups } };
      }
      return null;
    },
    requestProblems({ operation, path }, query, body) {
      const known = new Map(operation.parameters.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter.schema]));
      const given = [...Object.entries(path).map(([name, value]) => [`path ${name}`, value] as const), ...[...query].map(([name, value]) => [`query ${name}`, value] as const)];
      const named = given.flatMap(([name, value]) => (known.has(name) ? problems(coercing, { type: 'object', properties: { value: known.get(name) } }, { value }) : [`${name} is not known`]));
      const written = operation.requestBody === null ? (body === null ? [] : ['a body']) : problems(strict, operation.requestBody, body);
      return [...named, ...written].map((problem) => `${operation.operationId} request: ${problem}`);
    },
    responseProblems({ operation }, status, body) {
      const schema = operation.responses[String(status)];
      const found = schema === undefined ? (everywhere.has(status) ? [] : [`status ${status} is not documented`]) : schema === null ? (body === null ? [] : ['a body']) : problems(strict, schema, body);
      return found.map((problem) => `${operation.operationId} response: ${problem}`);
    },
  };
}
