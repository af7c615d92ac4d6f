import { readFixtures } from '../testing/fixtures.js';
import type { Parsed, ToolAdapter } from '../parsed.js';
import { gungraun } from './gungraun.js';
import { iaiCallgrind } from './iai-callgrind.js';

const fixtures = readFixtures();
const filesOf = (name: string) => fixtures.find((fixture) => fixture.name === name)?.files ?? [];
const read = (name: string): Parsed => (name.startsWith('gungraun/') ? gungraun : iaiCallgrind).parse(filesOf(name));

const columns = ['instructions', 'accesses', 'estimated-cycles', 'l1-hits', 'll-hits', 'ram-hits', 'allocated', 'allocations', 'peak-allocated', 'peak-allocations'];

function table(name: string): (string | number)[][] {
  const rows = new Map<string, (string | number)[]>();
  for (const { benchmark, metric, values } of read(name).readings) {
    const row = rows.get(benchmark.id) ?? [benchmark.id];
    rows.set(benchmark.id, [...row, ...(metric?.name === columns[row.length - 1] ? (values ?? []) : ['?'])]);
  }
  return [...rows.values()];
}

/** Read with Python from the parts of the summaries, where Benchline reads the totals: each has one part. */
describe('values read off the files by another program', () => {
  it.each([
    ['iai-callgrind/first-run', [
      ['binary::program::cli::whole', 319251, 427052, 561248, 422513, 671, 3868],
      ['decode::numbers::fib::short', 1805, 2580, 2686, 2576, 1, 3],
      ['decode::numbers::fib::long', 19977, 28491, 28563, 28488, 1, 2],
      ['decode::texts::commas::sizes_0', 518, 641, 917, 632, 1, 8],
      ['decode::texts::commas::sizes_1', 23951, 30239, 33065, 30155, 1, 83],
      ['decode::texts::plain', 59, 74, 350, 65, 1, 8],
    ]],
    ['iai-callgrind/heap', [
      ['decode::numbers::fib::short', 1805, 2580, 2686, 2576, 1, 3, 0, 0, 0, 0],
      ['decode::texts::commas::sizes_1', 23951, 30239, 33065, 30155, 1, 83, 4096, 1, 4096, 1],
      ['decode::texts::plain', 59, 74, 350, 65, 1, 8, 0, 0, 0, 0],
    ]],
    ['gungraun/v6', [
      ['binary::program::cli::whole', 319352, 427174, 561476, 422631, 672, 3871],
      ['decode::numbers::fib::short', 1805, 2580, 2618, 2578, 1, 1],
      ['decode::numbers::fib::long', 19977, 28491, 28529, 28489, 1, 1],
      ['decode::texts::commas::sizes_0', 652, 810, 1120, 800, 1, 9],
      ['decode::texts::commas::sizes_1', 23951, 30239, 33065, 30155, 1, 83],
      ['decode::texts::plain', 59, 74, 316, 66, 1, 7],
    ]],
    ['gungraun/v7', [
      ['binary::program::cli::whole', 317007, 424051, 558281, 419511, 671, 3869],
      ['decode::numbers::fib::short', 1805, 2580, 2686, 2576, 1, 3],
      ['decode::numbers::fib::long', 19977, 28491, 28597, 28487, 1, 3],
      ['decode::texts::commas::sizes_0', 519, 642, 952, 632, 1, 9],
      ['decode::texts::commas::sizes_1', 23952, 30240, 33100, 30155, 1, 84],
      ['decode::texts::plain', 59, 74, 380, 65, 0, 9],
    ]],
    ['gungraun/v7-heap', [
      ['decode::numbers::fib::short', 1805, 2580, 2720, 2575, 1, 4, 0, 0, 0, 0],
      ['decode::texts::commas::sizes_1', 23952, 30240, 33104, 30154, 2, 84, 4096, 1, 4096, 1],
      ['decode::texts::plain', 59, 74, 384, 64, 1, 9, 0, 0, 0, 0],
    ]],
  ])('%s', (name, rows) => expect(table(name)).toEqual(rows));

  it('the tools\' own sums: hits add up to accesses, and estimated cycles are hits weighed by 1, 5 and 35', () => {
    for (const [, , accesses = 0, cycles, l1 = 0, ll = 0, ram = 0] of ['iai-callgrind/first-run', 'gungraun/v6', 'gungraun/v7'].flatMap(table) as number[][]) {
      expect([l1 + ll + ram, l1 + 5 * ll + 35 * ram]).toEqual([accesses, cycles]);
    }
  });
});

