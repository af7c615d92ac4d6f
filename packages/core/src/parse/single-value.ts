import type { Summary } from '../model/index.js';

/** The summary of a tool that gives one number and does not say what it is made of. */
export function singleValue(value: number): Summary {
  return { n: 1, min: null, p50: value, p95: null, p99: null, max: null, mean: null, stddev: null, mad: null };
}
