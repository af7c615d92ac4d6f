export * from './adapters.js';
export * from './json-text.js';
export * from './line-reader.js';
export * from './parsed.js';
export * from './source-reader.js';
export * from './tool-traits.js';
export type { TinybenchOutput, TinybenchTask } from './tools/tinybench.js';
export type { PerfSpecOutput, PerfSpecReading } from './tools/perf-spec-format.js';
