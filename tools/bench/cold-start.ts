import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from './figure.js';
import { benchline } from './installed.js';
import { interleaved, medianOf } from './timed-run.js';

const record = { bench_id: 'a', metric: 'duration_ms', unit: 'ms', p50: 1, p95: 2, n: 10, timestamp: '2026-01-01T00:00:00Z' };

/** `--help` and `ingest` of a small file, each a new process. */
export async function coldStart(folder: string): Promise<Figure[]> {
  writeFileSync(join(folder, 'small.json'), JSON.stringify([record]));
  const idle = { program: process.execPath, args: ['-e', '0'], cwd: folder };
  const [nodes, help, ingest] = await interleaved([idle, benchline(['--help'], folder), benchline(['ingest', '--tool', 'records', 'small.json'], folder)], 25);
  const how = `wall time, median of 25 new processes; Node alone, in turns with them: ${medianOf(nodes!.map((run) => run.wallMs)).toFixed(0)} ms`;
  return [
    { what: '`--help`, cold', measured: medianOf(help!.map((run) => run.wallMs)), bound: 150, unit: 'ms', how },
    { what: '`ingest` of a small file, cold', measured: medianOf(ingest!.map((run) => run.wallMs)), bound: 150, unit: 'ms', how },
  ];
}
