export { describePerf, itLoad, itPerf, type GroupOptions } from './declare.js';
export { expectLoad, expectPerf, type Expectation, type LimitWords, type LoadExpectation } from './expectation.js';
export type { LoadOptions, LoadServer } from './load-options.js';
export type { Amount, Params, ParamValue, PerfFunction, PerfOptions } from './perf-options.js';
export type { LoadResult, PerfResult, Times } from './perf-result.js';
export type { NonRelease } from './release-conditions.js';
export type { SpecBuilder } from './spec-builder.js';
