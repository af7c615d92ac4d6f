import { terminalPicture } from './terminal-picture.js';

test('colours become spans that start at their column, and text is escaped', () => {
  const picture = terminalPicture('a <b>\n\u001b[31mred\u001b[39m rest\n');
  expect(picture).toContain('a &lt;b&gt;');
  expect(picture).toContain('fill="#f47067">red</tspan>');
  expect(picture).toContain(`<tspan x="${(20 + 3 * 8.4).toFixed(1)}" > rest</tspan>`);
});

test('the picture is as wide as the longest line, colours not counted', () => {
  expect(terminalPicture('12345')).toContain('width="82"');
  expect(terminalPicture('\u001b[1m12345\u001b[0m')).toContain('width="82"');
});
