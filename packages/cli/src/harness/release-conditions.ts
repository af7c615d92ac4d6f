/** Conditions under which times say little of what users will see. */
export type NonRelease = 'inspector' | 'development' | 'coverage' | 'interpreted';

/** What is known of the process that measures. */
export interface ProcessFacts {
  inspectorUrl: string | undefined;
  execArgv: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  /** istanbul's global. */
  hasCoverage: boolean;
}

const rules: readonly { condition: NonRelease; holds(facts: ProcessFacts): boolean; says: string }[] = [
  { condition: 'inspector', holds: ({ inspectorUrl, execArgv }) => inspectorUrl !== undefined || execArgv.some((word) => /^--inspect/.test(word)), says: 'a debugger is attached (--inspect)' },
  { condition: 'development', holds: ({ env }) => env['NODE_ENV'] === 'development', says: 'NODE_ENV is development' },
  { condition: 'coverage', holds: ({ env, hasCoverage }) => hasCoverage || (env['NODE_V8_COVERAGE'] ?? '') !== '', says: 'coverage is recorded' },
  { condition: 'interpreted', holds: ({ execArgv }) => execArgv.some((word) => /^--(?:jitless|no-opt|no-turbofan|interpreted-frames-native-stack|cpu-prof|heap-prof|prof)\b/.test(word)), says: 'V8 does not optimise, or is profiled' },
];

/** Why this process must not measure, a phrase for each condition that is not allowed. Pure. */
export function releaseProblems(facts: ProcessFacts, allowed: readonly NonRelease[]): string[] {
  return rules.filter(({ condition, holds }) => !allowed.includes(condition) && holds(facts)).map(({ condition, says }) => `${says} (allow: ['${condition}'] measures all the same)`);
}
