import { adapterFor } from '../index.js';
import { readFixtures } from '../testing/fixtures.js';

const { parse, detects } = adapterFor('bmf');
const filesOf = (name: string) => readFixtures().find((fixture) => fixture.name === `bmf/${name}`)?.files ?? [];
const read = (value: unknown) => parse([{ path: 'bmf.json', text: JSON.stringify(value) }]);
const table = (parsed: ReturnType<typeof parse>) => parsed.readings.map(({ benchmark, metric, summary }) => [benchmark.id, metric?.name, metric?.unit, metric?.direction, summary?.p50]);

describe('Bencher Metric Format', () => {
  it('T11, T13: built-in measures have the units that Bencher documents (values by jq, seconds to ns by hand)', () => {
    expect(table(parse(filesOf('built-in')))).toEqual([
      ['decode/small', 'time', 'ns', 'lower', 1830.5],
      ['decode/small', 'throughput', 'ops/s', 'higher', 546298.8],
      ['sh -c ./build', 'build-time', 'ns', 'lower', 12.34e9],
      ['decode.wasm', 'file-size', 'B', 'lower', 48213],
      ['decode/counted', 'instructions', 'count', 'lower', 120394],
      ['decode/counted', 'l1-hits', 'count', null, 180211],
      ['decode/counted', 'ram-hits', 'count', null, 12],
      ['decode/counted', 'estimated-cycles', 'count', null, 180691],
    ]);
  });

  it('T11: another measure has the unit in its name, else none; never a direction that nobody told', () => {
    expect(table(parse(filesOf('other-measures'))).slice(0, 5)).toEqual([
      ['decode/small', 'memory', 'B', null, 65536],
      ['decode/small', 'copied', 'B/s', 'higher', 1.5e6],
      ['decode/small', 'allocated', 'blocks', null, 7],
      ['decode/small', 'widgets', 'count', null, 3],
      ['decode/small', 'latency', 'ns', 'lower', 2e6],
    ]);
  });

  it('T5: one number is one observation; bounds, whose meaning nobody tells, are neither least nor largest', () => {
    const [reading] = read({ a: { latency: { value: 5, lower_value: 4, upper_value: 6 } } }).readings;
    expect(reading).toMatchObject({ values: null, metric: { kind: 'summary', ordered: false } });
    expect(reading?.summary).toEqual({ n: 1, min: null, p50: 5, p95: null, p99: null, max: null, mean: null, stddev: null, mad: null });
  });

  it('T14: text, null and what no measurement can be are no numbers; the benchmark failed, with a pointer', () => {
    for (const value of ['5', null, [5], 1e200]) {
      const { readings, findings } = read({ 'a/b': { 'x~y': { value } } });
      expect(readings).toMatchObject([{ status: 'failed', metric: null }]);
      expect(findings).toMatchObject([{ code: 'BNL002', file: 'bmf.json', pointer: '/a~1b/x~0y', benchmark: 'a/b' }]);
    }
  });

  it.each(['latency', 'throughput', 'file-size', 'build-time'])('less than nothing of %s is no measurement; another measure may be negative', (slug) => {
    expect(read({ a: { [slug]: { value: -5 } } })).toMatchObject({ readings: [{ status: 'failed' }], findings: [{ code: 'BNL002', pointer: `/a/${slug}` }] });
    expect(read({ a: { 'drift (ns)': { value: -5 } } })).toMatchObject({ readings: [{ status: 'ok', summary: { p50: -5 } }], findings: [] });
  });

  it('T7: an empty object measured nothing', () => {
    expect(read({})).toMatchObject({ readings: [], findings: [] });
  });

  it.each([[], 'text', 5, null, { metrics: { vus: { value: 2, min: 2, max: 2 } } }, { a: { b: {} } }])('refuses %j', (value) => {
    expect(read(value)).toMatchObject({ readings: [], findings: [{ code: 'BNL002' }] });
  });

  it('reads names such as constructor and __proto__ as names', () => {
    const text = '{"__proto__":{"constructor":{"value":1}},"toString":{"latency":{"value":2}}}';
    expect(table(parse([{ path: 'a', text }]))).toEqual([['__proto__', 'constructor', 'count', null, 1], ['toString', 'time', 'ns', 'lower', 2]]);
  });

  it('is told from other JSON', () => {
    const looks = (text: string) => detects([{ path: 'a.json', text }]);
    expect(looks('{"a \\" {": {"latency": {"lower_value": 1, "value": 2}}}')).toBe(true);
    expect(looks('{"results": {"a": {"mean": 2}}}')).toBe(false);
    expect(looks('{"results": [{"value": 2}]}')).toBe(false);
  });
});
