import type { SloPolicy } from './generated/types.js';
import { addressesOf, isSameObjective, parseLimitVariable, segmentOf, shortestVariableOf, type LimitVariable } from './limit-variable-name.js';
import { exampleLimit, limitFrom, parseLimitValue } from './limit-value.js';

/** A variable that cannot be used: what is wrong, and what to do. */
export interface VariableProblem {
  variable: string;
  problem: string;
  fix: string;
  /** It means no objective of the config; one that a benchmark's source sets may still be meant. */
  isUnknown?: true;
}

export interface LimitOverrides {
  /** With the limits that the environment sets; each changed one says so. */
  objectives: SloPolicy[];
  problems: VariableProblem[];
}

/** What stands in the environment beside the config. */
export interface LimitQuestion {
  project: string;
  objectives: readonly SloPolicy[];
  env: Readonly<Record<string, string | undefined>>;
}

/**
 * Limits that environment variables set in place of the config's: `BENCHLINE_MAX__PROJECT__BENCHMARK[__METRIC][__STATISTIC]=2ms` a ceiling,
 * `BENCHLINE_MIN__...` a floor, `=+15%` relative to what is configured. A variable that means no objective of this project, or more than one, or has no
 * usable value is a problem; one of another project is not looked at; an empty one is unset. What was applied before is not applied again.
 */
export function overrideLimits({ project, objectives, env }: LimitQuestion): LimitOverrides {
  const outcome: LimitOverrides = { objectives: [...objectives], problems: [] };
  const names = Object.keys(env).filter((name) => (env[name] ?? '') !== '').sort();
  for (const name of names) {
    const variable = parseLimitVariable(name);
    if (variable === null || (variable.project !== '' && variable.project !== segmentOf(project))) continue;
    const problem = applyVariable(outcome.objectives, { variable, value: env[name] ?? '', project });
    if (problem !== null) outcome.problems.push({ variable: name, ...problem });
  }
  return outcome;
}

type Problem = Omit<VariableProblem, 'variable'>;

/** Changes the objectives that the variable means; tells why if it cannot. */
function applyVariable(objectives: SloPolicy[], { variable, value, project }: { variable: LimitVariable; value: string; project: string }): Problem | null {
  const meant = objectives.filter((objective) => means(variable, objective));
  const [first] = meant;
  if (first === undefined) return unknown(variable, { project, objectives });
  const other = meant.find((objective) => !isSameObjective(objective, first));
  if (other !== undefined) return ambiguous({ meant, objectives, project });
  if (first.override?.variable === variable.variable) return null;
  if (first.override !== undefined) return { problem: `${first.override.variable} sets the same limit`, fix: 'Unset one of them.' };
  const parsed = parseLimitValue(value);
  const limits = parsed === null ? [] : meant.map((objective) => limitFrom(parsed, objective));
  if (parsed === null || limits.includes(null)) return { problem: `${JSON.stringify(value.slice(0, 64))} is no limit in the unit of ${first.metric}`, fix: `Write a number with its unit, such as ${exampleLimit(first)}, or a change of the configured limit, such as +15%.` };
  meant.forEach((objective, index) => {
    const override = { variable: variable.variable, value, configured: objective.limit };
    objectives[objectives.indexOf(objective)] = { ...objective, limit: limits[index] ?? objective.limit, override };
  });
  return null;
}

function means({ kind, address }: LimitVariable, objective: SloPolicy): boolean {
  return objective.kind === kind && addressesOf(objective).some((one) => one.length === address.length && one.every((segment, index) => segment === address[index]));
}

/** Nothing is set where a name is misspelt: a limit that silently does not hold is worse than none. */
function unknown({ kind }: LimitVariable, { project, objectives }: { project: string; objectives: readonly SloPolicy[] }): Problem {
  const noun = kind === 'floor' ? 'floor' : 'ceiling';
  const known = namesOf(objectives.filter((objective) => objective.kind === kind), { project, objectives });
  const fix = known.length === 0 ? `Unset it, or configure a ${noun} for it to change; it makes none.` : `Correct it; the ${noun}s are ${listed(known)}.`;
  return { problem: `it names no ${noun} of project ${project}`, fix, isUnknown: true };
}

function ambiguous({ meant, objectives, project }: { meant: readonly SloPolicy[]; objectives: readonly SloPolicy[]; project: string }): Problem {
  const names = namesOf(meant, { project, objectives });
  const benchmarks = [...new Set(meant.map(({ benchmark, metric, statistic }) => `${benchmark} ${metric} (${statistic})`))];
  const fix = names.length === 0 ? 'Their names come out alike in a variable: change the limit in the config.' : `Use ${listed(names)}.`;
  return { problem: `it means more than one objective: ${listed(benchmarks)}`, fix };
}

function namesOf(some: readonly SloPolicy[], { project, objectives }: { project: string; objectives: readonly SloPolicy[] }): string[] {
  return [...new Set(some.flatMap((objective) => shortestVariableOf(project, objective, objectives) ?? []))];
}

function listed(names: readonly string[]): string {
  return names.length > 4 ? `${names.slice(0, 4).join(', ')} and ${names.length - 4} more` : names.join(', ');
}
