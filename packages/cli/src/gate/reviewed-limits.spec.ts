import { createFakeWorld } from '../testing/fake-world.js';
import { reportText, runLine } from '../testing/sample-project.js';
import { around } from '../testing/sample-report.js';

const base = 'b'.repeat(40);
const config = (more: object = {}) => JSON.stringify({ project: 'core', slo: [{ benchmark: 'decode/small', max: '1 us' }], ...more });
const host = { class: null, fingerprint: '0123456789abcdef', cpuModel: 'Example CPU', cores: 8, memoryBytes: 1, os: 'x', kernel: 'x', arch: 'x64', virtualised: false, governor: null, load: null };
const profile = (tolerance: string): string => JSON.stringify({ schemaVersion: 1, name: 'p', project: 'core', createdAt: '2026-11-01T00:00:00.000Z', host, benchline: '1', rounds: 10, defaults: { tolerance }, benchmarks: [] });

/** A change on top of a commit; head takes 1.1 µs. */
function change({ before = {}, after = {}, env = {} }: { before?: Record<string, string>; after?: Record<string, string>; env?: Record<string, string> }) {
  return createFakeWorld({
    files: { '.git/HEAD': '', 'benchline.json': config(), '.benchline/report.json': reportText({ values: { 'decode/small': around(1100) } }), ...before, ...after },
    git: { mergeBase: base, commits: { [base]: { 'benchline.json': config(), ...before } } },
    env,
  });
}

async function judge(world: ReturnType<typeof change>): Promise<{ slo: number; gate: number; printed: string }> {
  const slo = (await runLine(world, 'slo')).exitCode;
  const { exitCode, stdout } = await runLine(world, 'gate', '--policy-ref', 'auto');
  return { slo, gate: exitCode, printed: stdout };
}

it('a limit that was reviewed holds, whatever the environment says', async () => {
  expect(await judge(change({}))).toMatchObject({ slo: 3, gate: 3 });
  expect(await judge(change({ env: { BENCHLINE_MAX__CORE__DECODE_SMALL: '+50%' } }))).toMatchObject({ slo: 0, gate: 3, printed: expect.stringMatching(/BNL050[^]*BNL043[^]*sets the limit of decode\/small time/) });
  expect(await judge(change({ env: { BENCHLINE_TOLERANCE: '50%' } }))).toMatchObject({ slo: 0, gate: 3 });
});

it('a profile that was reviewed sets thresholds; one that the change brings does not', async () => {
  expect(await judge(change({ before: { 'profiles/core/p.json': profile('20%') } }))).toMatchObject({ slo: 0, gate: 0 });
  expect(await judge(change({ after: { 'profiles/core/p.json': profile('20%') } }))).toMatchObject({ slo: 0, gate: 3 });
});
