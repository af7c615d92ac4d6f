import { readFixtures } from '../testing/fixtures.js';
import { divan } from './divan.js';

const fixtures = readFixtures();
const read = (name: string) => divan.parse(fixtures.find((fixture) => fixture.name === `divan/${name}`)?.files ?? []);
const parse = (text: string) => divan.parse([{ path: 'stdout.txt', text }]);

/** id -> metric -> median. */
function medians(name: string): Record<string, Record<string, number | undefined>> {
  const table: Record<string, Record<string, number | undefined>> = {};
  for (const { benchmark, metric, summary } of read(name).readings) if (metric) (table[benchmark.id] ??= {})[metric.name] = summary?.p50;
  return table;
}

/** Cut out of the files by the columns' places with Python, not by their separators. */
describe('values read off the files by another program', () => {
  it('times, throughput, allocations and threads', () => {
    const { readings } = read('tree');
    const times = readings.filter(({ metric }) => metric?.name === 'time').map(({ benchmark, summary }) => [benchmark.id, summary?.n, summary?.min, summary?.max, summary?.p50, summary?.mean]);
    expect(times).toEqual([
      ['example::bytes', 100, 22350, 4_151_000, 22390, 98470],
      ['example::fibonacci::1', 100, 2.7, 2.721, 2.711, 2.711],
      ['example::fibonacci::10', 100, 119.2, 124.9, 119.5, 119.5],
      ['example::fibonacci::20', 100, 14670, 14840, 14680, 14680],
      ['example::alloc::String', 20, 128.8, 142.6, 134.5, 134.7],
      ['example::alloc::Vec<u8>', 20, 180.8, 228.3, 214.6, 211.1],
      ['example::inner::thr::t=1', 100, 11.11, 147, 11.11, 12.48],
      ['example::inner::thr::t=2', 100, 11.11, 12.59, 11.18, 11.24],
    ]);
    const table = medians('tree');
    expect(table['example::bytes']).toEqual({ time: 22390, throughput: 2.925e9, elements: 312_500 });
    expect(table['example::alloc::String']).toEqual({ time: 134.5, 'peak-allocations': 1, 'peak-allocated': 128, allocations: 1, allocated: 8, growths: 4, grown: 120 });
  });

  it('characters, cycles, and arguments that hold spaces', () => {
    const table = medians('arguments-and-types');
    expect(table['decode::split::a quick brown fox']).toEqual({ time: 94.92, characters: 179e6, cycles: 10.53e9, 'peak-allocations': 5, 'peak-allocated': 110, allocations: 5, allocated: 110 });
    expect(table['decode::array::u64::16']).toEqual({ time: 4.383 });
    expect(table['decode::inner::shared::t=2']?.['time']).toBe(49.45);
  });

  it('binary prefixes: 2.724 GiB/s', () => {
    expect(medians('binary-bytes')['decode::commas']).toEqual({ time: 22400, throughput: 2.724 * 2 ** 30, elements: 312_400 });
  });
});

describe('traps', () => {
  it('T2: two programs with one id are told apart by nothing, so neither counts', () => {
    expect(read('two-programs-one-name')).toMatchObject({ readings: [{ benchmark: { id: 'decode::commas' }, status: 'failed' }], findings: [{ code: 'BNL019' }] });
  });

  it('T3: of rates only the median is read: the mean column is the rate of the mean time, not the mean of rates', () => {
    const rate = read('tree').readings.find(({ metric }) => metric?.name === 'throughput');
    expect(rate?.summary).toMatchObject({ p50: 2.925e9, mean: null, min: null, max: null });
  });

  it('T5: a summary, with the number of samples and no spread that could be taken for rounds', () => {
    expect(new Set(read('tree').readings.flatMap(({ metric }) => metric?.kind ?? []))).toEqual(new Set(['summary']));
    expect(read('tree').readings.every(({ values }) => values === null)).toBe(true);
  });

  it('T6: what a benchmark prints tears its row; it fails, the others count', () => {
    const { readings, findings } = read('torn');
    expect(readings.map(({ benchmark, status }) => `${benchmark.id} ${status}`)).toEqual(['noisy::chatty failed', 'noisy::fine ok', 'noisy::hollow failed', 'noisy::panics failed']);
    expect(findings.map(({ line }) => line)).toEqual([2, 24, 25]);
  });

  it('T9: a tree that ends within a benchmark\'s rows: that one fails, those before it count', () => {
    const [file] = fixtures.find((fixture) => fixture.name === 'divan/tree')?.files ?? [];
    const { readings } = parse((file?.text ?? '').slice(0, (file?.text ?? '').indexOf('│ 312.5')));
    expect(readings.map(({ benchmark, status }) => `${benchmark.id} ${status}`)).toEqual(['example::bytes failed']);
  });

  it('T7: nothing run, and no numbers with --test, is no reading', () => {
    expect(parse('').readings).toEqual([]);
    expect(parse('noisy\n├─ chatty\n╰─ fine\n').readings).toEqual([]);
    expect(parse('\nrunning 1 test\ntest tests::counts ... ignored\n\ntest result: ok. 0 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n').readings).toEqual([]);
  });

  it('T21: numbers of four digits are what they say; a time of zero is none', () => {
    expect(medians('arguments-and-types')['decode::inner::nothing']).toEqual({ time: 0.001 });
    expect(read('no-numbers').findings[0]).toMatchObject({ code: 'BNL002', benchmark: 'bad::zero', line: 3 });
  });
});

test('every unit of time', () => {
  const row = (name: string, cell: string) => `├─ ${name}  ${cell} │ ${cell} │ ${cell} │ ${cell} │ 1 │ 1`;
  const cells = ['1 ps', '1 ns', '1 µs', '1 ms', '1 s', '1 m', '1 h', '1.5 d'];
  const { readings } = parse(['x  fastest │ slowest │ median │ mean │ samples │ iters', ...cells.map((cell, index) => row(`b${index}`, cell))].join('\n'));
  expect(readings.map(({ summary }) => summary?.p50)).toEqual([0.001, 1, 1e3, 1e6, 1e9, 6e10, 3.6e12, 1.296e14]);
});

test('a group and its thread counts are in the name', () => {
  expect(read('tree').readings.at(-1)?.benchmark).toEqual({ id: 'example::inner::thr::t=2', name: 't=2', group: 'example::inner::thr', params: { threads: '2' }, tags: [] });
  expect(read('tree').readings.find(({ status }) => status === 'skipped')?.benchmark.id).toBe('example::inner::ign');
});
