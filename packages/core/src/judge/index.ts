export { assembleSuite, type AssembledSuite, type SuiteRounds } from './assemble/assemble-suite.js';
export type { RoundPlace } from './assemble/round-of.js';
