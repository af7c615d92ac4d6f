export { assembleSuite, type AssembledSuite, type SuiteRounds } from './assemble/assemble-suite.js';
export type { RoundPlace } from './assemble/round-of.js';
export { compareReports, type ReportComparison } from './compare/compare-reports.js';
export { benchmarkKey, fingerprintOf, type ComparedReports } from './compare/side.js';
export { ALGORITHM } from './decision-constants.js';
