/**
 * Benchline's pure core under its five headings. Whoever needs one alone imports it by its path (`@benchline/core/model`), and so loads no other.
 */
export * as judge from './judge/index.js';
export * as model from './model/index.js';
export * as parse from './parse/index.js';
export * as render from './render/index.js';
export * as stats from './stats/index.js';
