import { measurementOf, type GateProject } from '@benchline/core/judge';
import { createFinding, type ExitCode, type Finding } from '@benchline/core/model';
import type { DeclaredProject } from './declared-projects.js';
import type { ReadResult, ReadResults } from './read-results.js';

export interface CollectQuestion {
  read: Pick<ReadResults, 'results' | 'broken'>;
  declared: readonly DeclaredProject[];
  /** Names that have to report, whatever else. */
  required: readonly string[];
  /** Declared projects need not report: only those that a change affects did run. */
  affectedOnly: boolean;
  /** Folders of declared projects that the change does not reach. */
  notAffected?: ReadonlySet<string>;
}

/** Which projects there are, what each handed in, and which of those that had to report did not. Pure. */
export function collectProjects({ read, declared, required, affectedOnly, notAffected = new Set() }: CollectQuestion): { projects: GateProject[]; findings: Finding[] } {
  const groups = groupByProject(read.results);
  const torn = new Set(declared.filter(({ folder }) => read.broken.includes(folder)).map(({ name }) => name));
  const raises = new Map(declared.map(({ name, raise }) => [name, raise]));
  const names = new Set([...groups.keys(), ...required, ...torn, ...(affectedOnly ? [] : raises.keys())]);
  const spared = new Set(declared.filter(({ folder, name }) => notAffected.has(folder) && !required.includes(name)).map(({ name }) => name));
  const findings = doubleNames(declared);
  const projects = [...names].map((name) => {
    const results = groups.get(name) ?? [];
    const double = doubleResult(name, results);
    if (double !== null) findings.push(double);
    if (spared.has(name) && !torn.has(name) && double === null && !results.some(isJudgement)) return sparedProject(name, raises.get(name) ?? {});
    return projectOf({ name, results: double === null ? results : [], raise: raises.get(name) ?? {}, fault: double !== null ? 'It has two results.' : torn.has(name) ? 'Its result could not be read.' : null });
  });
  return { projects, findings };
}

function isJudgement({ artefact }: ReadResult): boolean {
  return artefact !== 'performance-report';
}

/** Its last number is found by the caller. */
function sparedProject(project: string, raise: GateProject['raise']): GateProject {
  return { project, comparison: null, slo: null, absence: null, raise, inputs: [], measured: null, notAffected: { last: null } };
}

function groupByProject(results: readonly ReadResult[]): Map<string, ReadResult[]> {
  const groups = new Map<string, ReadResult[]>();
  for (const result of results) groups.set(result.value.project, [...(groups.get(result.value.project) ?? []), result]);
  return groups;
}

function doubleResult(project: string, results: readonly ReadResult[]): Finding | null {
  for (const [index, second] of results.entries()) {
    const first = results.slice(0, index).find(({ artefact }) => artefact === second.artefact);
    if (first !== undefined) return createFinding('BNL038', { project, first: first.path, second: second.path }, { file: second.path });
  }
  return null;
}

/** Two configs that give one name: whichever reports would stand for both. */
function doubleNames(declared: readonly DeclaredProject[]): Finding[] {
  return declared.flatMap(({ name, folder }, index) => {
    const first = declared.slice(0, index).find((other) => other.name === name);
    return first === undefined ? [] : [createFinding('BNL038', { project: name, first: `the config in ${first.shown}`, second: `the config in ${declared[index]?.shown ?? folder}` })];
  });
}

interface Handed {
  name: string;
  results: readonly ReadResult[];
  raise: Readonly<Record<string, ExitCode>>;
  /** Why its results cannot be used, a sentence. */
  fault: string | null;
}

function projectOf({ name, results, raise, fault }: Handed): GateProject {
  const comparison = results.find((one) => one.artefact === 'comparison')?.value ?? null;
  const slo = results.find((one) => one.artefact === 'slo-result')?.value ?? null;
  const report = results.find((one) => one.artefact === 'performance-report');
  const unjudged = results.length > 0 ? 'It was measured, but neither compared nor held against objectives.' : 'It did not report: there is no comparison and no objective result of it.';
  return {
    project: name,
    comparison,
    slo,
    absence: comparison !== null || slo !== null ? null : (fault ?? unjudged),
    raise,
    inputs: results.map(({ artefact, path, digest }) => ({ artefact, path, digest })),
    measured: report === undefined || !isJudged(report.digest, { comparison, slo }) ? null : { measurement: measurementOf(report.value), origin: report.origin },
  };
}

/** Whether a verdict rests on the report: paired mode measures for itself, and an older report may stand beside its result. */
function isJudged(digest: string, { comparison, slo }: Pick<GateProject, 'comparison' | 'slo'>): boolean {
  return comparison?.head.digests.some((one) => one === digest) === true || slo?.report.digest === digest;
}
