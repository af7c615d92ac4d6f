import { createNodeHost, fingerprintOf, isVirtualised, osName } from './node-host.js';

it('describes this machine', async () => {
  const facts = await createNodeHost().facts();
  expect(facts.fingerprint).toBe(fingerprintOf(facts.cpuModel, facts.cores, facts.arch));
  expect(facts).toMatchObject({ arch: process.arch, cpuModel: expect.stringMatching(/./), os: expect.stringMatching(/./), kernel: expect.stringMatching(/./) });
  expect(facts.cores).toBeGreaterThan(0);
  expect(facts.memoryBytes).toBeGreaterThan(0);
});

it('has a fingerprint of model, cores and architecture', () => {
  expect(fingerprintOf('Example CPU', 8, 'x64')).toMatch(/^[0-9a-f]{16}$/);
  const others = [fingerprintOf('Other CPU', 8, 'x64'), fingerprintOf('Example CPU', 4, 'x64'), fingerprintOf('Example CPU', 8, 'arm64')];
  expect(new Set([fingerprintOf('Example CPU', 8, 'x64'), ...others]).size).toBe(4);
});

it.each([
  ['flags\t\t: fpu hypervisor sse\n', true],
  ['flags\t\t: fpu sse hypervisors\n', false],
  ['Features\t: fp asimd\n', null],
  [null, null],
])('reads from %j whether it is virtualised', (cpuinfo, expected) => {
  expect(isVirtualised(cpuinfo)).toBe(expected);
});

it('names the operating system as the distribution does', () => {
  expect(osName('NAME="Debian"\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n')).toBe('Debian GNU/Linux 12 (bookworm)');
  expect(osName(null)).toMatch(/./);
});
