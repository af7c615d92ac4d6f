import { formatValue, type Baseline, type CriterionOutcome, type PerformanceReport, type Suite } from '../../model/index.js';
import { commitText } from '../comparison-words.js';

interface Fact {
  label: string;
  text: string;
}

const tones: Record<CriterionOutcome['outcome'], string> = { met: 'green', waived: 'yellow', failed: 'red' };

/** Facts that are known; what nobody recorded is left out. */
function known(facts: readonly (readonly [string, string | number | null])[]): Fact[] {
  return facts.flatMap(([label, text]) => (text === null || text === '' ? [] : [{ label, text: String(text) }]));
}

/** Where, when and with what a report was measured. */
export function reportView(report: PerformanceReport): object {
  const { host, commit, measured, original, ci, taskHash } = report.provenance;
  const replayed = original === null ? 'replayed from a cache' : `replayed from a cache; measured ${original.createdAt} on ${original.fingerprint}`;
  const origin = { now: 'for this report', replayed, elsewhere: 'elsewhere; read from files' };
  const facts = known([
    ['run', report.runId],
    ['created', report.createdAt],
    ['measured', origin[measured]],
    ['commit', commit.sha === null ? null : `${commit.sha}${commit.dirty === true ? ' (uncommitted changes)' : ''}`],
    ['branch', commit.branch],
    ['host', `${host.cpuModel}, ${host.cores} cores, ${formatValue(host.memoryBytes, 'B')}, ${host.arch}`],
    ['host class', host.class],
    ['fingerprint', host.fingerprint],
    ['system', `${host.os} ${host.kernel}${host.virtualised === true ? ', virtualised' : ''}`],
    ['governor', host.governor],
    ['load at start', host.load],
    ['CI', ci === null ? null : [ci.provider, ci.run, ci.url].filter((part) => part !== null).join(' ')],
    ['task hash', taskHash],
    ...report.suites.map((suite): [string, string] => [`suite ${suite.name}`, suiteText(suite)]),
  ]);
  return { title: `How ${report.project} was measured`, facts };
}

function suiteText({ provenance, benchmarks }: Suite): string {
  const { harness, toolchain, command, threads, dataset, build } = provenance;
  const versions = [harness, ...toolchain].map(({ name, version }) => (version === null ? name : `${name} ${version}`));
  if (harness.versionStated === true) versions[0] += ' (as stated)';
  const settings = [threads === null ? null : `${threads} threads`, dataset === null ? null : `dataset ${dataset}`, build.profile === null ? null : `${build.profile} build`];
  return [`${benchmarks.length} benchmarks`, ...versions, ...settings.filter((part) => part !== null), command.join(' ')].filter((part) => part !== '').join(' · ');
}

/** A baseline with its promotion record. */
export function baselineView({ id, hostClass, promotion, previous, reports }: Baseline): object {
  const facts = known([
    ['baseline', id],
    ['commit', commitText(promotion.commit)],
    ['host class', hostClass],
    ['promoted', `${promotion.at} by ${promotion.by}`],
    ['reason', promotion.reason],
    ['replaced', previous],
    ...reports.map(({ digest, path }): [string, string] => ['report', `${path} · SHA-256 ${digest}`]),
  ]);
  return { facts, criteria: promotion.criteria.map((criterion) => ({ ...criterion, tone: tones[criterion.outcome] })) };
}
