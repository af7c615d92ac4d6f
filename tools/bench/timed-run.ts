import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One whole process: wall time ms, and for Node processes peak memory MiB and CPU time ms. */
export interface TimedRun {
  wallMs: number;
  peakMiB: number | null;
  cpuMs: number | null;
  code: number | null;
  stderr: string;
}

export interface MeasuredCommand {
  program: string;
  args: readonly string[];
  cwd: string;
  env?: Record<string, string>;
  /** Exit codes that are as they should be; default 0. */
  expected?: readonly number[];
}

const preload = join(__dirname, 'peak-memory.cjs');

/** Runs a command to its end; a Node program reports its own peak memory and CPU time. Throws on an unexpected exit code. */
export async function timedRun({ program, args, cwd, env = {}, expected = [0] }: MeasuredCommand): Promise<TimedRun> {
  const folder = mkdtempSync(join(tmpdir(), 'benchline-bench-usage-'));
  const usageFile = join(folder, 'usage.json');
  const isNode = program === process.execPath;
  const started = process.hrtime.bigint();
  const child = spawn(program, isNode ? ['--require', preload, ...args] : [...args], {
    cwd,
    env: { ...process.env, ...env, BENCHLINE_BENCH_USAGE: usageFile },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr = (stderr + chunk.toString()).slice(-4000)));
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  const wallMs = Number(process.hrtime.bigint() - started) / 1e6;
  if (code === null || !expected.includes(code)) throw new Error(`${program} ${args.join(' ')} ended with ${code}:\n${stderr}`);
  const usage = isNode ? (JSON.parse(readFileSync(usageFile, 'utf8')) as { peakKiB: number; cpuUs: number }) : null;
  rmSync(folder, { recursive: true });
  return { wallMs, peakMiB: usage && usage.peakKiB / 1024, cpuMs: usage && usage.cpuUs / 1000, code, stderr };
}

/** Runs each command `times` times, interleaved, so that what the machine does in between meets all of them alike. */
export async function interleaved(commands: readonly MeasuredCommand[], times: number): Promise<TimedRun[][]> {
  const runs: TimedRun[][] = commands.map(() => []);
  for (let round = 0; round < times; round += 1) {
    for (const [index, command] of commands.entries()) runs[index]!.push(await timedRun(command));
  }
  return runs;
}

/** Median of a non-empty list. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
