import { parseXml, XmlDocumentType, XmlElement, XmlError } from '@rgrove/parse-xml';
import { createFinding, type Finding } from '../model/index.js';
import { asNumber } from './fields.js';
import { deepestNesting } from './json-depth.js';
import { positionOf } from './json-text.js';

export type { XmlElement };

/** An XML document's root element, or the finding that says where and why the text is none. */
export type XmlOutcome = { root: XmlElement } | { finding: Finding };

/**
 * Reads XML text of unknown origin: at most 64 levels deep (BNL012), without a document type and hence without entities of its own (BNL002), errors with
 * line and column (BNL002). `source` is the tool's title for messages. Elements know their offset in the text without its byte order mark.
 */
export function parseXmlText(text: string, file: string, source: string): XmlOutcome {
  const content = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (content.trim() === '') return { finding: createFinding('BNL002', { tool: source, problem: 'it is empty' }, { file }) };
  try {
    const { children, root } = parseXml(content, { includeOffsets: true, preserveDocumentType: true });
    if (children.some((child) => child instanceof XmlDocumentType)) return { finding: createFinding('BNL002', { tool: source, problem: 'it has a document type, which no tool writes' }, { file, line: 1 }) };
    if (root === null) return { finding: createFinding('BNL002', { tool: source, problem: 'it has no root element' }, { file }) };
    return isTooDeep(root) ? { finding: tooDeep(file) } : { root };
  } catch (error) {
    // The stack is exhausted by thousands of levels.
    return { finding: error instanceof XmlError ? malformed(error, { file, source, content }) : tooDeep(file) };
  }
}

function malformed({ message, pos }: XmlError, { file, source, content }: { file: string; source: string; content: string }): Finding {
  const problem = (message.split('\n')[0] ?? '').replace(/ \(line \d+, column \d+\)$/, '').slice(0, 200);
  return createFinding('BNL002', { tool: source, problem }, { file, ...positionOf(content, pos) });
}

function tooDeep(file: string): Finding {
  return createFinding('BNL012', { limit: `${deepestNesting} levels of nesting`, found: 'more' }, { file });
}

function isTooDeep(root: XmlElement): boolean {
  let level: XmlElement[] = [root];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > deepestNesting) return true;
    level = level.flatMap((element) => elementsIn(element));
  }
  return false;
}

/** The elements right inside an element, in order; of one name alone, if it is given. */
export function elementsIn(element: XmlElement, name?: string): XmlElement[] {
  return element.children.filter((child): child is XmlElement => child instanceof XmlElement && (name === undefined || child.name === name));
}

/** An attribute's value; null: the element has none of this name. */
export function attributeOf(element: XmlElement | undefined, name: string): string | null {
  return element !== undefined && Object.hasOwn(element.attributes, name) ? (element.attributes[name] ?? null) : null;
}

/** An attribute's value as a number that is finite, in decimal or scientific notation. */
export function numberOf(element: XmlElement | undefined, name: string): number | null {
  const text = attributeOf(element, name);
  return text !== null && /^[+-]?(?:\d{1,40}(?:\.\d{0,40})?|\.\d{1,40})(?:e[+-]?\d{1,3})?$/i.test(text.trim()) ? asNumber(Number(text)) : null;
}
