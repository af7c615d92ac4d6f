/**
 * Measures Benchline itself: the figures of the design, each beside its bound, in one run. `--write` puts the table into docs/evidence/performance.md.
 * Run it on a quiet machine: `npm run build && npm run bench -- --write`.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { coldStart } from './cold-start.js';
import { figureRow, type Figure } from './figure.js';
import { judging } from './judging.js';
import { large } from './large.js';
import { overhead } from './overhead.js';

const evidence = join(__dirname, '..', '..', 'docs', 'evidence', 'performance.md');

function page(figures: readonly Figure[]): string {
  const machine = `${cpus()[0]?.model.trim() ?? 'unknown CPU'}, ${cpus().length} cores, Node ${process.version}`;
  return [
    '# Performance', '', 'Written by `npm run build && npm run bench -- --write`. Machine: ' + machine + '.', '',
    '| what | bound | measured | measured / bound | | how |', '| --- | --- | --- | --- | --- | --- |', ...figures.map(figureRow), '',
  ].join('\n');
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'benchline-bench-'));
  const figures: Figure[] = [];
  try {
    for (const measure of [coldStart, judging, large, overhead]) {
      process.stderr.write(`measuring: ${measure.name}\n`);
      const own = join(folder, measure.name);
      mkdirSync(own);
      const measured = await measure(own);
      measured.forEach((figure) => process.stderr.write(`  ${figure.what}: ${figure.measured.toFixed(2)} ${figure.unit} (bound ${figure.bound})\n`));
      figures.push(...measured);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const text = page(figures);
  process.stdout.write(text);
  if (process.argv.includes('--write')) writeFileSync(evidence, text);
}

void main();
