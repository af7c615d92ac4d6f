import { createFinding, type Finding, type FindingPosition } from '../model/index.js';
import { deepestNesting, tooDeepAt } from './json-depth.js';
import { countJson, repeatedKeyIn, timesIn, type JsonCounts } from './json-keys.js';
import { locateSyntaxError } from './json-syntax-error.js';

/** A JSON value, or the finding that says where and why the text is none. */
export type JsonOutcome = { value: unknown } | { finding: Finding };

/**
 * Reads JSON text of unknown origin: at most 64 levels deep (BNL012), errors and keys that stand twice with line and column (BNL002). `source` is the tool's title for messages.
 * Note: keys such as __proto__ are plain data here; read fields with parse/fields.ts, which sees own ones only.
 */
export function parseJson(text: string, file: string, source = 'JSON'): JsonOutcome {
  const content = contentOf(text);
  const outcome = readJson(content, file, source);
  if ('finding' in outcome) return outcome;
  const repeated = repeatedKeyIn(content, outcome.counts);
  if (repeated === null) return { value: outcome.value };
  const problem = `the key ${repeated.key} stands twice in one object`;
  return { finding: createFinding('BNL002', { tool: source, problem }, { file, ...positionOf(content, repeated.offset) }) };
}

/** As parseJson, but of a key that stands twice the last counts, as other programs read it: for files that are not ours to judge. */
export function parseForeignJson(text: string, file: string, source = 'JSON'): JsonOutcome {
  const outcome = readJson(contentOf(text), file, source);
  return 'finding' in outcome ? outcome : { value: outcome.value };
}

/** What JSON.parse can be given, however deep it is nested: it takes some hundred bytes for each. */
const mostBrackets = 200_000;

function readJson(content: string, file: string, source: string): { value: unknown; counts: JsonCounts } | { finding: Finding } {
  if (content.trim() === '') return { finding: createFinding('BNL002', { tool: source, problem: 'it is empty' }, { file }) };
  // Of most texts it costs less to look how deep the value is than to look at each character.
  const isLarge = timesIn(content, '[') + timesIn(content, '{') > mostBrackets;
  if (isLarge && tooDeepAt(content) !== null) return { finding: tooDeep(content, file) };
  try {
    const value = JSON.parse(content) as unknown;
    const counts = countJson(value);
    return counts.depth > deepestNesting ? { finding: tooDeep(content, file) } : { value, counts };
  } catch {
    if (tooDeepAt(content) !== null) return { finding: tooDeep(content, file) };
    const { offset, problem } = locateSyntaxError(content);
    return { finding: createFinding('BNL002', { tool: source, problem }, { file, ...positionOf(content, offset) }) };
  }
}

function tooDeep(content: string, file: string): Finding {
  return createFinding('BNL012', { limit: `${deepestNesting} levels of nesting`, found: 'more' }, { file, ...positionOf(content, tooDeepAt(content) ?? 0) });
}

/** Windows shells put a byte order mark before what they redirect. */
function contentOf(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

/** Line and column, both from 1, of an offset. */
export function positionOf(text: string, offset: number): Required<Pick<FindingPosition, 'line' | 'column'>> {
  const before = text.slice(0, offset);
  const lastBreak = before.lastIndexOf('\n');
  let line = 1;
  for (let at = before.indexOf('\n'); at >= 0; at = before.indexOf('\n', at + 1)) line += 1;
  return { line, column: offset - lastBreak };
}
