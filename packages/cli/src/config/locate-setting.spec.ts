import fc from 'fast-check';
import { parseConfigText } from './parse-config-text.js';
import { locateSetting } from './locate-setting.js';

const json = `{
  "project": "core",
  "slo": [
    { "benchmark": "a", "max": "2 ms" },
    {
      "benchmark": "b/c",
      "min": "80"
    }
  ],
\t"compare": { "stored": { "warn": 10 } }
}`;

const yaml = `# what we demand
project: core
slo:
  - benchmark: a
    max: 2 ms
  - {benchmark: b/c, min: "80"}
base: &base
  warn: 10
compare:
  stored: *base
`;

const toml = `# what we demand
project = "core"
"odd key".sub = '''
[slo]
'''
[[slo]]
benchmark = "a" # "max" = 3
max = "2 ms"

[[slo]]
benchmark = "b/c"
min = "80"
hostClass = ["x",
  "y", { z = 1 }]

[compare]
stored.warn = 10
paired = { detect = "5%", nested.deep = [[1, 2], [3]] }
[slo.deep]
x = 1
`;

describe.each([
  ['JSON', 'benchline.json', json, [
    ['/', 1, 1], ['/project', 2, 14], ['/slo', 3, 10], ['/slo/0', 4, 5], ['/slo/0/max', 4, 32], ['/slo/1/min', 7, 14], ['/compare/stored/warn', 10, 35],
    ['/slo/1/max', 5, 5], ['/slo/7', 3, 10], ['/nothing/here', 1, 1],
  ]],
  ['YAML', 'benchline.yaml', yaml, [
    ['/project', 2, 10], ['/slo', 4, 3], ['/slo/0', 4, 5], ['/slo/0/max', 5, 10], ['/slo/1/min', 6, 27], ['/compare/stored/warn', 8, 9], ['/slo/1/max', 6, 5],
  ]],
  ['TOML', 'benchline.toml', toml, [
    ['/', 1, 1], ['/project', 2, 11], ['/slo', 6, 1], ['/slo/0', 6, 1], ['/slo/0/max', 8, 7], ['/slo/1', 10, 1], ['/slo/1/min', 12, 7], ['/slo/1/max', 10, 1], ['/slo/1/hostClass/1', 14, 3],
    ['/slo/1/hostClass/2/z', 14, 14], ['/compare/stored/warn', 17, 15], ['/compare/stored', 17, 1], ['/compare/paired/detect', 18, 21], ['/compare/paired/nested/deep/1/0', 18, 51],
    ['/odd key/sub', 3, 17], ['/slo/1/deep/x', 20, 5],
  ]],
] as [string, string, string, [string, number, number][]][])('%s', (_, file, text, places) => {
  it.each(places)('%s stands in line %d, column %d', (pointer, line, column) => {
    expect(locateSetting(text, file, { pointer })).toEqual({ line, column });
  });
});

it.each([
  ['benchline.json', '{\n  "slo": [{ "benchmrk": "a" }] }', { line: 2, column: 13 }],
  ['benchline.yaml', 'slo:\n  - benchmrk: a\n', { line: 2, column: 5 }],
  ['benchline.toml', '[[slo]]\n  benchmrk = "a"\n', { line: 2, column: 3 }],
])('the name of a key: %s', (file, text, place) => {
  expect(locateSetting(text, file, { pointer: '/slo/0', key: 'benchmrk' })).toEqual(place);
});

it('finds every value of a TOML text where it stands', () => {
  const key = fc.stringMatching(/^[a-z]{1,3}$/);
  const value = fc.oneof(fc.integer().map(String), fc.stringMatching(/^[ -~]{0,6}$/).map((text) => JSON.stringify(text)), fc.constant("'a\"b'"), fc.constant('"""x\n"" y"""'));
  const table = fc.dictionary(key, value, { minKeys: 1, maxKeys: 4 });
  fc.assert(fc.property(fc.array(table, { minLength: 1, maxLength: 4 }), (tables) => {
    const text = tables.map((entries) => `[[t]]\n${Object.entries(entries).map(([name, shown]) => `${name} = ${shown} # ] } "\n`).join('')}`).join('');
    const lines = text.split('\n');
    expect(parseConfigText(text, 'a.toml')).toMatchObject({ t: tables.map(() => ({})) });
    tables.forEach((entries, index) => {
      for (const [name, shown] of Object.entries(entries)) {
        const place = locateSetting(text, 'a.toml', { pointer: `/t/${index}/${name}` });
        expect(lines[place!.line - 1]!.slice(place!.column - 1).startsWith(shown.split('\n')[0]!)).toBe(true);
      }
    });
  }));
});

it('ends on text that is no TOML', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('[', ']', '{', '}', '=', '"', "'", 'a', '.', ',', '\n', '#', '\\') }), (text) => {
    locateSetting(text, 'a.toml', { pointer: '/a' });
  }), { numRuns: 500 });
});
