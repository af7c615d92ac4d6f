import fc from 'fast-check';
import type { WrittenMapping } from '../../model/index.js';
import { normalizeMapping } from '../../model/normalize-mapping.js';
import { adapterFor } from '../index.js';
import type { ToolAdapter } from '../parsed.js';
import { createMappingAdapter } from './index.js';

function created(written: WrittenMapping): ReturnType<typeof createMappingAdapter> {
  const mapping = normalizeMapping({ name: 'a', tool: 'mapping', mapping: written }, '', ({ expected }) => {
    throw new Error(expected);
  });
  return createMappingAdapter(mapping!);
}

function adapterOf(written: WrittenMapping): ToolAdapter {
  const result = created(written);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result.adapter;
}

function problemsOf(written: WrittenMapping): string[] {
  const result = created(written);
  return 'problems' in result ? result.problems.map(({ pointer, expected }) => `${pointer}: ${expected}`) : [];
}

const read = (written: WrittenMapping, text: string) => adapterOf(written).parse([{ path: 'out', text: 'lines' in written && text !== '' && !text.endsWith('\n') ? `${text}\n` : text }]);
const numbers = (written: WrittenMapping, text: string) => read(written, text).readings.map(({ benchmark, metric, values, summary }) => [benchmark.id, metric?.name, values ?? summary?.p50]);
const told = (written: WrittenMapping, text: string) => read(written, text).findings.map(({ code, line, pointer, what }) => [code, line ?? pointer, what]);

const lines = { pattern: '^(?<name>\\S+) (?<value>\\S+) (?<unit>\\S+)$' };

describe('a mapping of lines', () => {
  it('reads name, value and unit of each line that matches, and passes over the others', () => {
    expect(numbers({ lines: [lines] }, 'start\na 5 ms\n\nb 2 s\r\nend of it all\n')).toEqual([['a', 'time', 5e6], ['b', 'time', 2e9]]);
  });

  it('takes repeated lines for values of one benchmark only where the rule says so', () => {
    const text = 'a 3 ns\na 1 ns\na 2 ns\n';
    expect(numbers({ lines: [{ ...lines, repeated: true, kind: 'raw' }] }, text)).toEqual([['a', 'time', [3, 1, 2]]]);
    expect(told({ lines: [lines] }, text)).toEqual([['BNL019', undefined, expect.stringContaining('a')]]);
  });

  it('does not mix repeated values of different units', () => {
    expect(told({ lines: [{ ...lines, repeated: true }] }, 'a 3 ns\na 1 B\n')).toEqual([['BNL019', undefined, expect.stringContaining('a')]]);
  });

  it('T5: one value is a summary of nobody knows what, unless the rule says more', () => {
    const metricOf = (rule: object) => read({ lines: [{ ...lines, ...rule }] }, 'a 3 ns').readings.map(({ metric, values }) => [metric?.kind, metric?.ordered, values]);
    expect(metricOf({})).toEqual([['summary', false, null]]);
    expect(metricOf({ kind: 'raw', ordered: true })).toEqual([['raw', true, [3]]]);
  });

  it('T11: the direction is what the rule or the unit says, else unknown', () => {
    const directionOf = (rule: object, unit: string) => read({ lines: [{ ...lines, ...rule }] }, `a 3 ${unit}`).readings[0]?.metric?.direction;
    expect([directionOf({}, 'ms'), directionOf({}, 'MB/s'), directionOf({}, 'req/s'), directionOf({}, 'B'), directionOf({}, 'points')]).toEqual(['lower', 'higher', 'higher', null, null]);
    expect([directionOf({ direction: 'higher' }, 'ms'), directionOf({ direction: 'none' }, 'ms')]).toEqual(['higher', null]);
  });

  it.each(['fast', 'NaN', '-nan', 'Infinity', '1,234', '0x10', '1e999', '5ms', '１２'])('T14: %s is no number: the benchmark failed, at its line', (value) => {
    expect(read({ lines: [lines] }, `ok 1 ns\na ${value} ms`).readings.map(({ benchmark, status }) => [benchmark.id, status])).toEqual([['ok', 'ok'], ['a', 'failed']]);
    expect(told({ lines: [lines] }, `ok 1 ns\na ${value} ms`)).toEqual([['BNL002', 2, expect.stringContaining('expected a number')]]);
  });

  it('T7: a rule that matches nothing is told; one that waits for failures is not', () => {
    expect(told({ lines: [lines, { pattern: '^memory (?<value>\\d+)', id: 'all', unit: 'B' }, { pattern: 'FAILED (?<name>.*)', failed: true }] }, 'a 1 ns')).toEqual([['BNL002', undefined, expect.stringContaining('rule 2 matches nothing')]]);
    expect(told({ lines: [lines] }, '')).toHaveLength(1);
  });

  it('T6: a value at the very end of output that no line feed ends may be torn', () => {
    const parse = (pattern: string, text: string) => adapterOf({ lines: [{ pattern, unit: 'ns' }] }).parse([{ path: 'out', text }]);
    expect(parse('^(?<name>\\w+) (?<value>\\d+)', 'a 125\nb 12')).toMatchObject({ readings: [{ benchmark: { id: 'a' }, status: 'ok' }, { benchmark: { id: 'b' }, status: 'failed' }], findings: [{ code: 'BNL002', line: 2, what: expect.stringContaining('cut off') }] });
    expect(parse('^(?<name>\\w+) (?<value>\\d+) ns', 'a 125\nb 12 ns at the end')).toMatchObject({ readings: [{ benchmark: { id: 'b' }, status: 'ok' }] });
  });

  it('T8: a line that says so fails its benchmark, whatever was measured of it', () => {
    const rules = { lines: [lines, { pattern: '^(?<name>\\S+) FAILED', failed: true }] };
    expect(read(rules, 'a 1 ns\nb 1 ns\na FAILED').readings.map(({ benchmark, status }) => [benchmark.id, status])).toEqual([['b', 'ok'], ['a', 'failed']]);
  });

  it('reads line by line what it reads at once', () => {
    const { createReader, parse } = adapterOf({ lines: [lines] });
    const reader = createReader!();
    ['a 1 ns', 'b x ns'].forEach((text, index) => reader.line(text, { file: 'out', line: index + 1 }));
    expect(reader.end()).toEqual(parse([{ path: 'out', text: 'a 1 ns\nb x ns\n' }]));
  });

  it('keeps runs apart', () => {
    const { parse } = adapterOf({ lines: [{ ...lines, repeated: true }] });
    parse([{ path: 'out', text: 'a 1 ns\n' }]);
    expect(parse([{ path: 'out', text: 'a 2 ns\n' }]).readings).toMatchObject([{ values: null, summary: { p50: 2 } }]);
  });

  // A backtracking engine would need more steps than there are atoms, so this test would not end.
  it.each(['^(?<value>(a+)+)$', '^(?<value>(a|a)*)$', '^(?<value>(a|aa)+)$', '(?<value>(.*a){20})$'])('does not hang on %s', (pattern) => {
    expect(read({ lines: [{ pattern, id: 'x', unit: 'ns' }] }, `${'a'.repeat(1000)}!`).readings).toEqual([]);
  });
});

