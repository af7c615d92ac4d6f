import { createFakeWorld } from '../testing/fake-world.js';
import { runFingerprint } from './fingerprint.js';

test('machines of one declared class share a key', async () => {
  const world = createFakeWorld({ env: { BENCHLINE_HOST_CLASS: 'runner-4' } });
  expect(await runFingerprint({}, world)).toMatchObject({ exitCode: 0, text: 'class runner-4\n', json: { class: 'runner-4', fingerprint: '0123456789abcdef' } });
});

test('without a class the machine is its own', async () => {
  expect((await runFingerprint({}, createFakeWorld())).text).toBe('host 0123456789abcdef\n');
});
