type Schema = Readonly<Record<string, unknown>>;

/** The smallest value that a JSON Schema of GitHub's allows: what is required, with plain values. */
export function sampleOf(schema: unknown): unknown {
  const { type, enum: choices, properties, required, items, anyOf, oneOf, allOf, format, minItems } = schema as Schema;
  if (Array.isArray(choices)) return choices[0];
  const alternatives = (anyOf ?? oneOf) as unknown[] | undefined;
  if (alternatives !== undefined) return sampleOf(alternatives.find((one) => (one as Schema)['type'] !== 'null') ?? alternatives[0]);
  if (Array.isArray(allOf)) return Object.assign({}, ...allOf.map(sampleOf));
  if (type === 'object' || properties !== undefined) {
    const all = (properties ?? {}) as Record<string, unknown>;
    return Object.fromEntries(((required as string[] | undefined) ?? []).map((name) => [name, sampleOf(all[name] ?? { type: 'string' })]));
  }
  if (type === 'array') return Array.from({ length: (minItems as number | undefined) ?? 0 }, () => sampleOf(items));
  if (type === 'integer' || type === 'number') return 1;
  if (type === 'boolean') return false;
  if (format === 'date-time') return '2026-11-20T12:00:00Z';
  return format === 'uri' ? 'https://forge.example/x' : 'x';
}

/** Values over a sample, at any depth. */
export function filled(sample: unknown, values: unknown): unknown {
  if (typeof values !== 'object' || values === null || Array.isArray(values) || typeof sample !== 'object' || sample === null) return values;
  const over = Object.entries(values).map(([key, value]) => [key, filled((sample as Record<string, unknown>)[key], value)]);
  return { ...sample, ...Object.fromEntries(over) };
}
