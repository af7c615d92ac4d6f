import { join } from 'node:path';
import { relocateValues } from './relocate.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** What an outer Nx tells the task it runs; a side's own Nx must not believe it. Where caches lie is kept: sharing them is what makes builds cheap. */
const outerTask = /^NX_(TASK_|WORKSPACE_ROOT|INVO|CLI_SET|FORKED_|TERMINAL_|STREAM_|PREFIX_|DAEMON)/;
const places = new Set(['NX_CACHE_DIRECTORY', 'NX_WORKSPACE_DATA_DIRECTORY']);
const targetFolders = ['CARGO_TARGET_DIR', 'CARGO_BUILD_TARGET_DIR'];

/**
 * The environment of everything that runs in a side. Places in the user's tree, on PATH above all, become the side's, so that no side runs
 * the other's code; a shared folder of Cargo's builds becomes one of the side's own.
 */
export function sideEnvironment(env: Environment, root: string, relocate: (text: string) => string): Record<string, string | undefined> {
  const kept = Object.fromEntries(Object.entries(env).filter(([name]) => !outerTask.test(name)));
  const fixed = Object.fromEntries(Object.entries(kept).filter(([name]) => places.has(name)));
  const target = targetFolders.some((name) => env[name] !== undefined) ? { CARGO_TARGET_DIR: join(root, 'target'), CARGO_BUILD_TARGET_DIR: undefined } : {};
  return { ...relocateValues(kept, relocate), ...fixed, NX_DAEMON: 'false', NX_TUI: 'false', ...target };
}
