import fc from 'fast-check';
import { parseJson, positionOf } from './index.js';

function findingOf(text: string) {
  const outcome = parseJson(text, 'in.json', 'hyperfine');
  if ('value' in outcome) throw new Error('expected a finding');
  return outcome.finding;
}

describe('JSON text', () => {
  it.each([
    ['', 'it is empty', undefined],
    [' \n ', 'it is empty', undefined],
    ['{', 'it ends too early: expected a quoted key or "}"', [1, 2]],
    ['{"a":1,\n "b": NaN}', 'NaN is not a JSON number', [2, 7]],
    ['[-Infinity]', '-Infinity is not a JSON number', [1, 2]],
    ['[1,\n2,\n]', 'expected a value, found "]"', [3, 1]],
    ['{"a" 1}', 'expected ":", found "1"', [1, 6]],
    ['{"a":1 "b":2}', 'expected "," or "}", found "\\""', [1, 8]],
    ['[1}', 'expected "," or "]", found "}"', [1, 3]],
    ["{'a':1}", 'expected a quoted key or "}", found "\'a\'"', [1, 2]],
    ['[1] x', 'expected nothing more, found "x"', [1, 5]],
    ['[01]', 'expected "," or "]", found "1"', [1, 3]],
    ['["a\nb"]', 'a line break or control character inside a string', [1, 4]],
    ['["a\\qb"]', 'an escape that JSON does not know', [1, 4]],
    ['["a', 'it ends too early: a string is not closed', [1, 2]],
    ['undefined', 'expected a value, found "undefined"', [1, 1]],
    ['{"a":1,\n "a":2}', 'the key "a" stands twice in one object', [2, 2]],
    ['[{"b":{"a":":"}},{"b":"a","\\u0062" :{}}]', 'the key "b" stands twice in one object', [1, 27]],
    ['{"\\u003a":1,":":[],"b":{"\\u003A":1,"\\u003a":2}}', 'the key ":" stands twice in one object', [1, 13]],
    ['{"b":{"\\u003A":1,"c":"\\u003a","c":2}}', 'the key "c" stands twice in one object', [1, 31]],
    ['{"__proto__":1,"__proto__":{}}', 'the key "__proto__" stands twice in one object', [1, 16]],
  ])('%j: %s', (text, problem, position) => {
    const finding = findingOf(text);
    expect(finding).toMatchObject({ code: 'BNL002', file: 'in.json' });
    expect(finding.what).toBe(`Output of hyperfine could not be parsed: ${problem}.`);
    expect([finding.line, finding.column]).toEqual(position ?? [undefined, undefined]);
  });

  it('one key in several objects, and colons within text, are nothing repeated', () => {
    const text = '[{"a:b":":","c":{"a:b":1}},{"a:b":"\\":","__proto__":{"__proto__":[]},"constructor":null},":"]';
    expect(parseJson(text, 'in.json')).toEqual({ value: JSON.parse(text) });
    fc.assert(fc.property(fc.json(), (json) => expect(parseJson(json, 'in.json')).toEqual({ value: JSON.parse(json) })), { numRuns: 500 });
  });

  it('reads what follows a byte order mark', () => {
    expect(parseJson('\ufeff{"a":1}', 'in.json')).toEqual({ value: { a: 1 } });
  });

  it('refuses what is nested too deep, however deep, and takes 64 levels', () => {
    expect(findingOf('[{"a":'.repeat(500_000))).toMatchObject({ code: 'BNL012', line: 1, column: 193 });
    expect(findingOf('['.repeat(20_000))).toMatchObject({ code: 'BNL012', line: 1, column: 65 });
    expect(findingOf(`{"a":`.repeat(20_000))).toMatchObject({ code: 'BNL012' });
    expect(parseJson('['.repeat(64) + ']'.repeat(64), 'in.json')).toHaveProperty('value');
    expect(findingOf('['.repeat(65) + ']'.repeat(65))).toMatchObject({ code: 'BNL012' });
  });

  it('counts no brackets inside strings', () => {
    const text = JSON.stringify(['['.repeat(1000), '\\"[', '\\'.repeat(7), '{"'.repeat(100)]);
    expect(parseJson(text, 'in.json')).toEqual({ value: JSON.parse(text) });
  });

  it('leaves __proto__ plain data', () => {
    const outcome = parseJson('{"__proto__":{"polluted":true}}', 'in.json');
    expect(outcome).toHaveProperty('value');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('agrees with JSON.parse on every text, and tells a place for every error', () => {
    const pieces = fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '"a"', '"b":', '1', '-', '0.5', '1e9', 'true', 'null', 'NaN', ' ', '\n', '\\', '\\u00e9', 'x', '\u0007', '\u2028');
    fc.assert(
      fc.property(fc.oneof(fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')), fc.json().chain(broken)), (text) => {
        const outcome = parseJson(text, 'in.json');
        const twice = 'finding' in outcome && outcome.finding.what.includes('stands twice');
        expect('value' in outcome || twice).toBe(isJson(text));
        if ('finding' in outcome && text.trim() !== '') {
          expect(outcome.finding.what).not.toContain('not JSON.');
          expect(offsetOf(text, outcome.finding)).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('counts lines and columns from one', () => {
    expect(positionOf('ab\ncd', 0)).toEqual({ line: 1, column: 1 });
    expect(positionOf('ab\ncd', 3)).toEqual({ line: 2, column: 1 });
    expect(positionOf('ab\ncd', 5)).toEqual({ line: 2, column: 3 });
  });
});

/** Cut somewhere, or with something put in between. */
function broken(json: string) {
  return fc.tuple(fc.nat(json.length), fc.constantFrom('', '"', ',', '}', '\n', 'NaN')).map(([at, put]) => (put === '' ? json.slice(0, at) : json.slice(0, at) + put + json.slice(at)));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function offsetOf(text: string, { line = 0, column = 0 }: { line?: number; column?: number }): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.join('\n').length + (line > 1 ? 1 : 0) + column - 1;
}
