import type { Parsed } from '@benchline/core/parse';
import { suiteConfig } from '../testing/suite-config.js';
import { filterReadings } from './filter-readings.js';

const parsed = { harness: { name: 't', version: null, outputVersion: null }, findings: [], readings: ['decode/a', 'encode/a'].map((id) => ({ benchmark: { id } })) } as unknown as Parsed;
const ids = (changes: Parameters<typeof suiteConfig>[0]) => filterReadings(parsed, suiteConfig(changes)).readings.map(({ benchmark }) => benchmark.id);

test.each([
  ['no filter', { filter: null }, ['decode/a', 'encode/a']],
  ['a filter the tool knows nothing of', { filter: '^decode' }, ['decode/a']],
  ['one that the command passes on', { filter: '^decode', command: ['bench', '--only={filter}'] }, ['decode/a', 'encode/a']],
  ['one that Criterion applied, in Rust\'s syntax', { filter: '(?i)DECODE', tool: 'criterion' as const }, ['decode/a', 'encode/a']],
])('%s', (_, changes, kept) => {
  expect(ids(changes)).toEqual(kept);
});

test('a filter that is no regular expression is refused', () => {
  expect(() => ids({ filter: '(' })).toThrow('--filter ( is not a regular expression.');
});
