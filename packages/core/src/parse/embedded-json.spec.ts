import { embeddedJson } from './embedded-json.js';

const start = /^\{\s*"version"/m;

test.each([
  ['alone', '{"version":1}', '{"version":1}'],
  ['between other lines, in its place', 'loading {x}\nready: [\n{\n "version": 1 }\nbye ]', '\n\n{\n "version": 1 }'],
  ['with brackets inside strings', '{"version":"}]\\"","a":[{}]}}}', '{"version":"}]\\"","a":[{}]}'],
  ['cut off', 'x\n{"version":[1,', '\n{"version":[1,'],
  ['cut off in a string', '{"version":"1,', '{"version":"1,'],
  ['absent', 'no {"version":1} here', 'no {"version":1} here'],
])('%s', (_, text, expected) => {
  expect(embeddedJson(text, start)).toBe(expected);
});
