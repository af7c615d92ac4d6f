import { adapterFor } from '../index.js';
import { readFixtures } from '../testing/fixtures.js';

const { parse, detects } = adapterFor('github-action-benchmark');
const filesOf = (name: string) => readFixtures().find((fixture) => fixture.name === `github-action-benchmark/${name}`)?.files ?? [];
const read = (...entries: unknown[]) => parse([{ path: 'gab.json', text: JSON.stringify(entries) }]);
const table = (parsed: ReturnType<typeof parse>) => parsed.readings.map(({ benchmark, metric, summary }) => [benchmark.id, metric?.name, metric?.unit, metric?.direction, summary?.p50]);

describe("github-action-benchmark's custom format", () => {
  it('T11, T12, T13: a unit that is known is normalised and tells the direction, or that there is none (values by jq, units by hand)', () => {
    expect(table(parse(filesOf('smaller')))).toEqual([
      ['Startup', 'time', 'ns', 'lower', 41.25e6],
      ['Parse a file', 'time', 'ns', 'lower', 1830],
      ['Installed size', 'value', 'B', null, 812 * 1024],
      ['CPU load', 'value', 'ratio', null, 0.5],
      ['Cache misses', 'value', 'misses', null, 731],
    ]);
    expect(table(parse(filesOf('bigger')))).toEqual([
      ['Requests', 'throughput', 'ops/s', 'higher', 70],
      ['Copied', 'throughput', 'B/s', 'higher', 3.5e6],
      ['Free memory', 'value', 'Megabytes', null, 150],
      ['Iterations', 'throughput', 'ops/s', 'higher', 2500],
    ]);
  });

  it('T11: the name of the file or the tool gives no direction: one file may hold both', () => {
    const directions = read({ name: 'a', unit: 's', value: 1 }, { name: 'b', unit: 'ops/s', value: 1 }, { name: 'c', unit: 'points', value: 1 }).readings.map(({ metric }) => metric?.direction);
    expect(directions).toEqual(['lower', 'higher', null]);
  });

  it('T5: one number is one observation, whatever the range says', () => {
    const [reading] = read({ name: 'a', unit: 'ns', value: 5, range: '± 3', extra: '20 samples' }).readings;
    expect(reading?.summary).toEqual({ n: 1, min: null, p50: 5, p95: null, p99: null, max: null, mean: null, stddev: null, mad: null });
  });

  it.each([[null], [''], ['1,5'], ['0x10'], ['NaN'], ['1e999'], [true], [[5]]])('T14: %j is no number, although JavaScript would make one of it', (value) => {
    expect(read({ name: 'a', unit: 'ns', value })).toMatchObject({ readings: [{ status: 'failed' }], findings: [{ code: 'BNL002', file: 'gab.json', pointer: '/0', benchmark: 'a' }] });
  });

  it.each(['ms', 'ops/s', 'MB/s'])('less than nothing in %s is no measurement; what has no direction may be negative', (unit) => {
    expect(read({ name: 'a', unit, value: -1 })).toMatchObject({ readings: [{ status: 'failed' }], findings: [{ code: 'BNL002', pointer: '/0', benchmark: 'a' }] });
    expect(read({ name: 'a', unit: 'points', value: -1 })).toMatchObject({ readings: [{ status: 'ok', summary: { p50: -1 } }], findings: [] });
  });

  it('takes an entry without a number for a failure, and a list without any entry for another tool\'s', () => {
    expect(read({ name: 'a', unit: 'ns', value: 1 }, { name: 'b', unit: 'ns' })).toMatchObject({ readings: [{ status: 'ok' }, { status: 'failed' }], findings: [{ pointer: '/1', benchmark: 'b' }] });
    expect(read({ name: 'a', mean: 1 })).toMatchObject({ readings: [], findings: [{ code: 'BNL002', file: 'gab.json' }] });
  });

  it('reads numbers that are written as text', () => {
    expect(read({ name: 'a', unit: 'ns', value: ' 1.5e3 ' }).readings[0]?.summary?.p50).toBe(1500);
  });

  it('uses neither of two entries with one name', () => {
    expect(parse(filesOf('broken')).readings.filter(({ benchmark }) => benchmark.id === 'twice')).toMatchObject([{ status: 'failed' }]);
  });

  it('T7: an empty array measured nothing', () => {
    expect(read()).toMatchObject({ readings: [], findings: [] });
  });

  it('is told by its keys in whatever order, and bench records are not taken for it', () => {
    const looks = (text: string) => detects([{ path: 'a.json', text }]);
    expect(looks('[{"value": 1, "extra": "x", "unit": "ms", "name": "a"}]')).toBe(true);
    expect(looks('[{"name": "a", "value": 1}]')).toBe(false);
    expect(looks('[{"bench_id": "a", "metric": "duration_ms", "unit": "ms", "name": "a", "value": 1}]')).toBe(false);
  });
});
