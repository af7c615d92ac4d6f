import type { JudgedGate, JudgedProject } from '../judge/index.js';
import { exitCodeOf, type ComparisonRow, type ExitCode, type Finding } from '../model/index.js';
import { visible } from './escape.js';
import { acceptanceNote } from './gate-projects.js';
import { metricText, rowText } from './row-text.js';
import { sloRowText } from './slo-words.js';

/** A test case: what JUnit's readers know of outcomes. */
interface Case {
  classname: string;
  name: string;
  /** null: passed. */
  outcome: 'failure' | 'error' | 'skipped' | null;
  message: string;
}

/**
 * JUnit XML as Jenkins, GitLab and others read it: a suite a project, a test case a row, an objective, a project that did not report, and a finding that is an error. Failure: exit code 3;
 * error: 2 and 4; skipped: what could not be judged and fails nothing. `advisory` does not change it.
 */
export function renderGateJunit({ projects, result, accepted }: JudgedGate): string {
  const suites = projects.map((one) => renderSuite(one.project, [...absenceCases(one), ...rowCases(one, accepted), ...objectiveCases(one)]));
  const errors = result.findings.filter(({ level }) => level === 'error');
  const own = errors.length === 0 ? [] : [renderSuite('benchline gate', errors.map(findingCase))];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="benchline">\n${[...suites, ...own].join('')}</testsuites>\n`;
}

function absenceCases({ project, absence, exitCode, notAffected }: JudgedProject): Case[] {
  if (notAffected !== undefined) return [{ classname: project, name: 'reported', outcome: 'skipped', message: 'The change does not reach it.' }];
  return absence === null ? [] : [{ classname: project, name: 'reported', outcome: outcomeOf(exitCode) ?? 'skipped', message: absence }];
}

/** What passed is counted alone beyond so many rows of a project: readers of JUnit refuse files of tens of megabytes. */
const mostPassed = 1000;

function rowCases({ project, comparison }: JudgedProject, accepted: JudgedGate['accepted']): Case[] {
  const cases = allCases({ project, comparison }, accepted);
  const passed = cases.filter(({ outcome }) => outcome === null);
  if (passed.length <= mostPassed) return cases;
  const left = passed.length - mostPassed;
  const kept = new Set(passed.slice(0, mostPassed));
  return [...cases.filter((one) => one.outcome !== null || kept.has(one)), { classname: project, name: `${left} more that passed`, outcome: null, message: '' }];
}

function allCases({ project, comparison }: Pick<JudgedProject, 'project' | 'comparison'>, accepted: JudgedGate['accepted']): Case[] {
  return (comparison?.rows ?? []).map((row) => {
    const name = [row.benchmark, ...(row.metric === null ? [] : [metricText(row, comparison?.policy.statistic ?? row.statistic)])].join(' › ');
    const acceptance = accepted.get(row);
    const outcome = acceptance === undefined ? rowOutcome(row, comparison?.policy.raise ?? {}) : { outcome: 'skipped' as const, message: `${acceptanceNote(acceptance)} (${row.verdict}: ${row.reason})` };
    return { classname: `${project}.${row.suite}`, name, ...outcome };
  });
}

const unjudged: ReadonlySet<string> = new Set(['not-comparable', 'inconclusive', 'missing', 'failed']);

function rowOutcome(row: ComparisonRow, raise: Readonly<Record<string, ExitCode>>): Pick<Case, 'outcome' | 'message'> {
  const { base, head, change } = rowText(row);
  const message = `${row.verdict}: ${base} → ${head} (${change}). ${row.reason}`;
  // A metric of which nobody said which way is better never gates.
  if (row.rule === 'direction') return { outcome: 'skipped', message };
  return { outcome: outcomeOf(exitCodeOf(row.verdict, raise)) ?? (unjudged.has(row.verdict) ? 'skipped' : null), message };
}

function objectiveCases({ project, slo }: JudgedProject): Case[] {
  return (slo?.objectives ?? []).map((row) => {
    const { observed, limit, metric } = sloRowText(row, slo?.policy ?? []);
    const outcome = row.verdict === 'fail' ? 'failure' : row.verdict === 'unknown' ? 'error' : null;
    return { classname: `${project}.objectives`, name: `${[row.suite, row.benchmark, metric].filter((part) => part !== null).join(' › ')} ${limit}`, outcome, message: `${row.verdict}: ${observed}, demanded ${limit}. ${row.reason}` };
  });
}

function findingCase({ code, what, why, fix, file }: Finding): Case {
  return { classname: 'benchline', name: `${code}${file === undefined ? '' : ` ${file}`}`, outcome: 'error', message: `${what} ${why} ${fix}` };
}

function outcomeOf(exitCode: ExitCode): 'failure' | 'error' | null {
  if (exitCode === 0) return null;
  return exitCode === 3 ? 'failure' : 'error';
}

function renderSuite(name: string, cases: readonly Case[]): string {
  const count = (outcome: Case['outcome']): number => cases.filter((one) => one.outcome === outcome).length;
  const counts = `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`;
  return `  <testsuite name="${escapeXml(name)}" ${counts}>\n${cases.map(renderCase).join('')}  </testsuite>\n`;
}

function renderCase({ classname, name, outcome, message }: Case): string {
  const start = `    <testcase classname="${escapeXml(classname)}" name="${escapeXml(name)}"`;
  return outcome === null ? `${start}/>\n` : `${start}>\n      <${outcome} message="${escapeXml(message)}"/>\n    </testcase>\n`;
}

/** For an attribute: nothing ends it, and no character that XML 1.0 forbids is left. */
function escapeXml(text: string): string {
  return visible(text).replace(/[\ufffe\uffff]/g, '\ufffd').replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
