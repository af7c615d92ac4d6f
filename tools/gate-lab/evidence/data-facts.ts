import { CALM, populations as facts } from './population-facts.js';
import type { OwnRecording } from '../data/own-recording.js';
import type { Results } from '../experiments/results.js';
import { percent } from './format.js';

/** What the numbers were drawn from. */
export function describeData({ recordings, nulls }: Results): string {
  const { benchmarks, full, calm, plain } = facts();
  return [
    `- Dedicated hosts: ${benchmarks.toLocaleString('en')} Go benchmarks, 21 to 160 runs each in time order; ${full.toLocaleString('en')} hold a full plan (80 runs: three looks and the confirmation), ${calm.toLocaleString('en')} of them with a robust between-run CV of at most ${percent(CALM, 0)} (${plain.toLocaleString('en')} by standard deviation over mean, the kinder measure, which leaves out benchmarks with outliers).`,
    `- Series: a window of a record, ten neighbouring runs a block, five of them called base and five head at random; ${nulls.calm.hundred.regressed.trials.toLocaleString('en')} for the suites of 100 at CV <= 3 %, ${nulls.all.hundred.regressed.trials.toLocaleString('en')} over all benchmarks.`,
    ...recordings.map(describeOwn),
    '- Hosted runners: 23 histories of Fibonacci benchmarks, 70 to 301 jobs.',
    '- Origins and licences: `tools/gate-lab/recordings/README.md`.',
  ].join('\n');
}

function describeOwn({ machine: { cpu, cores, node, os }, jobs }: OwnRecording): string {
  const cycles = new Set(jobs.map(({ cycle }) => cycle)).size;
  const runs = jobs.reduce((sum, job) => sum + job.runs.length, 0);
  return `- Own recording: cycles: ${cycles}; ${runs.toLocaleString('en')} processes of ten iterations of five workloads; ${cpu}, ${cores} cores, ${os}, Node ${node}.`;
}
