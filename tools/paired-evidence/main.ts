/**
 * Shows that paired mode finds a slowdown of 10 % beside a busy core, and flags no unchanged branch: `npm run build && npx tsx tools/paired-evidence/main.ts --runs 20`.
 * Writes docs/evidence/paired-mode.md (or the file after --output) and ends with 1 where either does not hold. `--busy` keeps the other core busy in every run.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createCrateRepository } from './crate-repository.js';
import { evidencePage, holds } from './evidence-page.js';
import { runPaired, type PairedOutcome, type RunOptions } from './paired-run.js';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '20' }, 'time-budget': { type: 'string', default: '5 min' }, busy: { type: 'boolean', default: false }, output: { type: 'string', default: join(__dirname, '../../docs/evidence/paired-mode.md') } },
});
const runs = Number(values.runs);
const timeBudget = values['time-budget'];
const command = `npm run build && npx tsx tools/paired-evidence/main.ts --runs ${runs}${values.busy ? ' --busy' : ''}`;
const plan: RunOptions[] = [{ branch: 'slower', busy: true, timeBudget }, ...Array.from({ length: runs }, (): RunOptions => ({ branch: 'unchanged', busy: values.busy, timeBudget }))];

const outcomes: PairedOutcome[] = [];

/** After every run, so that what was measured is kept whatever ends the series. */
function writePage(): void {
  const machine = `${cpus()[0]?.model.trim() ?? 'unknown CPU'}, ${cpus().length} cores, Node ${process.version}`;
  mkdirSync(dirname(resolve(values.output)), { recursive: true });
  writeFileSync(values.output, evidencePage({ machine, command, outcomes }));
}

const repository = createCrateRepository();
try {
  for (const options of plan) {
    const outcome = runPaired(repository, options);
    outcomes.push(outcome);
    writePage();
    process.stderr.write(`${outcomes.length} of ${plan.length}: ${outcome.branch} ${outcome.verdict}, ${outcome.minutes.toFixed(1)} min\n`);
  }
} finally {
  repository.dispose();
}

process.stdout.write(readFileSync(values.output, 'utf8'));
process.exitCode = holds(outcomes) ? 0 : 1;
