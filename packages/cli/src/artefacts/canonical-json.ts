/** A list longer than this has an item a line, so that a large report stays small and a git diff shows the benchmarks that changed. */
const longList = 20;

/** JSON text in pieces: keys in their order, two spaces of indentation, long lists with an item a line. Same value, same bytes. */
export function* renderCanonicalJson(value: unknown): Generator<string> {
  yield* render(value, '');
  yield '\n';
}

function* render(value: unknown, indentation: string): Generator<string> {
  if (Array.isArray(value)) yield* renderList(value, indentation);
  else if (value !== null && typeof value === 'object') yield* renderObject(value, indentation);
  else yield JSON.stringify(value);
}

function* renderList(items: readonly unknown[], indentation: string): Generator<string> {
  if (items.length === 0) return yield '[]';
  const inner = `${indentation}  `;
  for (const [index, item] of items.entries()) {
    yield `${index === 0 ? '[' : ','}\n${inner}`;
    if (items.length > longList) yield JSON.stringify(item);
    else yield* render(item, inner);
  }
  yield `\n${indentation}]`;
}

function* renderObject(value: object, indentation: string): Generator<string> {
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  if (entries.length === 0) return yield '{}';
  const inner = `${indentation}  `;
  for (const [index, [key, item]] of entries.entries()) {
    yield `${index === 0 ? '{' : ','}\n${inner}${JSON.stringify(key)}: `;
    yield* render(item, inner);
  }
  yield `\n${indentation}}`;
}
