import { parse } from 'smol-toml';
import { readCargoProfile } from './cargo-profile.js';

const manifest = (text: string) => [{ name: 'Cargo.toml', content: parse(text) }];

test.each([
  ['nothing written', '', 'bench', {}, '3'],
  ['opt-level 0 for bench', '[profile.bench]\nopt-level = 0', 'bench', {}, '0'],
  ['bench inherits release', '[profile.release]\nopt-level = 1', 'bench', {}, '1'],
  ['bench over release', '[profile.release]\nopt-level = 0\n[profile.bench]\nopt-level = "s"', 'bench', {}, 's'],
  ['an own profile of dev', '[profile.quick]\ninherits = "dev"', 'quick', {}, '0'],
  ['dev itself', '', 'dev', {}, '0'],
  ['test', '', 'test', {}, '0'],
  ['the environment over the file', '[profile.bench]\nopt-level = 3', 'bench', { CARGO_PROFILE_BENCH_OPT_LEVEL: '0' }, '0'],
  ['the environment of an inherited profile', '', 'bench', { CARGO_PROFILE_RELEASE_OPT_LEVEL: '2' }, '2'],
  ['a circle ends', '[profile.a]\ninherits = "b"\n[profile.b]\ninherits = "a"', 'a', {}, '3'],
  ['a name of an object method', '', 'constructor', {}, '3'],
])('%s: the optimisation level', (_, text, name, env, level) => {
  expect(readCargoProfile(name, manifest(text), env).optLevel).toBe(level);
});

test('what differs between builds is recorded, with its place', () => {
  const profile = readCargoProfile('bench', manifest('[profile.release]\nlto = true\ncodegen-units = 1\n[profile.bench]\nopt-level = 0'), {});
  expect(profile).toEqual({ name: 'bench', optLevel: '0', flags: ['opt-level=0', 'lto=true', 'codegen-units=1'], from: '[profile.bench] of Cargo.toml' });
});

test('an earlier file wins', () => {
  const settings = [...manifest('[profile.bench]\nopt-level = 0'), { name: 'other', content: parse('[profile.bench]\nopt-level = 2') }];
  expect(readCargoProfile('bench', settings, {}).optLevel).toBe('0');
});
