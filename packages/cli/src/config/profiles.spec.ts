import type { Profile } from '@benchline/core/model';
import { createFakeWorld, type FakeWorldOptions } from '../testing/fake-world.js';
import { sampleReport } from '../testing/sample-report.js';
import { loadConfig } from './load-config.js';
import { calibratedPolicy, calibratedPolicyFor } from './profile-floors.js';
import { chooseProfile, listProfiles } from './profiles.js';

const here = '0123456789abcdef';
const elsewhere = 'ffffffffffffffff';
const host = { class: null, cpuModel: 'Example CPU', cores: 8, memoryBytes: 1, os: 'x', kernel: 'x', arch: 'x64', virtualised: false, governor: null, load: null };

function profile(name: string, { fingerprint = here, floor = 0.02, project = 'core', createdAt = '2026-11-01T00:00:00.000Z', hostClass = null as string | null } = {}): string {
  const benchmark = (id: string) => ({ suite: 'decode', benchmark: id, metric: 'time', nullEstimates: [], nullErrors: [], floor, cv: 0.01, detectable: 0.02, suggested: { warn: 0.1, fail: 0.2 } });
  const value: Profile = { schemaVersion: 1, name, project, createdAt, host: { ...host, class: hostClass, fingerprint }, benchline: '0.1.0', rounds: 10, benchmarks: [benchmark('small'), benchmark('large')] };
  return JSON.stringify(value);
}

const local = '/home/ada/.config/benchline/profiles/core';

async function load({ config = {}, ...options }: FakeWorldOptions & { config?: object } = {}) {
  const world = createFakeWorld({ ...options, files: { 'nx.json': '{}', 'benchline.json': JSON.stringify({ project: 'core', ...config }), ...options.files } });
  return { world, loaded: await loadConfig(world) };
}

async function chosen(options: FakeWorldOptions & { config?: object }, hostClass: string | null = null) {
  const { world, loaded } = await load(options);
  return (await chooseProfile(world, { ...loaded, host: { class: hostClass, fingerprint: here } }))?.path ?? null;
}

describe('the profile in force', () => {
  it('is none where there is none, or none fits', async () => {
    expect(await chosen({})).toBeNull();
    expect(await chosen({ files: { 'profiles/core/a.json': profile('a', { fingerprint: elsewhere }), 'profiles/other/a.json': profile('a', { project: 'other' }), 'profiles/core/readme.txt': '' } })).toBeNull();
  });

  const everywhere = { 'named/core/a.json': profile('a'), [`${local}/a.json`]: profile('a'), 'profiles/core/a.json': profile('a') };

  it.each<[string, FakeWorldOptions, string]>([
    ['the named folder', { files: everywhere, env: { BENCHLINE_PROFILE_DIR: 'named' } }, '/repo/named/core/a.json'],
    ['the local one', { files: everywhere }, `${local}/a.json`],
    ['the repository\'s', { files: { ...everywhere, [`${local}/a.json`]: profile('a', { fingerprint: elsewhere }) } }, '/repo/profiles/core/a.json'],
    ['that of XDG_CONFIG_HOME', { files: { ...everywhere, '/xdg/benchline/profiles/core/b.json': profile('b') }, env: { XDG_CONFIG_HOME: '/xdg' } }, '/xdg/benchline/profiles/core/b.json'],
    ['a relative XDG_CONFIG_HOME does not count', { files: everywhere, env: { XDG_CONFIG_HOME: 'xdg' } }, `${local}/a.json`],
  ])('by its place: %s', async (_, options, path) => {
    expect(await chosen(options)).toBe(path);
  });

  it('is the newest of a place, one of the declared class first', async () => {
    const files = { 'profiles/core/a.json': profile('a', { createdAt: '2026-11-03T00:00:00.000Z' }), 'profiles/core/b.json': profile('b', { createdAt: '2026-11-02T00:00:00.000Z', hostClass: 'ci' }) };
    expect(await chosen({ files })).toBe('/repo/profiles/core/a.json');
    expect(await chosen({ files }, 'ci')).toBe('/repo/profiles/core/b.json');
  });

  it('is the one that the config or the environment names, wherever it lies', async () => {
    const files = { [`${local}/a.json`]: profile('a'), 'profiles/core/b.json': profile('b') };
    expect(await chosen({ files, config: { profile: 'b' } })).toBe('/repo/profiles/core/b.json');
    expect(await chosen({ files, config: { profile: 'b' }, env: { BENCHLINE_PROFILE: 'a' } })).toBe(`${local}/a.json`);
  });

  it('must exist where it is named, and is never skipped where it is torn', async () => {
    await expect(chosen({ config: { profile: 'none' } })).rejects.toMatchObject({ exitCode: 2, findings: [{ code: 'BNL008', file: '/repo/profiles/core/none.json' }] });
    await expect(chosen({ files: { 'profiles/core/a.json': '{' } })).rejects.toMatchObject({ exitCode: 2, findings: [{ code: 'BNL002', file: '/repo/profiles/core/a.json' }] });
  });
});

