export { describePerf, itPerf, type GroupOptions } from './declare.js';
export { expectPerf, type Expectation, type LimitWords } from './expectation.js';
export type { Amount, Params, ParamValue, PerfFunction, PerfOptions } from './perf-options.js';
export type { PerfResult, Times } from './perf-result.js';
export type { NonRelease } from './release-conditions.js';
export type { SpecBuilder } from './spec-builder.js';
