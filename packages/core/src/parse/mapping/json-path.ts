import { JSONPathEnvironment, type JSONPathNode, type JSONPathQuery } from 'json-p3';

/** More elements than a report can hold are not collected. */
export const mostElements = 200_000;

/** A value of a JSON document with the keys that lead to it. */
export interface Element {
  value: unknown;
  path: readonly (string | number)[];
}

/** A path of a rule: from the document (`$`) or from the element at hand (`@`). */
export interface RulePath {
  fromElement: boolean;
  select(document: unknown, element: Element): Element[];
}

/** JSONPath as RFC 9535 has it, but for match() and search(): their regular expressions could take for ever. Nothing is evaluated as a program. */
const environment = createEnvironment();

function createEnvironment(): JSONPathEnvironment {
  const created = new JSONPathEnvironment();
  for (const name of ['match', 'search']) created.functionRegister.delete(name);
  return created;
}

/** Reads a path, or says what is wrong with it. */
export function parsePath(written: string): RulePath | { problem: string } {
  const fromElement = written.startsWith('@');
  try {
    const query = environment.compile(fromElement ? `$${written.slice(1)}` : written);
    return { fromElement, select: (document, element) => collect(query, fromElement ? element : { value: document, path: [] }) };
  } catch (cause) {
    return { problem: (cause as Error).message.slice(0, 200) };
  }
}

function collect(query: JSONPathQuery, { value, path }: Element): Element[] {
  const found: Element[] = [];
  for (const node of query.lazyQuery(value as JSONPathNode['value'])) {
    found.push({ value: node.value, path: [...path, ...node.location] });
    if (found.length > mostElements) break;
  }
  return found;
}
