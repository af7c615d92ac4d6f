import { runner as gungraun } from '../gungraun/runner.js';
import { runner as iaiCallgrind } from '../iai-callgrind/runner.js';
import { createFakeWorld, type FakeWorldOptions } from '../../testing/fake-world.js';
import { suiteConfig } from '../../testing/suite-config.js';
import type { ToolRunner } from '../tool-runner.js';

const rust = { 'cargo --version': { prints: 'cargo 1.95.0\n' }, 'rustc --version': { prints: 'rustc 1.95.0\n' }, 'cargo locate-project': { prints: '/repo/Cargo.toml\n' } };
const valgrind = { 'valgrind --version': { prints: 'valgrind-3.19.0\n' } };
const programs = { ...rust, ...valgrind, 'iai-callgrind-runner --version': { prints: '', code: 1 }, 'gungraun-runner --version': { prints: 'gungraun-runner 0.20.0\n' } };
const lock = '[[package]]\nname = "gungraun"\nversion = "0.20.0"\n\n[[package]]\nname = "iai-callgrind"\nversion = "0.16.1"\n';
const place = { round: 1, folder: '/repo/raw/round-1', shown: 'raw/round-1' };

async function prepare(runner: ToolRunner, suite = {}, world: FakeWorldOptions = {}) {
  const fake = createFakeWorld({ programs, ...world, files: { 'Cargo.lock': lock, 'Cargo.toml': '', ...world.files } });
  return { fake, prepared: await runner.prepare({ suite: suiteConfig({ tool: runner.tool, command: null, ...suite }), projectRoot: '/repo', folder: '/repo', env: fake.env }, fake) };
}

describe.each([
  ['iai-callgrind', iaiCallgrind, '0.16.1', 'IAI_CALLGRIND'],
  ['gungraun', gungraun, '0.20.0', 'GUNGRAUN'],
] as const)('%s', (tool, runner, version, prefix) => {
  test('the crate\'s version is the harness\'s, and valgrind\'s belongs to the toolchain', async () => {
    const { prepared } = await prepare(runner);
    await prepared.settle?.();
    expect(prepared.facts).toMatchObject({ harnessVersion: version, toolchain: [{ name: 'rustc' }, { name: 'cargo' }, { name: 'valgrind', version: '3.19.0' }], findings: [] });
  });

  test('T18: every round has an empty folder for valgrind\'s files, so that no run is compared with a regressed one', async () => {
    const { fake, prepared } = await prepare(runner, { command: ['cargo', 'bench', '--bench', 'a', '--', '--callgrind-limits=ir=1%'], env: { [`${prefix}_HOME`]: '/repo/target/iai' } });
    const homes = await Promise.all([1, 2].map(async (round) => (await prepared.plan({ ...place, round, folder: `/repo/raw/round-${round}` })).env));
    expect(homes).toMatchObject([1, 2].map((round) => ({ [`${prefix}_HOME`]: `/repo/raw/round-${round}/valgrind`, [`${prefix}_OUTPUT_FORMAT`]: 'json' })));
    await fake.files.writeAtomically('/repo/raw/round-1/valgrind/a/callgrind.out', 'x');
    await fake.files.writeAtomically('/repo/raw/round-1/stdout.txt', '{}');
    expect((await prepared.collect(place, { outcome: 'exited', code: 0, stdout: '', stderr: '', durationMs: 1 })).files).toEqual([{ path: 'raw/round-1/stdout.txt', text: '{}' }]);
    expect(await fake.files.exists('/repo/raw/round-1/valgrind')).toBe(false);
  });

  test('T18: a limit of its own that is crossed (code 3) does not take the values away, where no other program is left unrun by it', async () => {
    expect((await prepare(runner, { command: ['cargo', 'bench', '--bench', 'a'] })).prepared.endsWell).toEqual([3]);
    expect((await prepare(runner)).prepared.endsWell).toBeUndefined();
  });

  test('valgrind is needed, and how to get it is said', async () => {
    const { 'valgrind --version': _, ...others } = programs;
    await expect(prepare(runner, {}, { programs: others })).rejects.toMatchObject({ exitCode: 4, findings: [{ code: 'BNL010', what: `valgrind was not found, which ${tool} needs.`, fix: expect.stringContaining('apt install valgrind') }] });
  });

  test.each([
    ['the environment', { env: { [`${prefix}_RUNNER`]: '/opt/runner' } }],
    ['Cargo\'s configuration', { files: { '.cargo/config.toml': `[env]\n${prefix}_RUNNER = { value = "bin/${tool}-runner", relative = true }` } }],
  ])('its own program may be absent from PATH where %s names it', async (_, world) => {
    await expect(prepare(runner, {}, { programs: { ...rust, ...valgrind } })).rejects.toMatchObject({ findings: [{ code: 'BNL010', what: `${tool}-runner was not found, which ${tool} needs.` }] });
    await expect(prepare(runner, {}, { programs: { ...rust, ...valgrind }, ...world })).resolves.toBeDefined();
  });

  test('times and filters are not its own', async () => {
    const { prepared } = await prepare(runner, { warmupMs: 1, measureMs: 1, filter: 'x' });
    expect(prepared.facts.findings.map(({ code }) => code)).toEqual(['BNL025', 'BNL025']);
    expect((await prepared.plan(place)).args).toEqual(['bench']);
    expect([runner.traits.filter, runner.choices?.(null)]).toEqual(['read', { warmup: false, measure: false, filter: null }]);
  });
});
