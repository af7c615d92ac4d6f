import { differenceText } from './row-text.js';

test.each([
  ['1.84.0', '1.85.1', 'toolchain (1.84.0 → 1.85.1)'],
  [null, '1.85.1', 'toolchain (none → 1.85.1)'],
  [`sha256:${'a'.repeat(64)}`, `sha256:${'b'.repeat(64)}`, 'toolchain (aaaaaaaaaaaa → bbbbbbbbbbbb)'],
])('%s → %s', (base, head, text) => expect(differenceText({ field: 'toolchain', base, head })).toBe(text));
