import fc from 'fast-check';
import { benchfmtUnitOf, decodeBenchfmtWord, encodeBenchfmtName, encodeBenchfmtWord, metricOfBenchfmtUnit } from './index.js';

const seed = { seed: 11, numRuns: 1000 };
const hostile = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('%', '2', '0', 'u', 'D', '8', ' ', '\t', '\n', '-', '/', 'n', 's', 'M', 'B', '\u00a0', '\u2028', '\ud800', '\udc00', '😀', '\u202e') }));

/** Go's unicode.IsSpace, which splits the fields of a line, and what ends one. */
const goSpace = /[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

describe('a name in the benchmark format', () => {
  it.each([
    ['decode/small', 'decode/small'],
    ['two words', 'two%20words'],
    ['100%', '100%25'],
    ['größe', 'größe'],
    ['wide\u3000blank', 'wide%E3%80%80blank'],
    ['half \ud800', 'half%20%uD800'],
    ['Foo-8', 'Foo%2D8'],
    ['Foo-8/n=2', 'Foo-8/n=2'],
  ])('%j is %s', (id, written) => {
    expect(encodeBenchfmtName(id)).toBe(written);
    expect(decodeBenchfmtWord(written)).toBe(id);
  });

  it('is one word, and comes back as it was', () => {
    fc.assert(
      fc.property(hostile, (id) => {
        const written = encodeBenchfmtName(id);
        expect(written).not.toMatch(goSpace);
        expect(written).not.toMatch(/[\p{Cc}\p{Cs}]/u);
        expect(written).not.toMatch(/-\d+$/);
        expect(decodeBenchfmtWord(written)).toBe(id);
      }),
      seed,
    );
  });

  it('that nobody encoded is left alone', () => {
    expect(['50%', '%zz', '%FF', 'a%20'].map(decodeBenchfmtWord)).toEqual(['50%', '%zz', '%FF', 'a ']);
  });

  it('a word is encoded once, however often it has been', () => {
    expect(decodeBenchfmtWord(decodeBenchfmtWord(encodeBenchfmtWord(encodeBenchfmtWord('a b%'))))).toBe('a b%');
  });
});

describe('a metric as a unit of the benchmark format', () => {
  it.each([
    ['time', 'ns', 'ns/op'],
    ['throughput', 'B/s', 'B/s'],
    ['throughput', 'ops/s', 'throughput-ops/s'],
    ['memory', 'B', 'memory-B'],
    ['user', 'ns', 'user-ns'],
    ['cache-misses', 'count', 'cache-misses-count'],
    ['bytes/ns', 'ratio', 'bytes%2Fns-ratio'],
    ['MB', 'count', '%4DB-count'],
    ['a', 'per-cent', 'a-per%2Dcent'],
  ])('%s in %s is %s', (name, unit, written) => {
    expect(benchfmtUnitOf({ name, unit })).toBe(written);
    expect(metricOfBenchfmtUnit(written)).toEqual({ name, unit });
  });

  it('comes back as it was', () => {
    const text = hostile.filter((value) => value !== '');
    fc.assert(fc.property(text, text, (name, unit) => expect(metricOfBenchfmtUnit(benchfmtUnitOf({ name, unit }))).toEqual({ name, unit })), seed);
  });

  it('is none where no name stands before the unit', () => {
    expect([metricOfBenchfmtUnit('B/op'), metricOfBenchfmtUnit('-B')]).toEqual([null, null]);
  });
});
