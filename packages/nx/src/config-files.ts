import { posix } from 'node:path';

/** What Nx is to look for. */
export const configFiles = '**/benchline.{json,yaml,yml,toml}';

/** A folder that begins with a dot is a tool's own: .github/workflows/benchline.yml is no config. Paths are relative to the workspace. */
export function isConfig(file: string): boolean {
  return !posix.dirname(file).split('/').some((folder) => folder.length > 1 && folder.startsWith('.'));
}
