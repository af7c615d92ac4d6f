import type { Disturbed } from '../experiments/disturbed.js';
import type { NullTable } from '../experiments/dedicated.js';
import type { FalseAlarms } from '../experiments/false-alarms.js';
import { historySlowdowns } from '../experiments/hosted-history.js';
import type { OwnTable } from '../experiments/own.js';
import type { Power } from '../experiments/power.js';
import type { Results } from '../experiments/results.js';
import { rivals } from '../rules/rivals.js';
import { describeData } from './data-facts.js';
import { peersText } from './peers.js';
import { percent, table, withCounts, withInterval } from './format.js';
import { at, figures, protocolTargets, roundsShare, targetTable } from './targets.js';

/** The whole evidence page; everything but the judging time follows from the committed recordings. */
export function evidencePage(results: Results, machine: string): string {
  const sections: readonly (readonly [string, string])[] = [
    ['Figures', `${targetTable(figures(results))}\n\n${roundsText(results)}\n\nThe judging time was taken on: ${machine}. It is the one number here that a second run need not repeat.`],
    ['Targets of the protocol', `${targetTable(protocolTargets(results))}\n\n${protocolNotes}`],
    ['Unchanged code, beside the rules of others', nullSection(results)],
    ['Slower code, beside the rules of others', powerSection(results)],
    ['Against each rule', peersText(results)],
    ['Fixed plans', fixedSection(results)],
    ['A machine whose speed changes', results.disturbed.map(disturbedSection).join('\n\n')],
    ['Stored baselines', storedSection(results)],
    ['Own recording', ownSection(results)],
    ['Tails', tailSection(results)],
    ['Data', describeData(results)],
    ['What the numbers do not say', caveats],
  ];
  return [`# Gate lab\n\n${preface}`, ...sections.map(([title, text]) => `## ${title}\n\n${text}`)].join('\n\n') + '\n';
}

const preface = `Written by \`npm run gate-lab\`, which judges the recordings under \`tools/gate-lab/recordings\` with the product's own code and with the rules of other tools, re-implemented from their
sources and documentation. All draws are seeded: the same recordings give the same page. \`npm run gate-lab -- collect --minutes 10\` records the own workloads anew.

"Found" is a warning or a failure; "failed" is \`regressed\` alone. By default paired mode looks for 5 % (warning from 2.5 % on) and fails from 10 % on, so that a true +10 % fails about every other time
and warns otherwise. Intervals are 95 %: by resampling whole benchmarks for shares of series, exact for shares of suites (those share benchmarks from pass to pass, which makes theirs somewhat too narrow).`;

const protocolNotes = `T9 (steps in a history) is not measured: the product has no history detector. T10 is the section "Against each rule".`;

const caveats = `- Slowdowns of the dedicated hosts' data are multiplied onto head; only the own recording has slowdowns that are extra work, and it has few jobs of five small workloads on one virtual machine.
- A record is cut into neighbouring runs and relabelled: what differs between two builds of the same code (layout, paths) is not in it. The control arm of a real run measures that.
- Confirming rounds are the next ones of the record: the half minute that a real run waits before them is not in it.
- The rules of others get up to 30 + 30 interleaved runs, more than most of them are given in practice, and medians of runs where a run has iterations. "-like" marks rules known from documentation or with another first look.
- The suites' control of false discoveries is our own rule's part; the others are judged as they are, benchmark by benchmark.`;

function roundsText(results: Results): string {
  const { share, adaptive, fixed, plan, equal } = roundsShare(results);
  const which = equal
    ? `The shortest fixed plan that finds as many of the slowdowns and leaves no more unchanged benchmarks undecided takes ${plan} rounds`
    : `No fixed plan of 10 to 30 rounds finds as many of the slowdowns and leaves as few unchanged benchmarks undecided; the longest takes ${plan} rounds`;
  return `Rounds: in suites of which a tenth is 5 % slower, a benchmark costs ${adaptive.toFixed(1)} rounds a side on average, confirmation included. ${which} (${fixed.toFixed(1)} with confirmations): ${percent(share, 0)}. Most of these benchmarks are quiet, where few rounds do; the table of fixed plans shows what shorter ones lose.`;
}

