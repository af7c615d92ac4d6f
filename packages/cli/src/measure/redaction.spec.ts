import { createFakeFiles } from '../testing/fake-files.js';
import { redactFolder } from './redact-files.js';
import { createRedactor } from './redaction.js';

const host = { homeFolder: () => '/home/ada', userName: () => 'ada' };

test.each([
  ['/home/ada/x --run', '~/x --run'],
  ['--out=/home/ada', '--out=~'],
  ['/home/adam/x', '/home/adam/x'],
  ['built by ada on host', 'built by [user] on host'],
  ['canada, ada-lovelace', 'canada, ada-lovelace'],
])('%s is recorded as %s', (text, recorded) => {
  expect(createRedactor([], host).text(text)).toBe(recorded);
});

test('a home or name that says nothing changes nothing', () => {
  const redactor = createRedactor([], { homeFolder: () => '/', userName: () => 'unknown' });
  expect(redactor.text('/usr/bin/x of unknown')).toBe('/usr/bin/x of unknown');
});

test('patterns apply to every text of a value, keys too, and leave numbers alone', () => {
  const redactor = createRedactor(['tok-[a-z]+', '\\d{6,}'], host);
  const values = [123456789, 2];
  const redacted = redactor.value({ name: 'run tok-abc', nested: [{ 'tok-x': '/home/ada' }], values, none: null });
  expect(redacted).toEqual({ name: 'run [redacted]', nested: [{ '[redacted]': '~' }], values, none: null });
});

test('a pattern that matches nothing at all is harmless', () => {
  expect(createRedactor(['x*'], host).text('abc')).toBe('abc');
});

test('raw JSON is redacted inside its strings; no number is torn', () => {
  const redactor = createRedactor(['\\d{6,}'], host);
  expect(redactor.raw('{"command": "curl 12345678", "mean": 0.12345678901}')).toBe('{"command":"curl [redacted]","mean":0.12345678901}');
  expect(redactor.raw('{"mean": 0.12345678901}')).toBe('{"mean": 0.12345678901}');
  expect(redactor.raw('{"a":1234567}\n{"b":"1234567"}\nseen 1234567\n')).toBe('{"a":1234567}\n{"b":"[redacted]"}\nseen [redacted]\n');
});

test('a text behind a number in a list is redacted, too', () => {
  const redactor = createRedactor(['tok-[a-z]+'], host);
  expect(redactor.value([1, 'tok-a', [2, { a: 'tok-b' }]])).toEqual([1, '[redacted]', [2, { a: '[redacted]' }]]);
  expect(redactor.raw('[1,"tok-a"]\r\n')).toBe('[1,"[redacted]"]\r\n');
});

test('what holds nothing to redact is not copied', () => {
  const value = { rounds: [{ values: [1, 2] }, { values: [3] }] };
  const touched = { clean: value, other: ['tok-a'] };
  const redactor = createRedactor(['tok-[a-z]+'], host);
  expect([redactor.value(value) === value, redactor.value(touched).clean === value]).toEqual([true, true]);
});

test('files of a folder are rewritten only where something matches', async () => {
  const files = createFakeFiles({ '/raw/a.txt': 'secret', '/raw/deep/b.txt': 'open' }, { now: () => 0, cwd: '/' });
  await redactFolder(createRedactor(['secret'], host), '/raw', files);
  expect([await files.readText('/raw/a.txt'), await files.readText('/raw/deep/b.txt')]).toEqual(['[redacted]', 'open']);
});
