import { createFinding, type Finding, type FindingPosition } from '../model/index.js';
import { deepestNesting, tooDeepAt } from './json-depth.js';
import { locateSyntaxError } from './json-syntax-error.js';

/** A JSON value, or the finding that says where and why the text is none. */
export type JsonOutcome = { value: unknown } | { finding: Finding };

/**
 * Reads JSON text of unknown origin: at most 64 levels deep (BNL012), errors with line and column (BNL002). `source` is the tool's title for messages.
 * Note: keys such as __proto__ are plain data here; read fields with parse/fields.ts, which sees own ones only.
 */
export function parseJson(text: string, file: string, source = 'JSON'): JsonOutcome {
  // Windows shells put a byte order mark before what they redirect.
  const content = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  if (content.trim() === '') return { finding: createFinding('BNL002', { tool: source, problem: 'it is empty' }, { file }) };
  const deep = tooDeepAt(content);
  if (deep !== null) {
    const args = { limit: `${deepestNesting} levels of nesting`, found: 'more' };
    return { finding: createFinding('BNL012', args, { file, ...positionOf(content, deep) }) };
  }
  try {
    return { value: JSON.parse(content) as unknown };
  } catch {
    const { offset, problem } = locateSyntaxError(content);
    return { finding: createFinding('BNL002', { tool: source, problem }, { file, ...positionOf(content, offset) }) };
  }
}

/** Line and column, both from 1, of an offset. */
export function positionOf(text: string, offset: number): Required<Pick<FindingPosition, 'line' | 'column'>> {
  const before = text.slice(0, offset);
  const lastBreak = before.lastIndexOf('\n');
  let line = 1;
  for (let at = before.indexOf('\n'); at >= 0; at = before.indexOf('\n', at + 1)) line += 1;
  return { line, column: offset - lastBreak };
}
