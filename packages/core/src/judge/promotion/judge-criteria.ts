import type { BaselineConfig, PromotionCriterion } from '../../model/config.js';
import type { CriterionOutcome } from '../../model/generated/types.js';
import { fingerprintOf } from '../compare/side.js';
import type { PromotedReport, PromotionQuestion } from './plan-promotion.js';

/** met, or why not. */
interface Answer {
  readonly met: boolean;
  readonly detail: string;
}

/** Criteria that no config switches off. */
const always: readonly { name: 'measured' | 'same-commit'; ask: (question: PromotionQuestion) => Answer }[] = [
  { name: 'measured', ask: isMeasured },
  { name: 'same-commit', ask: isOneCommit },
];

const configurable: readonly { name: PromotionCriterion; ask: (question: PromotionQuestion) => Answer }[] = [
  { name: 'default-branch', ask: isOnDefaultBranch },
  { name: 'clean-tree', ask: isClean },
  { name: 'objectives', ask: meetsObjectives },
  { name: 'no-regression', ask: hasNoRegression },
  { name: 'tests-passed', ask: arePassed },
];

/** Every criterion with its outcome; one that the config does not demand is waived, whatever the answer. */
export function judgeCriteria(question: PromotionQuestion): CriterionOutcome[] {
  const demanded = demandedCriteria(question.config, question.ci);
  return [
    ...always.map(({ name, ask }) => outcomeOf(name, ask(question))),
    ...configurable.map(({ name, ask }) => (demanded.has(name) ? outcomeOf(name, ask(question)) : waived(name))),
  ];
}

function demandedCriteria({ criteria }: BaselineConfig, ci: boolean): Set<PromotionCriterion> {
  if (criteria !== null) return new Set(criteria);
  return new Set(configurable.map(({ name }) => name).filter((name) => ci || name !== 'tests-passed'));
}

function outcomeOf(name: CriterionOutcome['name'], { met, detail }: Answer): CriterionOutcome {
  return { name, outcome: met ? 'met' : 'failed', detail };
}

function waived(name: CriterionOutcome['name']): CriterionOutcome {
  return { name, outcome: 'waived', detail: 'The config does not demand it.' };
}

function isMeasured({ reports }: PromotionQuestion): Answer {
  if (reports.length === 0) return { met: false, detail: 'There is no report.' };
  const failed = reports.flatMap(({ report }) => report.suites.flatMap(({ benchmarks }) => benchmarks.filter(({ status }) => status === 'failed')));
  if (failed.length > 0) return { met: false, detail: `${counted(failed.length, 'benchmark')} failed, ${failed[0]?.id} among them.` };
  const empty = reports.find(({ report }) => countMetrics({ report }) === 0);
  if (empty !== undefined) return { met: false, detail: `Run ${empty.report.runId} measured nothing.` };
  const classes = new Set(reports.map(({ report }) => report.provenance.host.class ?? fingerprintOf(report)));
  if (classes.size > 1) return { met: false, detail: `The reports are of ${classes.size} host classes; a baseline is of one.` };
  const metrics = reports.reduce((sum, { report }) => sum + countMetrics({ report }), 0);
  return { met: true, detail: `${counted(metrics, 'metric')} in ${counted(reports.length, 'report')} of one host class.` };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function countMetrics({ report }: Pick<PromotedReport, 'report'>): number {
  return report.suites.reduce((sum, { benchmarks }) => sum + benchmarks.reduce((all, { metrics }) => all + metrics.length, 0), 0);
}

/** A report that a task runner restored may be of an earlier commit: the runner found its inputs the same. */
function isOneCommit({ reports, commit }: PromotionQuestion): Answer {
  const other = reports.find(({ report: { provenance }, sameInputs }) => provenance.measured !== 'replayed' && sameInputs !== true && provenance.commit.sha !== commit.sha);
  if (other !== undefined) return { met: false, detail: `Run ${other.report.runId} measured ${other.report.provenance.commit.sha ?? 'no commit'}, checked out is ${commit.sha ?? 'no commit'}.` };
  const restored = reports.find(({ report: { provenance } }) => provenance.commit.sha !== commit.sha);
  if (restored !== undefined) return { met: true, detail: `Run ${restored.report.runId} measured ${restored.report.provenance.commit.sha ?? 'no commit'}; the task runner restored it for ${commit.sha ?? 'no commit'}, whose inputs are the same.` };
  return { met: true, detail: `All reports belong to ${commit.sha ?? 'a folder without a commit'}.` };
}

function isOnDefaultBranch({ onDefaultBranch, defaultBranch, commit }: PromotionQuestion): Answer {
  const branch = defaultBranch ?? 'the default branch';
  const sha = commit.sha?.slice(0, 12) ?? 'the commit';
  if (onDefaultBranch === null) return { met: false, detail: `Whether ${sha} is on ${branch} is not known.` };
  return { met: onDefaultBranch, detail: `${sha} is ${onDefaultBranch ? '' : 'not '}on ${branch}.` };
}

function isClean({ reports, commit }: PromotionQuestion): Answer {
  const states = [commit.dirty, ...reports.map(({ report }) => report.provenance.commit.dirty)];
  if (states.includes(true)) return { met: false, detail: 'There are uncommitted changes, now or when it was measured.' };
  if (states.includes(null)) return { met: false, detail: 'Whether the tree was clean is not known.' };
  return { met: true, detail: 'No uncommitted changes, now and when it was measured.' };
}

function meetsObjectives({ slo, reports }: PromotionQuestion): Answer {
  if (slo === null || slo.policy.length === 0) return { met: true, detail: 'No objectives are configured.' };
  if (!reports.some(({ digest }) => digest === slo.report.digest)) return { met: false, detail: 'The objectives were checked on another report.' };
  const { pass, warn, fail, unknown } = slo.summary.counts;
  if (slo.objectives.length === 0) return { met: false, detail: 'Every objective is for other host classes.' };
  return { met: fail === 0 && unknown === 0, detail: `${pass} pass, ${warn} warn, ${fail} fail, ${unknown} unknown.` };
}

function hasNoRegression({ comparison, previous, reports }: PromotionQuestion): Answer {
  if (comparison === null) {
    return previous === null ? { met: true, detail: 'There is no baseline to compare with.' } : { met: false, detail: `Not compared with baseline ${previous.id}.` };
  }
  const read = new Set<string>(comparison.head.digests);
  if (!reports.every(({ digest }) => read.has(digest))) return { met: false, detail: 'The comparison is of another report.' };
  if (previous !== null && comparison.base?.baseline !== previous.id) return { met: false, detail: `The comparison is not with baseline ${previous.id}.` };
  const { verdict, exitCode } = comparison.summary;
  return { met: exitCode === 0, detail: `The comparison's verdict is ${verdict}.` };
}

function arePassed({ testsPassed }: PromotionQuestion): Answer {
  if (testsPassed === null) return { met: false, detail: 'Nobody attested that the tests passed.' };
  return { met: testsPassed, detail: `Attested: the tests ${testsPassed ? 'passed' : 'did not pass'}.` };
}
