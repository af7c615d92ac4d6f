import { join } from 'node:path';
import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';

export const configFileNames = ['benchline.json', 'benchline.yaml', 'benchline.yml', 'benchline.toml'] as const;

/** The config file in a folder; null if there is none. Two of them are an error: nobody could tell which counts. */
export async function findConfigFile({ files }: Pick<World, 'files'>, folder: string): Promise<string | null> {
  const present = await Promise.all(configFileNames.map(async (name) => ((await files.exists(join(folder, name))) ? [name] : [])));
  const [first, second] = present.flat();
  if (first !== undefined && second !== undefined) throw userError('BNL016', { problem: `Both ${first} and ${second} stand in ${folder}`, fix: 'Keep one of them.' }, { file: join(folder, second) });
  return first === undefined ? null : join(folder, first);
}
