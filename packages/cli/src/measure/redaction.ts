import type { HostFacts } from '../ports/host-facts.js';

/** Removes what must not be recorded. */
export interface Redactor {
  /** Every text inside a value: the patterns and the home folder. */
  value<T>(value: T): T;
  /** A text about this machine: the user's name as well. */
  text(text: string): string;
  /** Output of a tool: the patterns alone; in JSON inside strings only, so that no number is torn. */
  raw(text: string): string;
  /** Whether any pattern is configured. */
  hasPatterns: boolean;
}

const mask = '[redacted]';

/** `patterns` are regular expressions the configuration has checked. */
export function createRedactor(patterns: readonly string[], host: Pick<HostFacts, 'homeFolder' | 'userName'>): Redactor {
  const expressions = patterns.map((pattern) => new RegExp(pattern, 'g'));
  const home = host.homeFolder();
  const user = wholeWord(host.userName());
  const byPatterns = (text: string): string => expressions.reduce((sofar, expression) => sofar.replace(expression, (found) => (found === '' ? '' : mask)), text);
  const plain = (text: string): string => byPatterns(withoutHome(text, home));
  const idle = expressions.length === 0;
  return {
    value: (value) => mapTexts(value, plain),
    text: (text) => (user === null ? plain(text) : plain(text).replace(user, '[user]')),
    raw: (text) => (idle ? text : redactRaw(text, byPatterns)),
    hasPatterns: !idle,
  };
}

/** `/home/ada/x` becomes `~/x`; `/home/adam` is left alone. A home of one letter or the root itself says nothing. */
function withoutHome(text: string, home: string): string {
  if (home.length < 3 || !text.includes(home)) return text;
  const escaped = home.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return text.replace(new RegExp(`${escaped}(?![\\w.-])`, 'g'), '~');
}

function wholeWord(name: string): RegExp | null {
  if (name.length < 2 || name === 'unknown') return null;
  return new RegExp(`(?<![\\w-])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`, 'g');
}

/** Strings anywhere in a plain value, keys too. What holds nothing to change is returned as it is, not copied: a run of 10,000 benchmarks is large. */
function mapTexts<T>(value: T, change: (text: string) => string): T {
  return isTouched(value, change) ? (mapTouched(value, change) as T) : value;
}

function isTouched(value: unknown, change: (text: string) => string): boolean {
  if (typeof value === 'string') return change(value) !== value;
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item !== 'number' && isTouched(item, change)) return true;
    return false;
  }
  for (const key of Object.keys(value)) {
    if (change(key) !== key || isTouched((value as Record<string, unknown>)[key], change)) return true;
  }
  return false;
}

function mapTouched(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => mapTexts(item as unknown, change));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [change(key), mapTexts(item as unknown, change)]));
}

function redactRaw(text: string, change: (text: string) => string): string {
  const whole = redactJson(text, change);
  if (whole !== null) return whole;
  return text
    .split('\n')
    .map((line) => redactJson(line, change) ?? change(line))
    .join('\n');
}

/** null where it is not JSON. Text without a match stays as the tool wrote it, byte for byte; its line end in any case. */
function redactJson(text: string, change: (text: string) => string): string | null {
  if (!/^\s*[[{"]/.test(text)) return null;
  try {
    const value = JSON.parse(text) as unknown;
    const redacted = JSON.stringify(mapTexts(value, change));
    return redacted === JSON.stringify(value) ? text : `${redacted}${text.slice(text.trimEnd().length)}`;
  } catch {
    return null;
  }
}
