import { cpus } from 'node:os';
import { figureRow, type Figure } from './figure.js';

/** The figures of one program of measurements, and the machine's load (1 min) when it began. */
export interface Section {
  title: string;
  load: number;
  figures: readonly Figure[];
}

/** Above this, something else ran as well. */
const quietLoad = 1.5;

const opening = '# Performance\n\nWritten by `npm run build && npm run bench -- --write`, or a part of it by `--only <name>`: cold, judging, large, ingest, overhead, graph, harness.';

function render({ title, load, figures }: Section): string {
  const machine = `${cpus()[0]?.model.trim() ?? 'unknown CPU'}, ${cpus().length} cores, Node ${process.version}; load when it began: ${load.toFixed(1)}`;
  const busy = load > quietLoad ? ` **Taken on a busy machine: times are longer than they would be on a quiet one;** what was measured in turns with ours suffered alike.` : '';
  return [`## ${title}`, '', `${machine}.${busy}`, '', '| what | bound | measured | measured / bound | | how |', '| --- | --- | --- | --- | --- | --- |', ...figures.map(figureRow)].join('\n');
}

/** The page with these sections in the place of those of the same title; `titles` is the order of all. */
export function updatePage(page: string, sections: readonly Section[], titles: readonly string[]): string {
  const kept = new Map(page.split(/^(?=## )/m).slice(1).map((text) => [/^## (.*)$/m.exec(text)?.[1] ?? '', text.trim()]));
  for (const section of sections) kept.set(section.title, render(section));
  const inOrder = titles.flatMap((title) => kept.get(title) ?? []);
  return `${[opening, ...inOrder].join('\n\n')}\n`;
}
