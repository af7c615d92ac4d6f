import { suiteConfig } from '../testing/suite-config.js';
import { applyKnobs, chooseSuites } from './knobs.js';

const suite = suiteConfig({ filter: 'configured', rounds: 3 });

test('what a run says counts over the config', () => {
  expect(applyKnobs(suite, { filter: 'f', dataset: 'd', threads: '4', rounds: 5, timeout: '90 s', seed: 's' })).toMatchObject({ filter: 'f', dataset: 'd', threads: 4, rounds: 5, timeoutMs: 90_000, seed: 's' });
  expect(applyKnobs(suite, {})).toEqual(suite);
});

test.each([
  [{ threads: '0' }], [{ threads: '4.5' }], [{ threads: '-1' }], [{ rounds: 'many' }], [{ rounds: 100_000 }], [{ rounds: Number.NaN }], [{ timeout: '5' }], [{ timeout: '0 s' }], [{ filter: '' }], [{ seed: '' }],
])('%j is refused', (knobs) => {
  expect(() => applyKnobs(suite, knobs)).toThrow(expect.objectContaining({ exitCode: 2, findings: [expect.objectContaining({ code: 'BNL016' })] }));
});

test('suites are chosen by name, in the config\'s order', () => {
  const loaded = { config: { suites: [suiteConfig({ name: 'a' }), suiteConfig({ name: 'b' })] }, configFile: null } as unknown as Parameters<typeof chooseSuites>[0];
  const names = (chosen: string[]) => chooseSuites(loaded, chosen).map(({ name }) => name);
  expect([names([]), names(['b', 'a']), names(['b'])]).toEqual([['a', 'b'], ['a', 'b'], ['b']]);
  expect(() => chooseSuites(loaded, ['c'])).toThrow('There is no suite c.');
});

test('a config without suites is refused', () => {
  const loaded = { config: { suites: [] }, configFile: '/p/benchline.json' } as unknown as Parameters<typeof chooseSuites>[0];
  expect(() => chooseSuites(loaded, [])).toThrow('No suite is configured.');
});
