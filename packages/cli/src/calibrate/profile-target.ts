import { relative } from 'node:path';
import type { Host, Profile } from '@benchline/core/model';
import { readArtefact } from '../artefacts/read-artefact.js';
import { profileFile } from '../config/profile-places.js';
import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';
import type { CalibrationRequest } from './calibrate-options.js';

/** Where the profile will be written, and what it adds to. */
export interface ProfileTarget {
  /** Absolute. */
  path: string;
  earlier: Profile | null;
}

/** Looks at what stands there already: BNL016 where it may not be replaced or added to. */
export async function openTarget(world: World, request: CalibrationRequest, host: Pick<Host, 'fingerprint'>): Promise<ProfileTarget> {
  const { place, name, loaded, existing } = request;
  const path = profileFile(place, loaded.config.project, name);
  if (existing === 'overwrite' || !(await world.files.exists(path))) return { path, earlier: null };
  const shown = shownPath(world, path);
  if (existing === 'refuse') throw userError('BNL016', { problem: `There is a profile ${name} already: ${shown}`, fix: '--append adds comparisons to it, --overwrite replaces it, --name makes another.' }, { file: path });
  const { value: earlier } = await readArtefact(world, 'profile', path);
  const problem = whyNotAppend(earlier, request, host);
  if (problem !== null) throw userError('BNL016', { problem: `Nothing can be added to profile ${name}: ${problem}`, fix: '--name makes another profile, --overwrite replaces this one.' }, { file: path });
  return { path, earlier };
}

function whyNotAppend(earlier: Profile, { rounds, loaded }: CalibrationRequest, host: Pick<Host, 'fingerprint'>): string | null {
  if (earlier.host.fingerprint !== host.fingerprint) return `it was made on another machine (${earlier.host.cpuModel}, fingerprint ${earlier.host.fingerprint})`;
  if (earlier.project !== loaded.config.project) return `it is of project ${earlier.project}`;
  return rounds === null || rounds === earlier.rounds ? null : `it has ${earlier.rounds} rounds a side, and ${rounds} are asked for`;
}

/** Relative where it lies below the working directory; with ~ for the home folder. */
export function shownPath({ cwd, host }: Pick<World, 'cwd' | 'host'>, path: string): string {
  const way = relative(cwd, path);
  if (way.split(/[\\/]/)[0] !== '..') return way;
  const home = host.homeFolder();
  return home.length > 1 && path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path;
}
