import { createFinding, mergeWrittenConfig, normalizeConfig, type Config, type Finding, type PerformanceReport, type PolicyOrigins, type Profile, type ProfileOrigin, type WrittenConfig } from '@benchline/core/model';
import type { World } from '../ports/world.js';
import { UserError } from '../user-error.js';
import { surroundingsOf, withLimits, type LoadedConfig } from './load-config.js';
import { listOrigins, namedFile, type ConfigLayer } from './policy-origins.js';
import { chooseProfile, type FoundProfile, type ProfileQuestion } from './profiles.js';

/** The configuration with what the profile in force says below it. */
export interface SettingsInForce {
  config: Config;
  /** Which profile that is, and from which layer each setting comes. */
  origins: PolicyOrigins;
  /** What is doubtful about the profile. */
  findings: Finding[];
}

/** The settings for a machine: the config's, then those of the profile that is in force for it, then what is built in. */
export async function settingsInForce(world: World, loaded: LoadedConfig, host: ProfileQuestion['host']): Promise<SettingsInForce> {
  const { config, workspaceRoot, layers } = loaded;
  const found = await chooseProfile(world, { config, workspaceRoot, host });
  if (found === null) return { config, origins: { profile: null, settings: listOrigins(layers) }, findings: [] };
  const { profile } = found;
  const layer = layerOf(found);
  const settings = listOrigins([...layers, { layer, from: `profile ${profile.name}`, value: writtenIn(profile) }]);
  const foreign = profile.host.fingerprint !== host.fingerprint;
  const note = (): Finding => createFinding('BNL030', { profile: profile.name, made: machine(profile.host), here: machine(host) });
  return { config: await withDefaults(world, loaded, found), origins: { profile: originOf(found, loaded), settings }, findings: foreign ? [note()] : [] };
}

/** The same for reports: for the machine that measured the first of them; of a replayed one, the machine that measured it first. */
export async function settingsInForceFor(world: World, loaded: LoadedConfig, reports: readonly PerformanceReport[]): Promise<SettingsInForce> {
  const [first] = reports;
  if (first === undefined) return { config: loaded.config, origins: { profile: null, settings: listOrigins(loaded.layers) }, findings: [] };
  const { host, original } = first.provenance;
  return settingsInForce(world, loaded, { class: host.class, fingerprint: original?.fingerprint ?? host.fingerprint });
}

/** Noise floors, and the thresholds where the config says nothing. */
async function withDefaults(world: World, { config, written, projectRoot }: LoadedConfig, { profile, path }: FoundProfile): Promise<Config> {
  const floors = profile.benchmarks.map(({ suite, benchmark, metric, floor }) => ({ suite, benchmark, metric, floor }));
  if (profile.defaults === undefined) return { ...config, policy: { ...config.policy, floors } };
  const normalized = normalizeConfig(mergeWrittenConfig(writtenIn(profile), written), await surroundingsOf(world, projectRoot));
  // Each is well formed by itself: together they contradict each other, and the profile is the one that nobody sees.
  if ('findings' in normalized) throw new UserError(normalized.findings.map((finding) => ({ ...finding, file: path })), 2);
  const { policy, objectives } = withLimits(normalized.config, world.env);
  return { ...config, policy: { ...policy, floors }, objectives };
}

/** A profile's thresholds as a config would say them. */
export function writtenIn({ defaults }: Pick<Profile, 'defaults'>): WrittenConfig {
  const { stored, paired, ...objectives } = defaults ?? {};
  return {
    ...(stored === undefined && paired === undefined ? {} : { compare: { ...(stored && { stored }), ...(paired && { paired }) } }),
    ...(Object.keys(objectives).length === 0 ? {} : { sloDefaults: objectives }),
  };
}

const layersOfPlaces = { folder: 'named-profile', local: 'local-profile', repository: 'repository-profile' } as const;

function layerOf({ kind }: FoundProfile): (typeof layersOfPlaces)[FoundProfile['kind']] {
  return layersOfPlaces[kind];
}

function originOf(found: FoundProfile, { config, layers, workspaceRoot }: LoadedConfig): ProfileOrigin {
  const { profile, path } = found;
  const from = namedFile(path, workspaceRoot);
  return { name: profile.name, layer: layerOf(found), from, createdAt: profile.createdAt, fingerprint: profile.host.fingerprint, chosenBy: config.profile === null ? 'host' : namedBy(layers) };
}

function namedBy(layers: readonly ConfigLayer[]): NonNullable<ProfileOrigin>['chosenBy'] {
  const layer = layers.find(({ value }) => value.profile !== undefined)?.layer;
  return layer === 'flag' || layer === 'environment' || layer === 'project' || layer === 'workspace' ? layer : 'host';
}

function machine({ class: declared, fingerprint }: ProfileQuestion['host']): string {
  return declared === null ? `host ${fingerprint}` : `${declared} (host ${fingerprint})`;
}
