export * from './generated/types.js';
export * from './compiled-validator.js';
export * from './config.js';
export * from './finding.js';
export * from './finding-wording.js';
