/** What other packages and scripts may use: the commands as functions, and the world they run in. */
export { main } from './main.js';
export { createNodeWorld } from './ports/node-world.js';
export type { World } from './ports/world.js';
export type { CommandResult } from './command-definition.js';
export { UserError } from './user-error.js';
export { isLookedInto, isWorthReading, planScaffold } from './scaffold/index.js';
export type { ScaffoldOptions, ScaffoldPlan, Snapshot } from './scaffold/index.js';
export { parseConfigText } from './config/parse-config-text.js';
export { loadConfig, type LoadedConfig } from './config/load-config.js';
