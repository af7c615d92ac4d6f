import type { Finding, WrittenConfig } from './generated/types.js';
import { configDefaults } from './config-defaults.js';
import { durationAt, problemFinding, quoted, type ConfigProblem, type ReportProblem } from './config-problem.js';
import type { BaselineConfig, Config } from './config.js';
import { createFinding } from './finding.js';
import { normalizeGate } from './normalize-gate.js';
import { normalizeObjectives, normalizeSummary } from './normalize-objectives.js';
import { normalizePolicy } from './normalize-policy.js';
import { isAbsolutePath, normalizeSuites } from './normalize-suites.js';

/** What the configuration cannot know by itself. */
export interface ConfigSurroundings {
  /** The project's name where none is written. */
  project: string;
  /** YYYY-MM-DD: which exceptions have expired. */
  today: string;
  ci: boolean;
}

/** The configuration as used with warnings about it, or else everything that makes it unusable, each with its JSON pointer. */
export type NormalizedConfig = { config: Config; warnings: Finding[] } | { findings: Finding[] };

/** Turns what people wrote (valid by its schema) into what the program uses. The one place that knows defaults. */
export function normalizeConfig(written: WrittenConfig, surroundings: ConfigSurroundings): NormalizedConfig {
  const problems: ConfigProblem[] = [];
  const config = configOf(written, surroundings, (problem) => problems.push(problem));
  if (problems.length > 0) return { findings: problems.map(problemFinding) };
  return { config, warnings: expiredOverrides(config) };
}

function configOf(written: WrittenConfig, { project, today }: ConfigSurroundings, report: ReportProblem): Config {
  const { timeBudgetMs, control } = configDefaults.paired;
  return {
    project: written.project ?? project,
    suites: normalizeSuites(written.suites ?? [], report),
    hostClass: written.host?.class ?? null,
    env: { allow: [...(written.env?.allow ?? configDefaults.allowedEnv)], redact: normalizeRedact(written.env?.redact ?? [], report) },
    policy: normalizePolicy(written.compare ?? {}, today, report),
    paired: {
      timeBudgetMs: durationAt(written.compare?.paired?.timeBudget, { pointer: '/compare/paired/timeBudget', fallback: timeBudgetMs }, report),
      control: written.compare?.paired?.control ?? control,
    },
    objectives: normalizeObjectives(written.slo ?? [], written.sloDefaults ?? {}, report),
    summary: normalizeSummary(written.summary ?? [], report),
    baselines: normalizeBaselines(written.baselines ?? {}, report),
    profile: written.profile ?? null,
    gate: normalizeGate(written.gate ?? {}),
  };
}

function normalizeBaselines(written: NonNullable<WrittenConfig['baselines']>, report: ReportProblem): BaselineConfig {
  const { directory, keep, keepMonths } = configDefaults.baselines;
  if (written.directory !== undefined && isAbsolutePath(written.directory)) {
    report({ pointer: '/baselines/directory', expected: "a folder relative to the project's", found: quoted(written.directory) });
  }
  return {
    directory: written.directory ?? directory,
    keep: written.keep ?? keep,
    keepMonths: written.keepMonths ?? keepMonths,
    defaultBranch: written.defaultBranch ?? null,
    criteria: written.criteria ?? null,
  };
}

function normalizeRedact(patterns: readonly string[], report: ReportProblem): string[] {
  patterns.forEach((pattern, index) => {
    if (!isRegularExpression(pattern)) report({ pointer: `/env/redact/${index}`, expected: 'a regular expression', found: quoted(pattern) });
  });
  return [...patterns];
}

function isRegularExpression(pattern: string): boolean {
  try {
    new RegExp(pattern);
    return true;
  } catch {
    return false;
  }
}

function expiredOverrides(config: Config): Finding[] {
  return config.policy.overrides.flatMap(({ benchmark, expires, expired }, index) =>
    expired && expires !== null ? createFinding('BNL018', { benchmark, expired: expires }, { pointer: `/compare/overrides/${index}` }) : [],
  );
}