function nullSection({ nulls, rivalNulls }: Results): string {
  const rows = [nulls.calm, ...rivalNulls].map(({ hundred, fifty }) => [
    hundred.rule, withInterval(hundred.regressed), withInterval(hundred.flagged), withInterval(fifty.suitesRegressed, 1), withInterval(fifty.suitesFlagged, 1),
    withInterval(hundred.suitesRegressed, 1), withInterval(hundred.suitesFlagged, 1), hundred.rounds.toFixed(1),
  ]);
  const head = ['rule', 'false `regressed` per benchmark', 'any flag per benchmark', 'suites of 50: false `regressed`', 'any flag', 'suites of 100: false `regressed`', 'any flag', 'rounds a side'];
  return [
    `Go benchmarks of dedicated hosts whose record holds a full plan, CV <= 3 %. Ours: ${nulls.calm.hundred.regressed.trials.toLocaleString('en')} relabelled series in ${nulls.calm.hundred.suitesFlagged.trials} suites of 100.`,
    table(head, rows),
    `Ours, all benchmarks whatever their CV, the plan cut short where the record is: ${withCounts(nulls.all.hundred.regressed)} falsely regressed, ${withCounts(nulls.all.hundred.flagged)} flagged (${nulls.all.hundred.flagged.clustersHit} different benchmarks of ${nulls.all.hundred.flagged.clusters}), ${percent(nulls.all.hundred.unchanged.share)} shown to be unchanged, ${percent(nulls.all.hundred.inconclusive.share)} inconclusive.`,
    strictBound(nulls),
    table(['rule', 'what it does'], rivals.map(({ rule }) => [rule.name, rule.how])),
  ].join('\n\n');
}

/** What holds if all series of a benchmark agreed, so that only benchmarks count and not how often they were relabelled. */
function strictBound({ calm, all }: Results['nulls']): string {
  const suiteOf100 = (upper: number): string => percent(1 - (1 - upper) ** 100, 1);
  const bound = ({ hundred: { regressed } }: NullTable): string => `${suiteOf100(regressed.upper)} (${regressed.clusters.toLocaleString('en')} benchmarks)`;
  return `Relabelling a benchmark again is not a new benchmark. Were all series of a benchmark to agree, the share of suites of 100 with a false \`regressed\` would be bounded (95 %) at ${bound(calm)} for CV <= 3 % and at ${bound(all)} for all, whatever the number of suites; the exact intervals above take suites for independent. The truth lies between.`;
}

function powerSection({ powers, rivalPowers }: Results): string {
  const head = ['rule', '+2 % found', '+5 % found', '+10 % found', '+20 % found', '+20 % failed', '+5 % passed as no change', '+5 % undecided', 'rounds a side at +5 %', 'at +20 %'];
  const row = (name: string, four: readonly Power[]): string[] => [
    name, ...four.map(({ found }) => withInterval(found, 1)), withInterval(at(four, 0.2).failed, 1), withInterval(at(four, 0.05).passed), withInterval(at(four, 0.05).inconclusive), at(four, 0.05).rounds.toFixed(1), at(four, 0.2).rounds.toFixed(1),
  ];
  const one = powers.one.map((power) => `${percent(power.slowdown, 0)}: ${withCounts(power.found)} found, ${percent(power.failed.share, 1)} failed`).join('; ');
  return [
    'CV <= 3 %, 10 of 100 benchmarks slower (for rules that look at each benchmark alone it makes no difference how many are).',
    table(head, [row('Benchline, paired', powers.ten), ...rivalPowers.map((four) => row(four[0]?.rule ?? '', four)), row('Benchline, paired, all 4,033', powers.all)]),
    `One slower benchmark among 99 unchanged ones, the hardest case for the control of false discoveries: ${one}. Of the benchmarks beside slower ones (+5 %), ${withCounts(at(powers.ten, 0.05).falselyRegressed)} were falsely \`regressed\`. At +10 %, ${percent(at(powers.ten, 0.1).failed.share, 1)} failed and the other ones found were warnings.`,
  ].join('\n\n');
}

function fixedSection({ fixed, powers, nulls }: Results): string {
  const five = at(powers.ten, 0.05);
  const rows = [
    ['adaptive (10, 20, 30)', withInterval(five.found), withInterval(five.inconclusive), withInterval(nulls.calm.hundred.inconclusive), withInterval(nulls.calm.hundred.flagged, 3), five.rounds.toFixed(1), nulls.calm.hundred.rounds.toFixed(1)],
    ...fixed.map(({ rounds, power, nulls: own }) => [`${rounds} rounds`, withInterval(power.found), withInterval(power.inconclusive), withInterval(own.inconclusive), withInterval(own.flagged, 3), power.rounds.toFixed(1), own.rounds.toFixed(1)]),
  ];
  return `The product's decisions after a fixed number of rounds, with the whole error budget spent at once.\n\n${table(['plan', '+5 % found', '+5 % undecided', 'unchanged undecided', 'unchanged flagged', 'rounds at +5 %', 'rounds, unchanged'], rows)}`;
}

function disturbedSection({ scenario, nulls, powers }: Disturbed): string {
  const rows = nulls.map((one, index) => [one.rule, withInterval(one.regressed), withInterval(one.flagged), withInterval(one.suitesFlagged, 1), withInterval(powers[index]?.found ?? one.flagged, 1), one.rounds.toFixed(1)]);
  return `${scenario.charAt(0).toUpperCase()}${scenario.slice(1)} (put on the dedicated hosts' interleaved series):\n\n${table(['rule', 'false `regressed`', 'any flag', 'suites of 100 with a flag', '+5 % found', 'rounds a side'], rows)}`;
}

