import { readFixtures } from '../testing/fixtures.js';
import { libtest } from './libtest.js';

const fixtures = readFixtures();
const read = (name: string) => libtest.parse(fixtures.find((fixture) => fixture.name === `libtest/${name}`)?.files ?? []);
const parse = (text: string) => libtest.parse([{ path: 'stdout.txt', text }]);
const values = (name: string) => read(name).readings.map(({ benchmark, status, metric, summary }) => (metric === null ? [benchmark.id, status] : [benchmark.id, metric.name, summary?.p50]));

/** Cut out of the files with awk: the number before "ns/iter", the one before "MB/s" times 10^6. */
describe('values read off the files by another program', () => {
  it.each([
    ['nightly-1.97', [['commas', 'time', 40873.75], ['commas', 'throughput', 1603e6], ['fib_28', 'time', 1_141_975.86], ['nothing', 'time', 0.46], ['texts::split', 'time', 109.22]]],
    ['quiet', [['commas', 'time', 22842.59], ['commas', 'throughput', 2869e6], ['fib_28', 'time', 840_947.8], ['nothing', 'time', 0.27], ['texts::split', 'time', 96.13]]],
    ['criterion-bencher', [['fib 10', 'time', 217], ['count/commas/iter/1024', 'time', 537], ['count/commas/iter/65536', 'time', 45492], ['elems/sum', 'time', 112]]],
    ['bencher-0.1.5', [['commas', 'time', 50136], ['commas', 'throughput', 1307e6], ['fib_15', 'time', 2997]]],
    ['failures', [['chatty', 'time', 16.24], ['direct', 'time', 0.27], ['forgets', 'failed'], ['panics', 'failed'], ['quiet', 'time', 129.35]]],
  ])('%s', (name, expected) => expect(values(name)).toEqual(expected));

  it('MB are 10^6 bytes: 65,536 bytes over the time is the rate, rounded down', () => {
    expect(Math.floor(65_536 / 40_873.75 * 1000)).toBe(1603);
  });
});

describe('traps', () => {
  it('an error that Criterion prints into the line takes nothing away: name and number are put together again', () => {
    expect(values('criterion-torn')).toEqual([['fib_20', 'time', 14999]]);
    expect(read('criterion-torn').findings).toEqual([]);
  });

  it('T5: one median without spread: +/- is max - min in one tool and a standard deviation in another', () => {
    for (const { summary } of read('nightly-1.97').readings) expect(summary).toMatchObject({ n: 1, min: null, max: null, stddev: null, mad: null });
  });

  it('T6: torn lines are never guessed at, and the harness\'s own count tells of those that are gone', () => {
    expect(values('torn')).toEqual([['within', 'failed'], ['lines', 'time', 30], ['never', 'failed'], ['comma', 'failed'], ['slow', 'time', 1_234_567_890.5], ['twice', 'failed'], ['cut', 'failed']]);
    expect(read('torn').findings.map(({ line, benchmark }) => [line, benchmark])).toEqual([[3, undefined], [4, 'within'], [8, 'never'], [9, 'comma'], [11, undefined], [15, undefined], [21, 'cut'], [undefined, 'twice']]);
  });

  it('T2: the same name in two programs, which the output does not tell apart', () => {
    expect(read('torn').findings.at(-1)).toMatchObject({ code: 'BNL019', benchmark: 'twice' });
  });

  it('T7: unit tests, which cargo bench ignores, are no benchmarks', () => {
    expect(parse('\nrunning 1 test\ntest tests::counts ... ignored\n\ntest result: ok. 0 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n')).toMatchObject({ readings: [], findings: [] });
  });

  it('T8: a panic is a failed benchmark, with its line', () => {
    expect(read('failures').findings.at(-1)).toMatchObject({ code: 'BNL011', benchmark: 'panics', line: 7 });
  });
});

test('modules are groups', () => {
  expect(read('nightly-1.97').readings.at(-1)?.benchmark).toEqual({ id: 'texts::split', name: 'split', group: 'texts', params: {}, tags: [] });
});

test('a line of a million spaces is passed over at once', () => {
  expect(parse(`test ${' '.repeat(1_000_000)}x`).readings).toEqual([]);
});
