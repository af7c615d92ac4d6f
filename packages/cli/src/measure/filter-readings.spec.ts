import type { Parsed } from '@benchline/core/parse';
import { suiteConfig } from '../testing/suite-config.js';
import { filterReadings } from './filter-readings.js';

const parsed = { harness: { name: 't', version: null, outputVersion: null }, findings: [], readings: ['decode/a', 'encode/a'].map((id) => ({ benchmark: { id } })) } as unknown as Parsed;
const ids = (changes: Parameters<typeof suiteConfig>[0], by: 'tool' | 'read' = 'read') => filterReadings(parsed, suiteConfig(changes), by).readings.map(({ benchmark }) => benchmark.id);

test.each<[string, Parameters<typeof suiteConfig>[0], string[], 'tool' | 'read']>([
  ['no filter', { filter: null }, ['decode/a', 'encode/a'], 'read'],
  ['a filter the tool knows nothing of', { filter: '^decode' }, ['decode/a'], 'read'],
  ['one that the command passes on', { filter: '^decode', command: ['bench', '--only={filter}'] }, ['decode/a', 'encode/a'], 'read'],
  ['one that Criterion applied, in Rust\'s syntax', { filter: '(?i)DECODE', tool: 'criterion' }, ['decode/a', 'encode/a'], 'tool'],
])('%s', (_, changes, kept, by) => {
  expect(ids(changes, by)).toEqual(kept);
});

test('a filter that is no regular expression is refused', () => {
  expect(() => ids({ filter: '(' })).toThrow('--filter ( is not a regular expression.');
});