function storedSection({ stored, hosted }: Results): string {
  const rows = stored.sequential.map((one, index) => sequentialRow(one, stored.mixedHosts[index]));
  const powers = stored.powers.map(({ slowdown, found, failed }) => `+${percent(slowdown, 0)}: ${percent(found.share, 1)} found, ${percent(failed.share, 1)} failed`).join('; ');
  const history = hosted.map(({ rule, failed, flagged, found }) => [rule, withCounts(failed), withCounts(flagged), ...found.map((rate) => percent(rate.share, 1))]);
  return [
    'Base first, head later, never in turn; suites of 50 unchanged benchmarks. Dedicated hosts, and a pool of hosts of which three in ten are 25 % slower and cannot be told apart.',
    table(['rule', 'dedicated: false `regressed`', 'dedicated: suites with a flag', 'pool: false `regressed`', 'pool: suites with a flag'], rows),
    `Ours with 10 of 50 benchmarks slower, dedicated hosts: ${powers} (the stored limits are 10 and 25 %).`,
    'Shared hosted runners, one value a job, code that never changed; with a baseline of one job the plain limits decide, from eight jobs on the jobs\' own spread:',
    table(['rule', 'false fail', 'false warn or fail', ...historySlowdowns.map((slowdown) => `+${percent(slowdown, 0)} found`)], history),
    'False fails of stored baselines on such runners become warnings with the policy `sameJobOnly`. Hosts of different make are not compared at all, which this history cannot show: it does not name them.',
  ].join('\n\n');
}

function sequentialRow(dedicated: FalseAlarms, pool: FalseAlarms | undefined): string[] {
  return [dedicated.rule, withInterval(dedicated.regressed), withInterval(dedicated.suitesFlagged, 1), pool === undefined ? '-' : withInterval(pool.regressed, 1), pool === undefined ? '-' : withInterval(pool.suitesFlagged, 1)];
}

const modeTitles: Readonly<Record<OwnTable['mode'], string>> = {
  slots: 'Interleaved at random',
  load: 'Interleaved, a busy neighbour comes up at a random run and stays',
  seq: 'One side after the other in one job',
  across: 'Base and head in different jobs of one machine',
};

function ownSection({ own, workloads }: Results): string {
  const cvs = workloads.map(({ workload, cvs: all, unchangedCode, fivePercent, tenPercent }) => [
    workload, `${percent(all[0] ?? NaN, 1)} to ${percent(all[all.length - 1] ?? NaN, 1)}`, percent(unchangedCode.flagged.share, 1), percent(unchangedCode.unchanged.share, 1), percent(fivePercent.found.share, 1), percent(fivePercent.unchanged.share, 1), percent(tenPercent.found.share, 1), unchangedCode.rounds.toFixed(1),
  ]);
  return [
    'Slowdowns are extra units of work. Benchline interleaved, workload by workload:',
    table(['workload', 'robust CV between runs', 'unchanged: flagged', 'unchanged: shown so', '+5 %: found', '+5 %: called unchanged', '+10 %: found', 'rounds a side, unchanged'], cvs),
    ...own.map(ownTable),
  ].join('\n\n');
}

function ownTable({ mode, rows }: OwnTable): string {
  const slower = rows[0]?.cells.filter(({ slowdown }) => slowdown > 0).map(({ slowdown }) => `+${percent(slowdown, 0)} found`) ?? [];
  const body = rows.map(({ rule, cells, suitesFlagged }) => {
    const [unchanged, ...rest] = cells;
    return unchanged === undefined ? [rule] : [rule, withInterval(unchanged.failed, 1), withInterval(unchanged.flagged, 1), withInterval(suitesFlagged, 1), ...rest.map(({ found }) => withInterval(found, 1)), unchanged.rounds.toFixed(1)];
  });
  return `${modeTitles[mode]}:\n\n${table(['rule', 'unchanged: `regressed`', 'unchanged: any flag', 'jobs of five workloads with a flag', ...slower, 'rounds a side'], body)}`;
}

function tailSection({ tails }: Results): string {
  const rows = tails.map(({ injected, naive, ours, centreOnly }) => [injected, withInterval(naive, 1), withInterval(ours, 1), withInterval(centreOnly, 1)]);
  return `Own recording, interleaved; iterations of head are slowed down before a run is summarised. The tail gate is paired mode with \`metricStat: p95\`: it looks for 20 %, warns from 10 % on and fails from 20 % on.\n\n${table(['slowdown', 'pooled p95 more than 20 % apart', 'Benchline, centre and tail', 'Benchline, centre alone'], rows)}`;
}
