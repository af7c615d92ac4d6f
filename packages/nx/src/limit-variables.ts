import type { TargetInput } from './tool-inputs.js';

/**
 * The variables that set limits (BENCHLINE_MAX__PROJECT__BENCHMARK and their like). An input names one variable, and nobody knows their names beforehand; so a
 * program that Nx runs when it hashes the task prints those there are.
 */
export const limitVariables: TargetInput = {
  runtime: 'node -e "for(const n of Object.keys(process.env).sort())if(/^BENCHLINE_(MIN|MAX)__/i.test(n))console.log(n+\'=\'+process.env[n])"',
};
