export { createMappingAdapter } from './create-mapping-adapter.js';
export type { MappingProblem } from './mapping-problem.js';
