import { endOfString } from './json-depth.js';

/** Where a text stops being JSON, and why. */
export interface JsonSyntaxError {
  offset: number;
  problem: string;
}

type Expected = 'value' | 'value or ]' | 'key or }' | 'key' | ':' | ', or ]' | ', or }' | 'end';

const wording: Record<string, string> = { value: 'a value', key: 'a quoted key', end: 'nothing more' };

/** The punctuation that is right where something is expected. */
const marks: Record<Expected, string> = { value: '', 'value or ]': ']', key: '', 'key or }': '}', ':': ':', ', or ]': ',]', ', or }': ',}', end: '' };

const whitespace = /[ \t\n\r]*/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const literal = /true|false|null/y;
const notJson = /[+-]?(?:NaN|Infinity|nan|inf)\b/y;
const word = /[^\s"{}[\],:]{1,20}/y;
const badEscape = /\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})/;
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const controlCharacter = /[\u0000-\u001f]/;

/** Finds the first place at which a text that JSON.parse refused is wrong. Engines differ in what they tell; this does not. */
export function locateSyntaxError(text: string): JsonSyntaxError {
  const open: ('[' | '{')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    at += matchAt(whitespace, text, at).length;
    const step = expected === 'end' && at >= text.length ? null : readToken(text, at, expected);
    if (step === null) return { offset: at, problem: 'not JSON' };
    if ('problem' in step) return step;
    at = step.end;
    expected = after(step.token, expected, open);
  }
}

/** What may follow a token; keeps the brackets that are open. */
function after(token: string, expected: Expected, open: ('[' | '{')[]): Expected {
  if (token === '[' || token === '{') {
    open.push(token);
    return token === '[' ? 'value or ]' : 'key or }';
  }
  if (token === ',') return open.at(-1) === '[' ? 'value' : 'key';
  if (token === ':') return 'value';
  if (token === 'string' && expected.startsWith('key')) return ':';
  if (token === ']' || token === '}') open.pop();
  const inside = open.at(-1);
  if (inside === undefined) return 'end';
  return inside === '[' ? ', or ]' : ', or }';
}

function readToken(text: string, at: number, expected: Expected): { token: string; end: number } | JsonSyntaxError {
  const first = text[at];
  if (first === undefined) return { offset: at, problem: `it ends too early: expected ${worded(expected)}` };
  if (first === '"' && (expected.startsWith('value') || expected.startsWith('key'))) return readString(text, at);
  if (expected.startsWith('value')) {
    if (first === '[' || first === '{') return { token: first, end: at + 1 };
    const alien = matchAt(notJson, text, at);
    if (alien !== '') return { offset: at, problem: `${alien} is not a JSON number` };
    const found = matchAt(literal, text, at) || matchAt(number, text, at);
    if (found !== '') return { token: 'scalar', end: at + found.length };
  }
  if (marks[expected].includes(first)) return { token: first, end: at + 1 };
  return { offset: at, problem: `expected ${worded(expected)}, found ${JSON.stringify(matchAt(word, text, at) || first)}` };
}

function readString(text: string, at: number): { token: string; end: number } | JsonSyntaxError {
  const end = endOfString(text, at);
  if (end >= text.length) return { offset: at, problem: 'it ends too early: a string is not closed' };
  const content = text.slice(at + 1, end);
  const control = controlCharacter.exec(content);
  if (control) return { offset: at + 1 + control.index, problem: 'a line break or control character inside a string' };
  // Escaped backslashes are taken away first (same length), so that what remains of a backslash begins an escape.
  const escape = badEscape.exec(content.replaceAll('\\\\', '__'));
  if (escape) return { offset: at + 1 + escape.index, problem: 'an escape that JSON does not know' };
  return { token: 'string', end: end + 1 };
}

function worded(expected: Expected): string {
  const words = expected.split(' or ').map((part) => wording[part] ?? `"${part}"`);
  return words.join(' or ');
}

function matchAt(expression: RegExp, text: string, at: number): string {
  expression.lastIndex = at;
  return expression.exec(text)?.[0] ?? '';
}
