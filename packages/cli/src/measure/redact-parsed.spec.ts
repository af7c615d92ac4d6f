import type { Parsed } from '@benchline/core/parse';
import { redactParsed } from './redact-parsed.js';
import { createRedactor } from './redaction.js';

const redactor = createRedactor(['tok-\\w+'], { homeFolder: () => '/home/ada', userName: () => 'ada' });

function parsedOf(id: string): Parsed {
  const benchmark = { id, name: id, group: null, params: { file: '/home/ada/x' }, tags: ['tok-1'] };
  const metric = { name: 'time', unit: 'ns', direction: 'lower', kind: 'raw', ordered: true } as const;
  return { harness: { name: 'tool', version: null, outputVersion: null }, readings: [{ benchmark, status: 'ok', metric, values: [1, 2], summary: null }], findings: [] };
}

test('every text of a reading is redacted: id, name, parameters, tags', () => {
  expect(redactParsed(parsedOf('curl tok-abc'), redactor).readings).toMatchObject([{ benchmark: { id: 'curl [redacted]', name: 'curl [redacted]', params: { file: '~/x' }, tags: ['[redacted]'] }, values: [1, 2] }]);
  const told = { ...parsedOf('a'), harness: { name: 'tool', version: 'tok-2', outputVersion: null }, findings: [{ code: 'BNL002', level: 'error', what: 'tok-3', why: '', fix: '' } as const] };
  expect(redactParsed(told, redactor)).toMatchObject({ harness: { version: '[redacted]' }, findings: [{ what: '[redacted]' }] });
});

test('a reading in which nothing is redacted is not copied', () => {
  const plain = parsedOf('a');
  plain.readings[0]!.benchmark.params = {};
  plain.readings[0]!.benchmark.tags = [];
  expect(redactParsed(plain, redactor).readings[0]).toBe(plain.readings[0]);
});
