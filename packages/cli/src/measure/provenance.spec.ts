import { createFakeWorld } from '../testing/fake-world.js';
import { allowedVariables, reportProvenance } from './provenance.js';
import { createRedactor } from './redaction.js';

test('only what the allow-list names is recorded, sorted', () => {
  const env = { PERF_B: '2', PERF_A: '1', PERFECT: 'x', SECRET: 's', GONE: undefined };
  expect(Object.entries(allowedVariables(env, ['PERF_*', 'GONE']))).toEqual([['PERF_A', '1'], ['PERF_B', '2']]);
});

test('a report says where and from what it was measured', async () => {
  const world = createFakeWorld({ env: { PERF: '/home/ada/data of ada, key=abc', CI: 'true', NX_TASK_HASH: 'h1', SECRET: 'abc' } });
  const host = await world.host.facts();
  const commit = { sha: 'a'.repeat(40), dirty: true, branch: 'main', mergeBase: null };
  const redactor = createRedactor(['key=\\w+'], world.host);
  const provenance = reportProvenance({ config: { env: { allow: ['PERF'], redact: [] }, hostClass: 'runner-4' }, host, commit, measured: 'now', redactor }, world);
  expect(provenance).toMatchObject({
    commit, host: { class: 'runner-4', fingerprint: host.fingerprint }, ci: { provider: 'unknown' }, taskHash: 'h1', measured: 'now', original: null,
    env: { PERF: '~/data of [user], [redacted]' },
  });
  expect(JSON.stringify(provenance)).not.toMatch(/\bada\b|key=/);
});
