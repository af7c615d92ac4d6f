/** What is wrong with a rule: where in the mapping (JSON pointer), what was expected there, what was found. */
export interface MappingProblem {
  pointer: string;
  expected: string;
  found: string;
}

/** Takes note of a problem; reading the rules goes on, so that every problem is told at once. */
export type ReportMappingProblem = (problem: MappingProblem) => void;
