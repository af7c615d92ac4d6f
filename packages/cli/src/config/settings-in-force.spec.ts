import { createFakeWorld, type FakeWorldOptions } from '../testing/fake-world.js';
import { runLine, sampleProject } from '../testing/sample-project.js';
import { loadConfig } from './load-config.js';
import { settingsInForce } from './settings-in-force.js';

const here = '0123456789abcdef';
const host = { cpuModel: 'Example CPU', cores: 8, memoryBytes: 1, os: 'Linux', kernel: '6', arch: 'x64', virtualised: null, governor: null, load: null };

function profile(name: string, defaults?: object, fingerprint = here): string {
  return JSON.stringify({ schemaVersion: 1, name, project: 'core', createdAt: '2026-11-01T00:00:00.000Z', host: { class: null, fingerprint, ...host }, benchline: '1', rounds: 10, ...(defaults && { defaults }), benchmarks: [] });
}

async function settings(options: FakeWorldOptions, flags: { profile?: string } = {}) {
  const world = createFakeWorld({ ...options, files: { 'nx.json': '{}', 'core/benchline.json': '{"project":"core"}', ...options.files } });
  return settingsInForce(world, await loadConfig(world, { project: 'core', ...flags }), { class: null, fingerprint: here });
}

/** The places that can say a tolerance, weakest first; each says another one. */
const layers = [
  { layer: 'repository-profile', value: 0.01, from: 'profile repo', files: (share: string) => ({ 'profiles/core/repo.json': profile('repo', { tolerance: share }) }) },
  { layer: 'local-profile', value: 0.02, from: 'profile mine', files: (share: string) => ({ '/home/ada/.config/benchline/profiles/core/mine.json': profile('mine', { tolerance: share }) }) },
  { layer: 'named-profile', value: 0.03, from: 'profile named', files: (share: string) => ({ '/named/core/named.json': profile('named', { tolerance: share }) }), env: { BENCHLINE_PROFILE_DIR: '/named' } },
  { layer: 'workspace', value: 0.04, from: 'benchline.yaml', files: (share: string) => ({ 'benchline.yaml': `sloDefaults: {tolerance: ${share}}\n` }) },
  { layer: 'project', value: 0.05, from: 'core/benchline.json', files: (share: string) => ({ 'core/benchline.json': JSON.stringify({ project: 'core', slo: [{ benchmark: 'a', max: '1 ms' }], sloDefaults: { tolerance: share } }) }) },
  { layer: 'environment', value: 0.06, from: 'BENCHLINE_TOLERANCE', files: () => ({}), env: { BENCHLINE_TOLERANCE: '6%' } },
] as const;

const base = { 'core/benchline.json': JSON.stringify({ project: 'core', slo: [{ benchmark: 'a', max: '1 ms' }] }) };

it('of any layers that say something, the strongest holds, and is named: all 64 cases', async () => {
  for (let bits = 0; bits < 2 ** layers.length; bits += 1) {
    const chosen = layers.filter((_, index) => (bits >> index) % 2 === 1);
    const files = Object.assign({ ...base }, ...chosen.map(({ files: make, value }) => make(`${value * 100}%`))) as Record<string, string>;
    const env = Object.assign({}, ...chosen.map((layer) => ('env' in layer ? layer.env : {}))) as Record<string, string>;
    const { config, origins } = await settings({ files, env });
    const strongest = chosen.at(-1);
    const origin = origins.settings.find(({ setting }) => setting === 'sloDefaults.tolerance');
    expect([bits, config.objectives[0]?.tolerance, origin?.layer, origin?.from]).toEqual([bits, strongest?.value ?? 0, strongest?.layer ?? 'built-in', strongest?.from ?? null]);
  }
});

it.each([
  ['the flag', { flag: 'a', env: 'b', project: 'c', workspace: 'd' }, ['a', 'flag']],
  ['the environment', { env: 'b', project: 'c', workspace: 'd' }, ['b', 'environment']],
  ['the project', { project: 'c', workspace: 'd' }, ['c', 'project']],
  ['the workspace', { workspace: 'd' }, ['d', 'workspace']],
  ['the machine', {}, ['e', 'host']],
] as [string, Record<string, string>, [string, string]][])('a profile is named by %s', async (_, named, [name, chosenBy]) => {
  const elsewhere = 'fedcba9876543210';
  const profiles = { ...Object.fromEntries(['a', 'b', 'c', 'd'].map((one) => [`profiles/core/${one}.json`, profile(one, {}, elsewhere)])), 'profiles/core/e.json': profile('e') };
  const files = { ...profiles, 'core/benchline.json': JSON.stringify({ project: 'core', ...(named['project'] && { profile: named['project'] }) }), ...(named['workspace'] && { 'benchline.json': JSON.stringify({ profile: named['workspace'] }) }) };
  const { origins, findings } = await settings({ files, env: named['env'] === undefined ? {} : { BENCHLINE_PROFILE: named['env'] } }, named['flag'] === undefined ? {} : { profile: named['flag'] });
  expect(origins.profile).toMatchObject({ name, chosenBy, layer: 'repository-profile', from: `profiles/core/${name}.json` });
  // Those that were named were made on another machine, and that is told.
  expect(findings.map(({ code }) => code)).toEqual(chosenBy === 'host' ? [] : ['BNL030']);
});

