import { join } from 'node:path';
import type { Config, Finding, Host, Profile } from '@benchline/core/model';
import { folderName } from '../artefacts/folder-name.js';
import { readArtefact } from '../artefacts/read-artefact.js';
import type { World } from '../ports/world.js';
import { userError, UserError } from '../user-error.js';
import { profileFile, profilePlaces, type ProfilePlace } from './profile-places.js';

/** A profile and where it was found. */
export interface FoundProfile {
  profile: Profile;
  kind: ProfilePlace['kind'];
  /** Absolute. */
  path: string;
}

/** Whose profile is wanted: the project's, for the machine that measured. */
export interface ProfileQuestion {
  config: Pick<Config, 'project' | 'profile'>;
  workspaceRoot: string;
  host: Pick<Host, 'class' | 'fingerprint'>;
}

/**
 * The profile in force: the one that the config (or BENCHLINE_PROFILE) names, else the newest that was made on this kind of machine; BENCHLINE_PROFILE_DIR
 * before local before repository. null: none fits. Throws BNL008 where a named one is missing; an invalid file is an error, never skipped.
 */
export async function chooseProfile(world: World, question: ProfileQuestion): Promise<FoundProfile | null> {
  const { config, workspaceRoot } = question;
  const places = profilePlaces(world, workspaceRoot);
  if (config.profile !== null) return namedProfile(world, places, { project: config.project, name: config.profile });
  for (const place of places) {
    const paths = await profileFiles(world, join(place.folder, folderName(config.project)));
    const found = await Promise.all(paths.map((path) => readProfile(world, place, path)));
    const newest = found.filter(({ profile }) => fits(profile, question)).sort(byPreference(question.host))[0];
    if (newest !== undefined) return newest;
  }
  return null;
}

async function namedProfile(world: World, places: readonly ProfilePlace[], { project, name }: { project: string; name: string }): Promise<FoundProfile> {
  for (const place of places) {
    const path = profileFile(place, project, name);
    if (await world.files.exists(path)) return readProfile(world, place, path);
  }
  const path = profileFile(places.at(-1) as ProfilePlace, project, name);
  throw userError('BNL008', { path, purpose: `profile ${name}, which the configuration names (benchline calibrate makes it)` }, { file: path });
}

/** Whether a profile speaks of this project on this kind of machine. */
export function fits({ project, host }: Profile, { config, host: here }: Pick<ProfileQuestion, 'config' | 'host'>): boolean {
  return project === config.project && host.fingerprint === here.fingerprint;
}

/** The same declared class first, then the newest. */
function byPreference({ class: wanted }: ProfileQuestion['host']): (a: FoundProfile, b: FoundProfile) => number {
  const rank = ({ profile }: FoundProfile): string => `${profile.host.class === wanted ? 1 : 0} ${profile.createdAt} ${profile.name}`;
  return (a, b) => (rank(a) < rank(b) ? 1 : -1);
}

async function readProfile(world: World, { kind }: ProfilePlace, path: string): Promise<FoundProfile> {
  return { profile: (await readArtefact(world, 'profile', path)).value, kind, path };
}

async function profileFiles({ files }: World, folder: string): Promise<string[]> {
  return (await files.list(folder)).filter(({ name, kind }) => kind === 'file' && name.endsWith('.json')).map(({ name }) => join(folder, name));
}

/** Every profile of these places, all projects' alike; what cannot be read is a finding. */
export async function listProfiles(world: World, places: readonly ProfilePlace[]): Promise<{ profiles: FoundProfile[]; findings: Finding[] }> {
  const profiles: FoundProfile[] = [];
  const findings: Finding[] = [];
  for (const place of places) {
    for (const path of await filesOfProjects(world, place)) {
      await readProfile(world, place, path).then((found) => profiles.push(found), (cause: unknown) => {
        if (!(cause instanceof UserError)) throw cause;
        findings.push(...cause.findings);
      });
    }
  }
  return { profiles, findings };
}

async function filesOfProjects(world: World, { folder }: ProfilePlace): Promise<string[]> {
  const folders = (await world.files.list(folder)).filter(({ kind }) => kind === 'folder');
  return (await Promise.all(folders.map(({ name }) => profileFiles(world, join(folder, name))))).flat();
}
