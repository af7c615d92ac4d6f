import type { Mode, RecordedJob, Variant } from '../data/own-recording.js';
import { ours } from '../rules/ours.js';
import { oursStored } from '../rules/ours-stored.js';
import { rivals } from '../rules/rivals.js';
import type { Rule } from '../rules/rule.js';
import { acrossJobs, ownSuites } from '../series/own-suites.js';
import type { Series } from '../series/series.js';
import { falseAlarms } from './false-alarms.js';
import { createTally, type Rate } from './tally.js';

/** One cell: what a rule says of one variant against A. */
export interface OwnCell {
  readonly slowdown: number;
  readonly found: Rate;
  readonly failed: Rate;
  readonly flagged: Rate;
  readonly unchanged: Rate;
  readonly inconclusive: Rate;
  readonly rounds: number;
}

export interface OwnRow {
  readonly rule: string;
  readonly cells: readonly OwnCell[];
  /** Suites of all workloads of a job with any flag, unchanged code. */
  readonly suitesFlagged: Rate;
}

export interface OwnTable {
  readonly mode: Mode | 'across';
  readonly rows: readonly OwnRow[];
}

const variants: Readonly<Record<OwnTable['mode'], readonly (readonly [Variant, number])[]>> = {
  slots: [['A2', 0], ['B2', 0.02], ['B5', 0.05], ['B10', 0.1], ['B20', 0.2]],
  load: [['A2', 0], ['B5', 0.05]],
  seq: [['A2', 0], ['B5', 0.05]],
  across: [['A2', 0], ['B5', 0.05], ['B20', 0.2]],
};

/** Our own recording: slowdowns are extra work, not multiplied numbers. */
export function ownTables(jobs: readonly RecordedJob[], redraws: number): OwnTable[] {
  // Two jobs to compare take two cycles.
  const cycles = new Set(jobs.map(({ cycle }) => cycle)).size;
  const modes = (['slots', 'load', 'seq', 'across'] as const).filter((mode) => mode !== 'across' || cycles > 1);
  return modes.map((mode) => {
    const first = mode === 'slots' || mode === 'load' ? ours : oursStored;
    const rules = [{ rule: first, slow: false }, ...rivals];
    return { mode, rows: rules.map(({ rule, slow }) => ownRow(rule, jobs, { mode, redraws: slow ? Math.ceil(redraws / 10) : redraws })) };
  });
}

function ownRow(rule: Rule, jobs: readonly RecordedJob[], { mode, redraws }: { mode: OwnTable['mode']; redraws: number }): OwnRow {
  const suitesOf = (head: Variant): Series[][] => (mode === 'across' ? acrossJobs(jobs, head) : ownSuites(jobs, { mode, head, redraws, seed: 3 }));
  const cells = variants[mode].map(([head, slowdown]) => cellOf(rule, suitesOf(head), { slowdown }));
  return { rule: rule.name, cells, suitesFlagged: falseAlarms(rule, suitesOf('A2')).suitesFlagged };
}

/** `about`: only the benchmarks whose name starts so are counted; the whole suite is judged. */
function cellOf(rule: Rule, suites: readonly Series[][], { slowdown, about = '' }: { slowdown: number; about?: string }): OwnCell {
  const tally = createTally();
  for (const suite of suites) {
    rule.judge(suite).forEach((decision, index) => {
      const benchmark = suite[index]?.benchmark ?? '';
      if (benchmark.startsWith(about)) tally.add(benchmark, decision);
    });
  }
  return {
    slowdown,
    found: tally.rate('regressed', 'warn'),
    failed: tally.rate('regressed'),
    flagged: tally.rate('regressed', 'warn', 'improved'),
    unchanged: tally.rate('unchanged', 'no-flag'),
    inconclusive: tally.rate('inconclusive'),
    rounds: tally.rounds(),
  };
}

/** What each workload showed, interleaved: its noise, and what ours says of A2 and B5. */
export interface WorkloadRow {
  readonly workload: string;
  /** Robust between-run CV of the lowest and the highest cycle. */
  readonly cvs: readonly number[];
  readonly unchangedCode: OwnCell;
  readonly fivePercent: OwnCell;
  readonly tenPercent: OwnCell;
}

export function workloadRows(jobs: readonly RecordedJob[], redraws: number): WorkloadRow[] {
  const names = [...new Set(jobs.map(({ workload }) => workload))];
  const judged = (head: Variant, workload: string, slowdown: number): OwnCell => {
    const suites = ownSuites(jobs, { mode: 'slots', head, redraws, seed: 4 });
    return cellOf(ours, suites, { slowdown, about: `${workload} ` });
  };
  return names.map((workload) => ({
    workload,
    cvs: ownSuites(jobs, { mode: 'slots', head: 'A2', redraws: 1, seed: 4 }).flat().filter(({ benchmark }) => benchmark.startsWith(`${workload} `)).map(({ cv }) => cv).sort((a, b) => a - b),
    unchangedCode: judged('A2', workload, 0),
    fivePercent: judged('B5', workload, 0.05),
    tenPercent: judged('B10', workload, 0.1),
  }));
}
