export * from './adapters.js';
export * from './json-text.js';
export * from './parsed.js';
export type { TinybenchOutput, TinybenchTask } from './tinybench.js';