describe('traps', () => {
  it('T11: hits and what is estimated of them say nothing of better or worse, fewer instructions, accesses and bytes do', () => {
    const directions = Object.fromEntries(iaiCallgrind.traits.metrics.map(({ name, direction }) => [name, direction]));
    expect(directions).toMatchObject({ 'l1-hits': null, 'll-hits': null, 'ram-hits': null, instructions: 'lower', accesses: 'lower', 'estimated-cycles': null, allocated: 'lower' });
  });

  it('T14: percentages are text and may be infinite; they are not read', () => {
    expect(read('iai-callgrind/unreadable').readings).toContainEqual(expect.objectContaining({ benchmark: expect.objectContaining({ id: 'b::g::infinite' }), values: [7] }));
  });

  it.each([...fixtures].filter(({ tool }) => tool === 'iai-callgrind' || tool === 'gungraun').map(({ name }) => [name]))('T16: no name in %s holds a path of the machine', (name) => {
    expect(JSON.stringify(filesOf(name))).toContain('/home/dev/repo');
    expect(JSON.stringify(read(name).readings)).not.toContain('/home/dev');
  });

  it('T18: the regressed run and the one after it, which calls it "no change", give the same values, and the old value is in neither', () => {
    expect(table('iai-callgrind/regressed')).toEqual(table('iai-callgrind/regressed-again'));
    expect(table('iai-callgrind/regressed')[0]).toEqual(['decode::numbers::fib::short', 1805, 2580, 2686, 2576, 1, 3]);
    expect(JSON.stringify(filesOf('iai-callgrind/regressed'))).toContain('1109');
    expect(JSON.stringify(read('iai-callgrind/regressed'))).not.toContain('1109');
    expect(table('gungraun/v7-regressed')[0]?.[1]).toBe(1805);
  });

  it('T18: a run that was loaded, not measured, has no value of its own', () => {
    expect(read('iai-callgrind/unreadable').findings).toContainEqual(expect.objectContaining({ code: 'BNL002', benchmark: 'b::g::old_only', line: 3 }));
    expect(read('gungraun/unreadable').findings[0]).toMatchObject({ benchmark: 'b::g::old_only', line: 1 });
  });

  it('T18: an absolute limit that was crossed is told, and judges nothing', () => {
    expect(table('iai-callgrind/hard-limit').map(([id, instructions]) => [id, instructions])).toEqual([['decode::numbers::fib::short', 1805], ['decode::numbers::fib::long', 19977]]);
    expect(read('iai-callgrind/hard-limit').findings).toMatchObject([{ code: 'BNL036', level: 'warning', line: 2, benchmark: 'decode::numbers::fib::long', what: expect.stringContaining('Ir is 19977, beyond 5000') }]);
    expect(read('iai-callgrind/regressed').findings).toEqual([]);
  });

  it('T2: two crates whose benchmark files share their names', () => {
    expect(read('gungraun/unreadable').findings.at(-1)).toMatchObject({ code: 'BNL019', benchmark: 'b::g::same' });
  });

  it('T7: nothing run is no reading', () => {
    for (const { parse } of [iaiCallgrind, gungraun]) expect(parse([{ path: 'stdout.txt', text: '' }])).toMatchObject({ readings: [], findings: [] });
  });

  it('T25: the two names of the tool are told apart, and neither reads the other\'s', () => {
    const names = fixtures.filter(({ tool }) => tool === 'iai-callgrind' || tool === 'gungraun').map(({ tool, files }) => [tool, iaiCallgrind.detects(files), gungraun.detects(files)]);
    for (const [tool, iai, gun] of names) expect([iai, gun]).toEqual([tool === 'iai-callgrind', tool === 'gungraun']);
    const other = (adapter: ToolAdapter, name: string) => adapter.parse(filesOf(name));
    expect(other(iaiCallgrind, 'gungraun/v6')).toMatchObject({ readings: [], findings: expect.arrayContaining([expect.objectContaining({ what: expect.stringContaining('--tool gungraun') })]) });
    expect(other(gungraun, 'iai-callgrind/first-run').readings).toEqual([]);
  });
});

test('exact, one value a run', () => {
  for (const { metric, values } of read('gungraun/v7').readings) expect([metric?.kind, values?.length]).toEqual(['exact', 1]);
});

test('what tears a line, and what ends it, is told with its line', () => {
  expect(read('iai-callgrind/unreadable').findings.map(({ line, benchmark }) => [line, benchmark])).toEqual([
    [3, 'b::g::old_only'], [4, 'b::g::text'], [5, 'b::g::negative'], [6, 'b::g::newer'], [8, undefined], [9, undefined],
  ]);
});
