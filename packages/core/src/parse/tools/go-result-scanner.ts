import { asNumber } from '../fields.js';
import { isGoUnit } from './go-units.js';

const tab = 9;
const space = 32;

/** The limits of reports. */
export const mostUnits = 64;
const longestUnit = 64;

export function isBlank(code: number): boolean {
  return code === space || code === tab;
}

export function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

/** Where the word that begins at `from` ends. */
export function endOfWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

/**
 * What stands behind a benchmark's name: iterations, then pairs of value and unit. One scanner serves all lines and its lists are
 * written over, so that a line costs no memory; units stay where they are in the line until one is seen for the first time.
 */
export class GoResultScanner {
  /** How many pairs the last line had. */
  count = 0;
  readonly values: number[] = [];
  readonly unitStart: number[] = [];
  readonly unitEnd: number[] = [];
  /** A value that no measurement can be, as written with its unit: "NaN ns/op"; of Go's own units "-5 ns/op" too, while a benchmark's own metric may be a difference. */
  unusable: string | null = null;

  /** Whether the line from `from` on is a whole result. */
  scan(line: string, from: number): boolean {
    this.count = 0;
    this.unusable = null;
    const start = skipBlanks(line, from);
    const end = endOfDigits(line, start);
    if (end === start || !isBlank(line.charCodeAt(end)) || !isOneWriters(line, from, end)) return false;
    for (let at = skipBlanks(line, end); at < line.length; ) {
      const next = this.scanPair(line, at);
      if (next === null) return false;
      at = next;
    }
    return this.count > 0;
  }

  /** Where the pair after this one begins; null: this is none. */
  private scanPair(line: string, at: number): number | null {
    const valueEnd = endOfWord(line, at);
    const start = skipBlanks(line, valueEnd);
    const end = endOfWord(line, start);
    if (end === start || end - start > longestUnit || this.count === mostUnits || isNumeric(line, start, end)) return null;
    const value = readDecimal(line, at, valueEnd);
    if (Number.isNaN(value)) {
      if (!/^[+-]?(?:nan|inf)$/i.test(line.slice(at, Math.min(valueEnd, at + 5)))) return null;
      this.unusable ??= line.slice(at, end);
    } else if (value < 0 && isGoUnit(line.slice(start, end))) this.unusable ??= line.slice(at, end);
    this.values[this.count] = value;
    this.unitStart[this.count] = start;
    this.unitEnd[this.count] = end;
    this.count += 1;
    return skipBlanks(line, end);
  }
}

function endOfDigits(text: string, from: number): number {
  let at = from;
  while (isDigit(text.charCodeAt(at))) at += 1;
  return at;
}

/** Go itself writes tabs on both sides of the iterations; where only the first is there, other output has got between ("12 files read"). */
function isOneWriters(line: string, from: number, end: number): boolean {
  const gap = line.indexOf('\t', from);
  return gap === -1 || gap >= end || line.charCodeAt(end) === tab || line.includes('/op', end);
}

function isNumeric(text: string, from: number, to: number): boolean {
  const code = text.charCodeAt(from);
  return (isDigit(code) || code === 43 || code === 45 || code === 46) && !Number.isNaN(readDecimal(text, from, to));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

const powers = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);

/** The number between two places; NaN where there is none. Up to 15 characters it is put together exactly (both parts of the division are), without a slice. */
export function readDecimal(text: string, from: number, to: number): number {
  if (to - from > 15 || to === from) return readWritten(text.slice(from, to));
  let digits = 0;
  let point = -1;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) digits = digits * 10 + (code - 48);
    else if (code === 46 && point === -1) point = at;
    else return readWritten(text.slice(from, to));
  }
  if (point !== -1 && to - from === 1) return Number.NaN;
  return point === -1 ? digits : digits / (powers[to - point - 1] ?? Number.NaN);
}

/** Signs and exponents, as Go's strconv.ParseFloat takes them in decimal. */
function readWritten(word: string): number {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(word) ? asNumber(Number(word)) ?? Number.NaN : Number.NaN;
}
