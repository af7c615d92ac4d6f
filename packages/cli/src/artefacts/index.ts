export * from './artefact-types.js';
export * from './parse-artefact.js';
export * from './paths.js';
export * from './read-artefact.js';
export * from './write-artefact.js';
