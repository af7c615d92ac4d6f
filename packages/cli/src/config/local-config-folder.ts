import { posix, win32 } from 'node:path';

/** What the user's own folder follows from. */
export interface UserSurroundings {
  /** As `process.platform`. */
  platform: string;
  env: Readonly<Record<string, string | undefined>>;
  homeFolder: string;
}

/**
 * The user's own Benchline folder: below XDG_CONFIG_HOME on any system (absolute, or it does not count, as its specification demands), else below %APPDATA% on
 * Windows, ~/Library/Application Support on macOS, ~/.config elsewhere.
 */
export function localConfigFolder({ platform, env, homeFolder }: UserSurroundings): string {
  const { join, isAbsolute } = platform === 'win32' ? win32 : posix;
  const named = platform === 'win32' ? [env['XDG_CONFIG_HOME'], env['APPDATA']] : [env['XDG_CONFIG_HOME']];
  const base = named.find((path) => path !== undefined && isAbsolute(path)) ?? join(homeFolder, ...usual(platform));
  return join(base, 'benchline');
}

function usual(platform: string): string[] {
  if (platform === 'win32') return ['AppData', 'Roaming'];
  return platform === 'darwin' ? ['Library', 'Application Support'] : ['.config'];
}