describe('a mapping of JSON', () => {
  it('reads every element that is selected, with its key, its neighbours and the document', () => {
    const document = { runner: 'x', tests: { a: { n: 5, unit: 'us' }, 'b/c': { n: 7, unit: 'ms' } } };
    expect(numbers({ json: [{ each: '$.tests.*', id: '{$.runner}: {key}', value: '@.n', unit: '{@.unit}' }] }, JSON.stringify(document))).toEqual([['x: a', 'time', 5e3], ['x: b/c', 'time', 7e6]]);
  });

  it('reads the document itself where nothing is selected', () => {
    expect(numbers({ json: [{ id: 'all', value: '$.t[*]', unit: 's', kind: 'raw' }] }, '{"t":[1,2]}')).toEqual([['all', 'time', [1e9, 2e9]]]);
  });

  it('reads each line by itself, and one that is no JSON costs only itself', () => {
    const rules: WrittenMapping = { jsonLines: [{ id: '{@.b}', value: '@.t', unit: 'ns' }] };
    expect(numbers(rules, '\ufeff{"b":"x","t":1}\n\nnoise\n{"b":"y","t":2}\n')).toEqual([['x', 'time', 1], ['y', 'time', 2]]);
    expect(told(rules, '{"b":"x","t":1}\nnoise\n')).toEqual([['BNL002', 2, expect.anything()]]);
  });

  it('makes braces of doubled ones, and text of numbers and truth values, never of lists', () => {
    expect(numbers({ json: [{ id: '{{{@.n}}-{@.b}', value: '@.t', unit: 'ns' }] }, '{"n":1.5,"b":true,"t":1}')).toEqual([['{1.5}-true', 'time', 1]]);
    expect(told({ json: [{ id: '{@.n}', value: '@.t', unit: 'ns' }] }, '{"n":[1],"t":1}')).toEqual([['BNL002', '', expect.stringContaining('the id {@.n}')]]);
  });

  it('sees no property that the document does not have', () => {
    expect(told({ json: [{ id: '{@.constructor}', value: '@.length', unit: 'ns' }] }, '{}')).toEqual([['BNL002', '', expect.stringContaining('the id')]]);
  });

  it('reads 64 levels and no more', () => {
    expect(told({ json: [{ id: 'a', value: '$..x', unit: 'ns' }] }, '['.repeat(1000))).toEqual([['BNL012', 1, expect.anything()]]);
  });
});

