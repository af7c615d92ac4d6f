import { createFinding, type Finding } from '../../model/index.js';
import { benchmarkName } from '../benchmark-name.js';
import { conclude, failedReading } from '../conclude.js';
import { parseLines, positionIn, type LinePlace, type LineReader } from '../line-reader.js';
import { looksLike } from '../looks-like.js';
import { metricShapes } from '../metric-shapes.js';
import { readDivanBenchmark, type DivanBenchmark } from './divan-benchmark.js';
import { parseDivanRow, type DivanRow } from './divan-rows.js';
import { divanAllocations, divanRates } from './divan-units.js';
import type { BenchmarkName, Reading, ToolAdapter } from '../parsed.js';

const title = 'divan';

/**
 * The tree that divan 0.1 prints; there is no other output. A benchmark's id is divan's own path (`crate::group::name::argument`), behind it `::t=N` for N
 * threads. Numbers have at most four digits, so that smaller changes are not seen; spread shows only between rounds.
 */
export const divan: ToolAdapter = {
  tool: 'divan',
  title,
  traits: {
    versions: '0.1',
    metrics: [
      metricShapes.time,
      ...Object.values(divanRates),
      ...Object.values(divanAllocations).flat(),
    ].map((shape) => ({ ...shape, kinds: ['summary'] as const })),
    ordered: false,
    nesting: null,
    failure: 'a name without numbers behind it; a panic ends the run with code 101',
    nothingRun: 'no tree at all',
  },
  detects: looksLike(/ fastest +│ slowest +│ median +│ mean +│ samples │ iters\r?$/m),
  parse: (files) => parseLines(files, createReader()),
  createReader,
};

function createReader(): LineReader {
  const readings: Reading[] = [];
  const findings: Finding[] = [];
  let path: string[] = [];
  let open: { name: BenchmarkName; benchmark: DivanBenchmark | null; place: LinePlace } | null = null;

  const close = (): void => {
    if (open === null) return;
    const { name, benchmark, place } = open;
    const read = benchmark === null ? 'there are no numbers behind its name: it ended early, or what it printed tore its row' : readDivanBenchmark(name, benchmark);
    readings.push(...(typeof read === 'string' ? [failedReading(name)] : read));
    if (typeof read === 'string') findings.push(createFinding('BNL002', { tool: title, problem: read }, { ...positionIn(place), benchmark: name.id }));
    open = null;
  };

  const node = (row: Extract<DivanRow, { depth: number }>, place: LinePlace): void => {
    close();
    path = [...path.slice(0, row.depth), row.name];
    const name = nameOf(path);
    if (row.kind === 'benchmark') open = { name, benchmark: { time: row.cells, more: [] }, place };
    if (row.kind === 'begun') open = { name, benchmark: null, place };
    if (row.kind === 'ignored') readings.push({ ...failedReading(name), status: 'skipped' });
  };

  return {
    line(text, place, unended) {
      const row = parseDivanRow(text);
      if (row?.kind === 'root') {
        close();
        path = [row.name];
      } else if (row !== null && path.length > 0) {
        if (row.kind === 'more') open?.benchmark?.more.push(row.cells);
        else node(row, place);
      } else if (unended === true && text.includes('│') && open !== null) {
        open = { ...open, benchmark: null };
      }
    },
    end() {
      close();
      return conclude({ harness: { name: title, version: null, outputVersion: null }, readings, findings });
    },
  };
}

function nameOf(path: readonly string[]): BenchmarkName {
  const threads = /^t=(\d+)$/.exec(path.at(-1) ?? '')?.[1];
  const [name = '', ...groups] = [...path].reverse();
  return benchmarkName({ id: path.join('::'), name, group: groups.reverse().join('::'), params: threads === undefined ? [] : [['threads', threads]] });
}
