import fc from 'fast-check';
import { displayWidth, fitMiddle, wrapWords } from './display-width.js';
import { layoutTable, type Column } from './table.js';

const columns: Column[] = [
  { head: 'benchmark', align: 'left', shrinks: true },
  { head: 'value', align: 'right' },
];

test.each([
  ['abc', 3],
  ['解码', 4],
  ['e\u0301', 1],
  ['🚀x', 3],
])('%s takes %i columns', (text, width) => expect(displayWidth(text)).toBe(width));

test('a text is shortened in the middle, never beyond its width', () => {
  expect(fitMiddle('decode/archive/1080p', 12)).toBe('decode…1080p');
  const text = fc.string({ unit: fc.constantFrom('a', '/', '解', '🚀', '\u0301') });
  fc.assert(fc.property(text, fc.integer({ min: 1, max: 20 }), (name, width) => displayWidth(fitMiddle(name, width)) <= width));
});

test('wrapped words lose nothing', () => {
  fc.assert(fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', ':', '解'), minLength: 1, maxLength: 9 })), fc.integer({ min: 5, max: 30 }), (words, width) => {
    const lines = wrapWords(words.join(' '), width);
    expect(lines.join(' ')).toBe(words.join(' '));
    expect(lines.filter((line) => displayWidth(line) > width && line.includes(' '))).toEqual([]);
  }));
});

test('values line up on the right, whatever stands on the left', () => {
  const rows = [['解码器', '1.00 ms'], ['a-very-long-name-of-a-benchmark', '12 ns'], ['x', '1234567 B']].map((cells) => cells.map((text) => ({ text })));
  const lines = layoutTable(columns, rows, 30);
  expect(lines).toEqual(['benchmark                value', '解码器                 1.00 ms', 'a-very-lo…benchmark      12 ns', 'x                    1234567 B']);
  expect(lines.map(displayWidth)).toEqual([30, 30, 30, 30]);
});

test('ten thousand rows are laid out one line each', () => {
  const rows = Array.from({ length: 10_000 }, (_unused, index) => [{ text: `benchmark/${index}` }, { text: `${index} ns` }]);
  const lines = layoutTable(columns, rows, 80);
  expect(lines).toHaveLength(10_001);
  expect(lines.at(-1)).toBe('benchmark/9999  9999 ns');
});
