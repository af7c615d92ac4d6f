import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from './figure.js';
import { benchline } from './installed.js';
import { medianOf, timedRun } from './timed-run.js';

const processes = 12;

interface Report {
  suites: { benchmarks: { metrics: { name: string; summary: { p50: number } }[] }[] }[];
}

/** Median time of one process, ns, as each harness gives it. */
const harnesses: Readonly<Record<'itPerf' | 'tinybench' | 'mitata', (folder: string) => Promise<number>>> = {
  async itPerf(folder) {
    await timedRun(benchline(['bench'], folder));
    const { suites } = JSON.parse(readFileSync(join(folder, '.benchline/report.json'), 'utf8')) as Report;
    return suites[0]?.benchmarks[0]?.metrics.find(({ name }) => name === 'time')?.summary.p50 ?? Number.NaN;
  },
  tinybench: async (folder) => printedBy('tinybench.mjs', folder),
  mitata: async (folder) => printedBy('mitata.mjs', folder),
};

function printedBy(script: string, folder: string): number {
  return Number(execFileSync(process.execPath, [script], { cwd: folder, encoding: 'utf8' }));
}

/** Spread of medians between processes, a share: 1.4826 MAD over the median. */
function spreadOf(values: readonly number[]): number {
  const centre = medianOf(values);
  return (1.4826 * medianOf(values.map((value) => Math.abs(value - centre)))) / centre;
}

/** The same function by performance specs, by tinybench alone and by mitata alone, in turns, each time in a process of its own. */
export async function harness(folder: string): Promise<Figure[]> {
  cpSync(join(__dirname, 'harness'), folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "name": "harness", "private": true, "type": "module" }');
  writeFileSync(join(folder, 'benchline.json'), JSON.stringify({ suites: [{ name: 'specs', tool: 'perf-spec' }] }));
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent', 'tinybench@6.2.3', 'mitata@1.0.34'], { cwd: folder, stdio: 'ignore' });
  const seen = { itPerf: [] as number[], tinybench: [] as number[], mitata: [] as number[] };
  for (let round = 0; round < processes; round += 1) {
    for (const name of ['itPerf', 'tinybench', 'mitata'] as const) seen[name].push(await harnesses[name](folder));
  }
  const told = (['itPerf', 'tinybench', 'mitata'] as const).map((name) => `${name} ${(medianOf(seen[name]) / 1000).toFixed(2)} µs ± ${(100 * spreadOf(seen[name])).toFixed(2)} %`).join(', ');
  const how = `a sort of 1,000 numbers, ${processes} processes each in turns; medians and robust spread between processes: ${told}`;
  const apart = (other: 'tinybench' | 'mitata'): number => 100 * Math.abs(medianOf(seen.itPerf) / medianOf(seen[other]) - 1);
  return [
    { what: 'time by `itPerf`, apart from tinybench alone', measured: apart('tinybench'), bound: 5, unit: '%', how },
    { what: 'time by `itPerf`, apart from mitata alone', measured: apart('mitata'), bound: 5, unit: '%', how: 'the same runs' },
    { what: 'spread between processes of `itPerf`, against the larger of both', measured: spreadOf(seen.itPerf) / Math.max(spreadOf(seen.tinybench), spreadOf(seen.mitata)), bound: 1.5, unit: 'x', how: 'the same runs' },
  ];
}
