import { join } from 'node:path';
import type { Figure } from './figure.js';
import { benchline } from './installed.js';
import { writeRecords, writeReport } from './large-report.js';
import { interleaved, medianOf } from './timed-run.js';

const idle = (cwd: string) => ({ program: process.execPath, args: ['-e', '0'], cwd });

/** Reporting and comparing 10,000 benchmarks. */
export async function large(folder: string): Promise<Figure[]> {
  writeRecords(join(folder, 'large.ndjson'), 10_000);
  const base = writeReport(join(folder, 'reports'), { count: 10_000, rounds: 20, seed: 1 });
  const head = writeReport(join(folder, 'reports'), { count: 10_000, rounds: 20, seed: 1_000_001 });
  const commands = [idle(folder), benchline(['ingest', '--tool', 'records', 'large.ndjson'], folder), benchline(['compare', base, head], folder, [0, 3])];
  const [idles, ingests, compares] = await interleaved(commands, 5);
  const idleMiB = medianOf(idles!.map((run) => run.peakMiB!));
  const peakMiB = medianOf(ingests!.map((run) => run.peakMiB!));
  return [
    { what: 'memory added by reporting 10,000 benchmarks', measured: peakMiB - idleMiB, bound: 64, unit: 'MiB', how: `peak resident set of \`ingest\` (${peakMiB.toFixed(0)} MiB) over an idle Node process (${idleMiB.toFixed(0)} MiB), median of 5` },
    { what: 'report of 10,000 benchmarks written', measured: medianOf(ingests!.map((run) => run.wallMs)) / 1000, bound: 1, unit: 's', how: 'whole `ingest` process, start and reading included, median of 5' },
    { what: '`compare` of 10,000 benchmarks with 20 + 20 rounds', measured: medianOf(compares!.map((run) => run.wallMs)) / 1000, bound: 10, unit: 's', how: 'whole process, two reports of about 35 MB each read, checked and judged, median of 5; the bound stands in until benchstat is measured beside it' },
  ];
}
