export { createNodes, createNodesV2, name } from './plugin.js';
export type { PluginOptions } from './plugin-options.js';
