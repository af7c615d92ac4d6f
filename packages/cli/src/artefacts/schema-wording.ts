import type { SchemaError } from '@benchline/core/model';

/** What the patterns of the schemas' definitions demand, in words; a reader of a message knows no regular expressions. */
export const patternWording: Readonly<Record<string, string>> = {
  '^sha256:[0-9a-f]{64}$': 'a digest such as sha256:0123...',
  '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,3})?Z$': 'a UTC time such as 2026-01-31T12:00:00Z',
  '^\\d{4}-\\d{2}-\\d{2}$': 'a day such as 2026-01-31',
  '^\\s*\\d{1,9}(\\.\\d{1,6})?\\s*(ms|s|sec|min|h)\\s*$': 'a time with its unit such as "30 min"',
};

const typeNames: Readonly<Record<string, string>> = { string: 'text', integer: 'a whole number', number: 'a finite number', boolean: 'true or false', object: 'an object', array: 'a list', null: 'null' };
const comparisons: Readonly<Record<string, string>> = { '>=': 'at least', '<=': 'at most', '>': 'above', '<': 'below' };

/** What the schema expected where a validator found an error, in words. `value` stands there. The schemas have two kinds of alternatives: a share's and an objective's. */
export function expectedBySchema(error: SchemaError, value: unknown): string {
  if (error.keyword === 'oneOf') return isObject(value) ? 'either "min" or "max"' : 'a share such as "5%" or 0.05';
  return wording[error.keyword]?.(error.params) ?? error.message ?? `what the schema says at ${error.schemaPath}`;
}

const wording: Readonly<Record<string, (params: Record<string, unknown>) => string>> = {
  type: ({ type }) => [type].flat().map((name) => typeNames[String(name)] ?? String(name)).join(' or '),
  required: ({ missingProperty }) => `the property "${String(missingProperty)}"`,
  additionalProperties: ({ additionalProperty }) => `no property "${brief(String(additionalProperty))}"`,
  enum: ({ allowedValues }) => `one of ${(allowedValues as unknown[]).map((value) => JSON.stringify(value)).join(', ')}`,
  const: ({ allowedValue }) => JSON.stringify(allowedValue),
  minimum: limit,
  maximum: limit,
  exclusiveMinimum: limit,
  exclusiveMaximum: limit,
  minLength: ({ limit: least }) => `text of at least ${String(least)} character${least === 1 ? '' : 's'}`,
  maxLength: ({ limit: most }) => `text of at most ${String(most)} characters`,
  minItems: ({ limit: least }) => `at least ${String(least)} item${least === 1 ? '' : 's'}`,
  maxItems: ({ limit: most }) => `at most ${String(most)} items`,
  uniqueItems: () => 'items that differ from one another',
  pattern: ({ pattern }) => patternWording[String(pattern)] ?? `text that matches ${String(pattern)}`,
  propertyNames: ({ propertyName }) => `another name than "${brief(String(propertyName))}"`,
};

function limit(params: Record<string, unknown>): string {
  return `a number ${comparisons[String(params['comparison'])] ?? ''} ${String(params['limit'])}`;
}

/** What stands at the place of an error, briefly. */
export function foundByValidator(value: unknown, error: SchemaError): string {
  if (error.keyword === 'required') return 'nothing';
  if (error.keyword === 'additionalProperties') return 'it';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'number' || typeof value === 'undefined') return String(value);
  return isObject(value) ? 'an object' : brief(JSON.stringify(value));
}

function brief(text: string): string {
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}

/** What a JSON pointer points at; undefined where it leads nowhere. */
export function valueAt(root: unknown, pointer: string): unknown {
  const keys = pointer.split('/').slice(1).map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  return keys.reduce<unknown>((value, key) => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined), root);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object';
}