it('a profile sets what the config leaves open, of stored and paired comparisons too', async () => {
  const defaults = { stored: { warn: '4%', p95: '15%' }, paired: { detect: '2%', fail: '6%' }, near: '20%', safetyMarginMultiplier: 3 };
  const files = { ...base, 'benchline.json': '{"compare":{"stored":{"warn":"7%"}}}', 'profiles/core/p.json': profile('p', defaults) };
  const { config, origins } = await settings({ files });
  expect(config.policy).toMatchObject({ stored: { warn: 0.07, fail: 0.25 }, tail: { warn: 0.15 }, paired: { detect: 0.02, fail: 0.06 } });
  expect(config.objectives[0]).toMatchObject({ near: 0.2, safetyMargin: 3 });
  expect(origins.settings.map(({ setting, value, layer }) => [setting, value, layer])).toEqual([
    ['compare.stored.warn', '7 %', 'workspace'], ['compare.stored.fail', '25 %', 'built-in'], ['compare.stored.p95', '15 %', 'repository-profile'], ['compare.paired.detect', '2 %', 'repository-profile'],
    ['compare.paired.fail', '6 %', 'repository-profile'], ['compare.metricStat', 'median', 'built-in'], ['compare.overrides', 'none', 'built-in'], ['slo', '1 entry', 'project'],
    ['sloDefaults.tolerance', '0 %', 'built-in'], ['sloDefaults.near', '20 %', 'repository-profile'], ['sloDefaults.safetyMarginMultiplier', '3', 'repository-profile'],
  ]);
});

it('limits of the environment hold over a profile too', async () => {
  const { config } = await settings({ files: { ...base, 'profiles/core/p.json': profile('p', { near: '1%' }) }, env: { BENCHLINE_MAX__CORE__A: '2ms' } });
  expect(config.objectives[0]).toMatchObject({ limit: 2e6, near: 0.01, override: { variable: 'BENCHLINE_MAX__CORE__A' } });
});

it('a profile that contradicts the config is an error that names the profile', async () => {
  const files = { 'core/benchline.json': '{"project":"core","compare":{"stored":{"fail":"5%"}}}', 'profiles/core/p.json': profile('p', { stored: { warn: '10%' } }) };
  await expect(settings({ files })).rejects.toMatchObject({ exitCode: 2, findings: [{ code: 'BNL003', file: '/repo/profiles/core/p.json', pointer: '/compare/stored/warn' }] });
});

it('names no path outside of the workspace', async () => {
  const { origins } = await settings({ files: { '/home/ada/.config/benchline/profiles/core/mine.json': profile('mine') } });
  expect(origins.profile).toMatchObject({ layer: 'local-profile', from: 'mine.json' });
  expect(JSON.stringify(origins)).not.toContain('ada');
});

describe('a result says by what it was judged', () => {
  const slo = [{ benchmark: 'decode/small', max: '2 us' }];

  it('on the terminal, in Markdown and in JSON', async () => {
    const world = sampleProject({ config: { slo, sloDefaults: { tolerance: '3%' } }, files: { 'profiles/core/quiet.json': profile('quiet', { near: '1%' }, 'ffffffffffffffff') }, env: { BENCHLINE_MAX__CORE__DECODE_SMALL: '+50%' } });
    const { stdout, exitCode } = await runLine(world, 'slo', '--profile', 'quiet');
    expect(exitCode).toBe(0);
    const plain = stdout.replace(/\s+/g, ' ');
    expect(plain).toContain('≤ 3.00 µs (env)');
    expect(plain).toContain('BENCHLINE_MAX__CORE__DECODE_SMALL sets the limit of decode/small time to 3.00 µs; configured is 2.00 µs.');
    expect(plain).toContain('Settings: slo 1 entry (benchline.json), tolerance 3 % (benchline.json), near 1 % (profile quiet); the others are built in.');
    expect(plain).toContain('Profile: quiet of 2026-11-01, named by --profile (repository, profiles/core/quiet.json).');
    const stored = JSON.parse(world.files.text('/repo/.benchline/slo.json')) as object;
    expect(stored).toMatchObject({ origins: { profile: { name: 'quiet', chosenBy: 'flag' } }, policy: [{ limit: 3000, override: { value: '+50%', configured: 2000 } }] });
    const { stdout: markdown } = await runLine(world, 'slo', '--profile', 'quiet', '--markdown');
    expect(markdown).toMatch(/warning BNL043: [^<]*sets the limit/);
  });

  it('where no profile is for the machine', async () => {
    const world = sampleProject({ config: { slo } });
    expect((await runLine(world, 'slo')).stdout).toContain('Profile: none is for this machine.');
  });
});
