import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Comparison } from '@benchline/core/model';
import type { CrateRepository } from './crate-repository.js';

/** What one paired run found. */
export interface PairedOutcome {
  branch: 'slower' | 'unchanged';
  busy: boolean;
  verdict: string;
  /** Shares; null where nothing could be estimated. */
  slowdown: number | null;
  lower: number | null;
  upper: number | null;
  confirmation: string;
  rounds: number;
  looks: number;
  controlFlagged: string;
  exitCode: number | null;
  minutes: number;
}

const cli = join(__dirname, '../../packages/cli/bin.js');

export interface RunOptions {
  branch: PairedOutcome['branch'];
  /** Whether a loop keeps another core busy meanwhile. */
  busy: boolean;
  timeBudget: string;
}

/** One `benchline compare --against main` on a branch. Throws where it did not come to a verdict. */
export function runPaired(repository: CrateRepository, { branch, busy, timeBudget }: RunOptions): PairedOutcome {
  repository.checkOut(branch);
  const loop = busy ? spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }) : null;
  const began = Date.now();
  const run = spawnSync(process.execPath, [cli, 'compare', '--against', 'main', '--time-budget', timeBudget], { cwd: repository.root, env: { ...process.env, CARGO_TARGET_DIR: repository.target }, encoding: 'utf8' });
  loop?.kill('SIGKILL');
  if (run.status !== 0 && run.status !== 3) throw new Error(`compare ended with ${run.status ?? 'a signal'}:\n${run.stderr}`);
  const { rows, paired, summary } = JSON.parse(readFileSync(join(repository.root, '.benchline/comparison.json'), 'utf8')) as Comparison;
  const [row] = rows;
  if (row === undefined || paired === null) throw new Error('compare judged nothing');
  return {
    branch, busy, verdict: row.verdict, slowdown: row.slowdown, lower: row.interval?.lower ?? null, upper: row.interval?.upper ?? null, confirmation: row.confirmation,
    rounds: row.head?.rounds ?? 0, looks: paired.looksTaken, controlFlagged: paired.control === null ? 'none' : `${paired.control.flagged} of ${paired.control.judged}`,
    exitCode: summary.exitCode, minutes: (Date.now() - began) / 60_000,
  };
}
