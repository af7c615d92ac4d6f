import { cpus } from 'node:os';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { evidencePage } from './evidence/page.js';
import { figures, protocolTargets, targetTable } from './evidence/targets.js';
import { runExperiments } from './experiments/results.js';

const page = join(__dirname, '..', '..', 'docs', 'evidence', 'gate-lab.md');

/** Runs everything, shows the targets, writes the evidence page. */
export function evaluate(): void {
  const start = performance.now();
  const seconds = (): string => `${((performance.now() - start) / 1000).toFixed(0).padStart(4)} s`;
  const results = runExperiments({ passes: 21, rivalPasses: 4 }, (what) => process.stderr.write(`${seconds()}  ${what}\n`));
  const machine = `${cpus()[0]?.model.trim() ?? 'unknown CPU'}, ${cpus().length} cores, Node ${process.version}`;
  mkdirSync(dirname(page), { recursive: true });
  writeFileSync(page, evidencePage(results, machine));
  process.stdout.write(`${targetTable(figures(results))}\n\n${targetTable(protocolTargets(results))}\n\n`);
  process.stderr.write(`${seconds()}  docs/evidence/gate-lab.md written\n`);
}
