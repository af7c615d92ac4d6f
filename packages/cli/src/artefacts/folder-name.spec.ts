import { folderName } from './folder-name.js';

test.each([['decode'], ['decode-2.x_y']])('%s is its own folder', (name) => {
  expect(folderName(name)).toBe(name);
});

test.each([['..'], ['.hidden'], ['a:b'], ['a b'], ['größe'], ['x'.repeat(200)], ['end.']])('%s becomes a harmless folder', (name) => {
  expect(folderName(name)).toMatch(/^[A-Za-z0-9_-][A-Za-z0-9._-]{0,88}-[0-9a-f]{8}$/);
});

test('names that look alike keep apart', () => {
  expect(folderName('a:b')).not.toBe(folderName('a?b'));
});