test('a list names what cannot be read and keeps the rest', async () => {
  const { world } = await load({ files: { 'profiles/core/a.json': profile('a'), 'profiles/core/b.json': '{}', 'profiles/flat.json': '{}' } });
  const { profiles, findings } = await listProfiles(world, [{ kind: 'repository', folder: '/repo/profiles' }]);
  expect(profiles.map(({ path }) => path)).toEqual(['/repo/profiles/core/a.json']);
  expect(new Set(findings.map(({ file }) => file))).toEqual(new Set(['/repo/profiles/core/b.json']));
});

describe('noise floors', () => {
  const floors = [{ suite: 'decode', benchmark: 'small', metric: 'time', floor: 0.02 }, { suite: 'decode', benchmark: 'large', metric: 'time', floor: 0.02 }];

  it('come from the profile that fits the machine', async () => {
    const { world, loaded } = await load({ files: { 'profiles/core/a.json': profile('a') } });
    expect(await calibratedPolicy(world, loaded, { class: null, fingerprint: here })).toMatchObject({ policy: { ...loaded.config.policy, floors, origins: { profile: { name: 'a', layer: 'repository-profile', from: 'profiles/core/a.json', chosenBy: 'host', fingerprint: here } } }, findings: [] });
    expect(await calibratedPolicy(world, loaded, { class: null, fingerprint: elsewhere })).toMatchObject({ policy: { ...loaded.config.policy, origins: { profile: null } }, findings: [] });
  });

  it('of a named profile hold on another machine too, with a warning', async () => {
    const { world, loaded } = await load({ config: { profile: 'a' }, files: { 'profiles/core/a.json': profile('a', { fingerprint: elsewhere, hostClass: 'ci' }) } });
    const { policy, findings } = await calibratedPolicy(world, loaded, { class: null, fingerprint: here });
    expect(policy.floors).toEqual(floors);
    expect(findings).toMatchObject([{ code: 'BNL030', level: 'warning', what: `Profile a was made on ci (host ${elsewhere}), and this is host ${here}.` }]);
  });

  it('for reports are those of the machine that measured first, of their benchmarks alone', async () => {
    const { world, loaded } = await load({ files: { 'profiles/core/a.json': profile('a', { fingerprint: elsewhere }) } });
    const report = sampleReport();
    const suites = report.suites.map((suite) => ({ ...suite, name: 'decode', benchmarks: suite.benchmarks.slice(0, 1).map((benchmark) => ({ ...benchmark, id: 'large' })) }));
    const replayed = { ...report, suites, provenance: { ...report.provenance, original: { createdAt: report.createdAt, fingerprint: elsewhere, commit: null } } };
    expect((await calibratedPolicyFor(world, loaded, [replayed])).policy.floors).toEqual(floors.slice(1));
    expect((await calibratedPolicyFor(world, loaded, [report])).policy.floors).toEqual([]);
    expect((await calibratedPolicyFor(world, loaded, [])).policy).toBe(loaded.config.policy);
  });
});
