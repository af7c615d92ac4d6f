/**
 * Measures Benchline itself: figures beside their bounds, in one run. `--only <name>` (again and again) measures a part: cold, judging, large,
 * ingest, overhead, graph, harness; `--write` puts what was measured into docs/evidence/performance.md. Run it on a quiet machine: `npm run build && npm run bench -- --write`.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { coldStart } from './cold-start.js';
import type { Figure } from './figure.js';
import { graph } from './graph.js';
import { harness } from './harness.js';
import { ingest } from './ingest.js';
import { judging } from './judging.js';
import { large } from './large.js';
import { overhead } from './overhead.js';
import { updatePage, type Section } from './page.js';

const evidence = join(__dirname, '..', '..', 'docs', 'evidence', 'performance.md');

interface Part {
  name: string;
  title: string;
  measure(folder: string): Promise<Figure[]>;
}

const parts: readonly Part[] = [
  { name: 'cold', title: 'Start', measure: coldStart },
  { name: 'judging', title: 'Judging', measure: judging },
  { name: 'large', title: 'Large reports', measure: large },
  { name: 'ingest', title: 'Reading output', measure: ingest },
  { name: 'overhead', title: 'Overhead', measure: overhead },
  { name: 'graph', title: 'Task graph', measure: graph },
  { name: 'harness', title: 'Harness', measure: harness },
];

function chosenParts(only: readonly string[]): readonly Part[] {
  const unknown = only.filter((name) => !parts.some((part) => part.name === name));
  if (unknown.length > 0) throw new Error(`--only takes ${parts.map(({ name }) => name).join(', ')}; found ${unknown.join(', ')}`);
  return only.length === 0 ? parts : parts.filter(({ name }) => only.includes(name));
}

async function measurePart({ name, title, measure }: Part, folder: string): Promise<Section> {
  const load = loadavg()[0] ?? 0;
  process.stderr.write(`measuring: ${name} (load ${load.toFixed(1)})\n`);
  const own = join(folder, name);
  mkdirSync(own);
  const figures = await measure(own);
  for (const figure of figures) process.stderr.write(`  ${figure.what}: ${figure.measured.toFixed(2)} ${figure.unit} (bound ${figure.bound}); ${figure.how}\n`);
  rmSync(own, { recursive: true, force: true });
  return { title, load, figures };
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string', multiple: true, default: [] }, write: { type: 'boolean', default: false } } });
  const folder = mkdtempSync(join(tmpdir(), 'benchline-bench-'));
  const sections: Section[] = [];
  try {
    for (const part of chosenParts(values.only)) sections.push(await measurePart(part, folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const before = existsSync(evidence) ? readFileSync(evidence, 'utf8') : '';
  const titles = parts.map(({ title }) => title);
  process.stdout.write(updatePage('', sections, titles));
  if (values.write) writeFileSync(evidence, updatePage(before, sections, titles));
}

void main();
