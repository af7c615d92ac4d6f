import { join, resolve } from 'node:path';
import { folderName } from '../artefacts/folder-name.js';
import type { World } from '../ports/world.js';
import { localConfigFolder } from './local-config-folder.js';

/** A folder that holds profiles: `<project>/<name>.json`. */
export interface ProfilePlace {
  /** `folder`: named by BENCHLINE_PROFILE_DIR or a flag; `local`: the user's own; `repository`: committed. */
  kind: 'folder' | 'local' | 'repository';
  /** Absolute. */
  folder: string;
}

/** Where profiles are looked for, the place that wins first. */
export function profilePlaces(world: Pick<World, 'env' | 'cwd' | 'host'>, workspaceRoot: string): ProfilePlace[] {
  const named = world.env['BENCHLINE_PROFILE_DIR'] ?? '';
  return [
    ...(named === '' ? [] : [{ kind: 'folder' as const, folder: resolve(world.cwd, named) }]),
    { kind: 'local', folder: join(localConfigFolder({ platform: world.host.platform(), env: world.env, homeFolder: world.host.homeFolder() }), 'profiles') },
    { kind: 'repository', folder: join(workspaceRoot, 'profiles') },
  ];
}

/** The file of a project's profile. */
export function profileFile({ folder }: Pick<ProfilePlace, 'folder'>, project: string, name: string): string {
  return join(folder, folderName(project), `${name}.json`);
}
