export { compareAgainst, type PairedRequest } from './compare-against.js';
export { readPairedOptions, type PairedOptions } from './paired-options.js';
