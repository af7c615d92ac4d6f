import type { Finding } from '@benchline/core/model';
import type { ListedPlace, ListedProfile } from '@benchline/core/render';
import type { LoadedConfig } from '../config/load-config.js';
import { profilePlaces } from '../config/profile-places.js';
import { chooseProfile, fits, listProfiles } from '../config/profiles.js';
import type { World } from '../ports/world.js';
import { UserError } from '../user-error.js';
import { choosePlace, type CalibrateOptions } from './calibrate-options.js';
import { shownPath } from './profile-target.js';

export interface KnownProfiles {
  profiles: (ListedProfile & { path: string })[];
  places: ListedPlace[];
  /** What could not be read, and why no profile is in force where one is named. */
  findings: Finding[];
}

/** The profiles there are, those of the place that wins first; of one place alone where a flag names it. Changes nothing. */
export async function listKnownProfiles(options: Pick<CalibrateOptions, 'local' | 'output'>, loaded: LoadedConfig, world: World): Promise<KnownProfiles> {
  const { config, workspaceRoot } = loaded;
  const { fingerprint } = await world.host.facts();
  const question = { config, workspaceRoot, host: { class: config.hostClass, fingerprint } };
  const named = options.output !== undefined || options.local === true;
  const places = named ? [choosePlace(options, loaded, world)] : profilePlaces(world, workspaceRoot);
  const { profiles, findings } = await listProfiles(world, places);
  const chosen = await chooseProfile(world, question).catch((cause: unknown) => {
    if (!(cause instanceof UserError)) throw cause;
    findings.push(...cause.findings.filter(({ file }) => !findings.some((found) => found.file === file)));
    return null;
  });
  const listed = profiles.map(({ profile, kind, path }) => ({ profile, place: kind, path: shownPath(world, path), fits: fits(profile, question), used: path === chosen?.path }));
  return { profiles: listed, places: places.map(({ kind, folder }) => ({ place: kind, folder: shownPath(world, folder) })), findings };
}
