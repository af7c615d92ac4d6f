/** More differences than this are counted, not listed. */
const LISTED = 50;

/** Where two JSON values differ, as JSON pointers with both values, shortened; empty when they are equal. Order of keys makes no difference. */
export function listDifferences(stored: unknown, computed: unknown): string[] {
  const found: string[] = [];
  collect({ stored, computed, pointer: '' }, found);
  const more = found.length - LISTED;
  return more > 0 ? [...found.slice(0, LISTED), `and ${more} more`] : found;
}

interface Place {
  readonly stored: unknown;
  readonly computed: unknown;
  readonly pointer: string;
}

function collect({ stored, computed, pointer }: Place, found: string[]): void {
  if (Object.is(stored, computed) || stored === computed) return;
  if (!isContainer(stored) || !isContainer(computed) || Array.isArray(stored) !== Array.isArray(computed)) {
    found.push(`${pointer === '' ? '/' : pointer}: stored ${shown(stored)}, computed ${shown(computed)}`);
    return;
  }
  for (const key of new Set([...Object.keys(stored), ...Object.keys(computed)])) {
    collect({ stored: own(stored, key), computed: own(computed, key), pointer: `${pointer}/${escaped(key)}` }, found);
  }
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function own(value: object, key: string): unknown {
  return Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