describe('a mapping that cannot be', () => {
  it.each<[string, WrittenMapping, string]>([
    ['backreferences', { lines: [{ pattern: '(?<value>a)\\1', id: 'x', unit: 'ns' }] }, '/lines/0/pattern'],
    ['lookaround', { lines: [{ pattern: '(?=a)(?<value>a)', id: 'x', unit: 'ns' }] }, '/lines/0/pattern'],
    ['repetitions of repetitions', { lines: [{ pattern: '(?<value>((a{100}){100}){100})', id: 'x', unit: 'ns' }] }, '/lines/0/pattern'],
    ['no value', { lines: [{ pattern: '(?<name>a)', unit: 'ns' }] }, '/lines/0/pattern'],
    ['no name', { lines: [{ pattern: '(?<value>a)', unit: 'ns' }] }, '/lines/0/id'],
    ['no unit', { lines: [{ pattern: '(?<name>a) (?<value>a)' }] }, '/lines/0/unit'],
    ['an open brace', { lines: [{ ...lines, metric: '{name' }] }, '/lines/0/metric'],
    ['no path', { json: [{ id: 'x', value: '@.[', unit: 'ns' }] }, '/json/0/value'],
    ['a program', { json: [{ id: 'x', value: '$[(@.length-1)]', unit: 'ns' }] }, '/json/0/value'],
    ['a regular expression of the engine', { json: [{ id: 'x', value: "$[?match(@.a, '(a+)+')]", unit: 'ns' }] }, '/json/0/value'],
    ['an element of an element', { json: [{ each: '@.a', id: 'x', value: '@', unit: 'ns' }] }, '/json/0/each'],
    ['a hole that is no path', { jsonLines: [{ id: '{name}', value: '@', unit: 'ns' }] }, '/jsonLines/0/id'],
  ])('is refused: %s', (_what, mapping, pointer) => {
    expect(problemsOf(mapping)).toEqual([expect.stringContaining(`${pointer}: `)]);
  });

  it('tells every problem at once', () => {
    expect(problemsOf({ lines: [{ pattern: '[' }, { pattern: '(' }] })).toHaveLength(2);
  });

  it('reads nothing without its rules', () => {
    expect(adapterFor('mapping').parse([{ path: 'a', text: '{}' }])).toMatchObject({ readings: [], findings: [{ code: 'BNL002', file: 'a' }] });
  });
});

it('reads whatever was printed without an exception, and gives sound readings', () => {
  const rules: WrittenMapping[] = [
    { lines: [{ ...lines, repeated: true, kind: 'raw' }, { pattern: '(?<value>.+)', id: 'x{value}', unit: 'ns' }] },
    { json: [{ each: '$..*', id: '{key}', value: '@', unit: 'ns' }, { id: '{@.a}', value: '$..a', unit: '{@.u}', repeated: true }] },
    { jsonLines: [{ each: '$.*', id: '{@.a}', value: '@.a', unit: 'B', failed: '@.b' }] },
  ];
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.json({ maxDepth: 4 }), fc.array(fc.constantFrom('a 1 ns', 'a 2 s', '{"a":1}', '{"a":"1","u":"ms"}', '[{"a":2,"b":true}]', '"', '\u0000'), { maxLength: 6 }).map((parts) => parts.join('\n')));
  fc.assert(
    fc.property(fc.constantFrom(...rules), text, (mapping, output) => {
      const { readings } = read(mapping, output);
      const keys = readings.map(({ benchmark, metric }) => JSON.stringify([benchmark.id, metric?.name]));
      expect(new Set(keys).size).toBe(keys.length);
      for (const { benchmark, status, metric, values, summary } of readings) {
        expect(benchmark.id.length).toBeGreaterThan(0);
        expect([metric !== null, values !== null || summary !== null]).toEqual([status === 'ok', status === 'ok']);
        expect((values ?? [summary?.p50 ?? 0]).every(Number.isFinite)).toBe(true);
      }
    }),
    { numRuns: 300, seed: 7 },
  );
});
