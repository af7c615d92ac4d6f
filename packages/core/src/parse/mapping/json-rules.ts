import { createFinding, type FindingPosition, type JsonRule } from '../../model/index.js';
import { jsonPointer } from '../json-pointer.js';
import { parseJson } from '../json-text.js';
import type { Parsed, SourceFile } from '../parsed.js';
import { mostElements, parsePath, type Element, type RulePath } from './json-path.js';
import { MappedReadings, title } from './mapped-readings.js';
import type { ReportMappingProblem } from './mapping-problem.js';
import { parseRuleWords, type RuleWords } from './rule-words.js';

interface CompiledRule {
  rule: JsonRule & { words: RuleWords };
  each: RulePath;
  value: RulePath;
  failed: RulePath | null;
  /** Paths of the texts' holes. */
  holes: ReadonlyMap<string, RulePath>;
}

/** One JSON document of the output. */
interface Document {
  value: unknown;
  position: FindingPosition;
}

/** Rules for JSON -> a reader of files. What cannot be a rule is reported; the reader is then not to be used. */
export function compileJsonRules(rules: readonly JsonRule[], form: 'json' | 'jsonLines', report: ReportMappingProblem): (files: readonly SourceFile[]) => Parsed {
  const compiled = rules.map((rule, index) => compileRule(rule, `/${form}/${index}`, report));
  return (files) => readFiles(files, { compiled, form });
}

function compileRule(rule: JsonRule, pointer: string, report: ReportMappingProblem): CompiledRule {
  const holes = new Map<string, RulePath>();
  const path = (key: 'each' | 'value' | 'failed', written: string): RulePath => {
    const parsed = parsePath(written);
    if ('select' in parsed && !(key === 'each' && parsed.fromElement)) return parsed;
    report({ pointer: `${pointer}/${key}`, expected: key === 'each' ? 'a JSONPath that begins with $' : 'a JSONPath', found: `${JSON.stringify(written)}${'problem' in parsed ? ` (${parsed.problem})` : ''}` });
    return { fromElement: false, select: () => [] };
  };
  const isKnown = (hole: string): boolean => {
    const parsed = hole === 'key' ? null : parsePath(hole);
    if (parsed !== null && 'select' in parsed) holes.set(hole, parsed);
    return parsed === null || 'select' in parsed;
  };
  const words = parseRuleWords(rule, { pointer, expected: 'a JSONPath or the word key in the braces', isKnown }, report);
  return { rule: { ...rule, words }, each: path('each', rule.each), value: path('value', rule.value), failed: rule.failed === null ? null : path('failed', rule.failed), holes };
}

function readFiles(files: readonly SourceFile[], { compiled, form }: { compiled: readonly CompiledRule[]; form: 'json' | 'jsonLines' }): Parsed {
  const readings = new MappedReadings();
  const documents = files.flatMap((file) => (form === 'json' ? readDocument(file.text, { file: file.path }, readings) : readLines(file, readings)));
  compiled.forEach((one, index) => {
    const found = documents.map((document) => applyRule(one, document, readings));
    const files = [...new Set(documents.map(({ position }) => position.file))];
    const where = files.length === 1 && files[0] !== undefined ? { file: files[0] } : {};
    if (documents.length > 0 && !found.includes(true)) readings.tell(`rule ${index + 1} matches nothing: ${one.rule.each} selects no element`, where);
  });
  return readings.end();
}

function readDocument(text: string, position: FindingPosition & { file: string }, readings: MappedReadings): Document[] {
  const json = parseJson(text, position.file, title);
  if ('value' in json) return [{ value: json.value, position }];
  readings.note({ ...json.finding, ...(position.line === undefined ? {} : { line: position.line }) });
  return [];
}

function readLines({ path, text }: SourceFile, readings: MappedReadings): Document[] {
  return text.split('\n').flatMap((line, index) => (/^\ufeff?\s*$/.test(line) ? [] : readDocument(line, { file: path, line: index + 1 }, readings)));
}

/** Whether the rule found an element at all. */
function applyRule(compiled: CompiledRule, { value: document, position }: Document, readings: MappedReadings): boolean {
  const elements = compiled.each.select(document, { value: document, path: [] });
  if (elements.length > mostElements) {
    readings.note(createFinding('BNL012', { limit: `${mostElements} elements of ${compiled.rule.each}`, found: 'more' }, position));
    return true;
  }
  for (const element of elements) {
    const at = ({ path }: Element): FindingPosition => ({ ...position, pointer: jsonPointer(path) });
    const values = compiled.value.select(document, element).map((found) => ({ written: found.value, position: at(found) }));
    readings.add({ rule: compiled.rule, lookUp: (hole) => lookUp(hole, { compiled, document, element }), values, failed: hasFailed(compiled, document, element), position: at(element) });
  }
  return elements.length > 0;
}

function hasFailed({ failed }: CompiledRule, document: unknown, element: Element): boolean {
  return failed?.select(document, element).some(({ value }) => Boolean(value)) === true;
}

/** The one text, number or truth value that a hole's path selects. */
function lookUp(hole: string, { compiled, document, element }: { compiled: CompiledRule; document: unknown; element: Element }): string | null {
  if (hole === 'key') return element.path.length === 0 ? null : String(element.path.at(-1));
  const [only, ...others] = compiled.holes.get(hole)?.select(document, element) ?? [];
  if (only === undefined || others.length > 0) return null;
  return ['string', 'number', 'boolean'].includes(typeof only.value) ? String(only.value) : null;
}
