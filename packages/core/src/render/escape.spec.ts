import fc from 'fast-check';
import { codeMarkdown, escapeAnnotation, escapeAnnotationProperty, escapeMarkdown, escapeTerminal, visible } from './escape.js';
import { hostileNames } from './testing/hostile-names.js';

/** Any text, with the pieces that mean something to some reader thrown in often. */
const hostile = fc.array(fc.oneof(fc.constantFrom(...hostileNames), fc.string({ unit: 'binary' }), fc.constantFrom('|', '`', '\\', '&#', ':', '#', '@', '%', '\n', '\r', '<', '[')), { maxLength: 8 }).map((parts) => parts.join(''));

const decoded = (markdown: string): string => markdown.replaceAll('&#8203;', '').replace(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code)));

test('visible text has no control, direction or zero-width character', () => {
  fc.assert(fc.property(hostile, (text) => !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(visible(text))));
  expect(visible('a\nb\u001b[31m\u202e\u{e0041}')).toBe('a\\nb\\u001b[31m\\u202e\\u{e0041}');
});

test.each([
  ['::error::x', '\\u003a:error::x'],
  ['a\n::stop-commands::x', 'a\\n::stop-commands::x'],
  ['  ::error::', '  \\u003a:error::'],
  ['##[error]x ##vso[task]', '\\u0023#[error]x \\u0023#vso[task]'],
  ['codec::decode::fast', 'codec::decode::fast'],
])('terminal: %j is shown as %j', (text, shown) => expect(escapeTerminal(text)).toBe(shown));

test('no text for the terminal speaks to a CI system, wherever its words are wrapped', () => {
  fc.assert(fc.property(hostile, (text) => escapeTerminal(text).split(/\s+/).every((word) => !word.startsWith('::') && !/##\w*\[/.test(word))));
});

test('Markdown keeps the text and lets no markup through', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const shown = escapeMarkdown(text);
      expect(shown.replace(/&#\d+;/g, ' ')).not.toMatch(/[&|`<>*~[\]\\$!@\n\r]|:\/\/|\bwww\.|#\d/i);
      expect(decoded(shown)).toBe(visible(text));
    }),
  );
});

test.each([
  ['<script>alert(1)</script>', '<code>&#60;script&#62;alert(1)&#60;/script&#62;</code>'],
  ['a\\|b', '<code>a&#92;&#124;b</code>'],
  ['decode_display/1080p', '<code>decode_display/1080p</code>'],
  ['-5.0 % (0.95x)', '<code>-5.0 % (0.95x)</code>'],
  ['1. first', '<code>1&#46; first</code>'],
  ['- [x] #12', '<code>&#45; &#91;x&#93; &#35;12</code>'],
])('Markdown code: %j', (text, shown) => expect(codeMarkdown(text)).toBe(shown));

test('mentions and references are cut in prose', () => {
  expect(escapeMarkdown('@all see #12')).toBe('&#64;&#8203;all see &#35;&#8203;12');
});

test('an annotation is one line, and its properties hold no separator', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(escapeAnnotation(text)).not.toMatch(/[\r\n]/);
      expect(escapeAnnotationProperty(text)).not.toMatch(/[\r\n:,]/);
    }),
  );
  expect(escapeAnnotationProperty('100 %: a,b')).toBe('100 %25%3A a%2Cb');
});
