import { createFinding, type Finding } from '../../model/index.js';
import { benchmarkName } from '../benchmark-name.js';
import { conclude, failedReading } from '../conclude.js';
import { asCount } from '../fields.js';
import { parseLines, positionIn, type LinePlace, type LineReader } from '../line-reader.js';
import { looksLike } from '../looks-like.js';
import { metricShapes } from '../metric-shapes.js';
import type { Reading, ToolAdapter } from '../parsed.js';
import { nameOfCommand } from './callgrind-command.js';

const title = 'callgrind';

/**
 * Files of `valgrind --tool=callgrind` (format version 1): the instructions that a program executed. A benchmark is a command line, as the line `cmd:` tells it, without the folders
 * of this machine. What one process wrote in several parts or files (--dump-..., --separate-threads) is added up.
 */
export const callgrind: ToolAdapter = {
  tool: 'callgrind',
  title,
  traits: {
    versions: 'format version 1, of valgrind 3',
    metrics: [{ ...metricShapes.instructions, kinds: ['exact'] }],
    ordered: false,
    nesting: null,
    failure: 'a file that ends before its line `totals:`; the exit code is the program\'s own',
    nothingRun: 'no file, or an empty one',
  },
  detects: looksLike(/^(?:# callgrind format\s+)?version: 1\s+creator: callgrind-/),
  parse: (files) => parseLines(files, createReader()),
  createReader,
};

/** One file, as far as it is read. */
interface Dump {
  place: LinePlace;
  version: string;
  command: string | null;
  process: string;
  /** Where Ir stands among the events of the part that is read. */
  column: number;
  parts: number;
  totals: number;
  instructions: number | null;
}

const creator = /^creator: callgrind-(\S{1,64})/;

function createReader(): LineReader {
  const dumps: Dump[] = [];
  let open: Dump | null = null;
  return {
    line(text, place, unended) {
      const version = creator.exec(text)?.[1];
      if (version !== undefined && open?.place.file !== place.file) {
        open = { place, version, command: null, process: '', column: -1, parts: 0, totals: 0, instructions: 0 };
        dumps.push(open);
      } else if (open !== null && open.place.file === place.file && unended !== true) {
        readHeader(open, text);
      }
    },
    end: () => conclude({ harness: { name: title, version: onlyOne(dumps.map((dump) => dump.version)), outputVersion: dumps.length === 0 ? null : '1' }, ...readProcesses(dumps) }),
  };
}

/** The few lines that say what was run and what it cost; the rest is where. */
function readHeader(dump: Dump, text: string): void {
  const colon = text.indexOf(':');
  if (colon > 8 || colon === -1) return;
  const told = text.slice(colon + 1).trim();
  const key = text.slice(0, colon);
  if (key === 'cmd') dump.command ??= told;
  else if (key === 'pid') dump.process = told;
  else if (key === 'part') dump.parts += 1;
  else if (key === 'events') dump.column = told.split(/ +/).indexOf('Ir');
  else if (key === 'totals') {
    dump.totals += 1;
    const value = asCount(Number(told.split(/ +/)[dump.column] ?? Number.NaN));
    dump.instructions = value === null || dump.instructions === null ? null : dump.instructions + value;
  }
}

function readProcesses(dumps: readonly Dump[]): { readings: Reading[]; findings: Finding[] } {
  const processes = new Map<string, Dump[]>();
  for (const dump of dumps) {
    const key = JSON.stringify([dump.command, dump.process]);
    processes.set(key, [...(processes.get(key) ?? []), dump]);
  }
  const readings: Reading[] = [];
  const findings: Finding[] = [];
  for (const files of processes.values()) {
    const [first] = files as [Dump];
    const benchmark = benchmarkName({ id: nameOfCommand(first.command ?? '', first.place.root) });
    const [trouble] = files.flatMap((dump) => problemOf(dump) ?? []);
    const instructions = files.reduce((sum, dump) => sum + (dump.instructions ?? 0), 0);
    const problem = trouble ?? (instructions > 0 ? null : { what: 'no instruction was counted', place: first.place });
    if (problem === null) {
      readings.push({ benchmark, status: 'ok', metric: { ...metricShapes.instructions, kind: 'exact', ordered: false }, values: [instructions], summary: null });
    } else {
      readings.push(failedReading(benchmark));
      findings.push(createFinding('BNL002', { tool: title, problem: problem.what }, { ...positionIn(problem.place), benchmark: benchmark.id }));
    }
  }
  return { readings, findings };
}

function problemOf({ place, command, parts, totals, instructions }: Dump): { what: string; place: LinePlace } | null {
  if (command === null) return { what: 'there is no line "cmd:"', place };
  if (totals === 0 || totals < parts) return { what: 'it ends before its line "totals:", so the run was cut off', place };
  return instructions === null ? { what: 'its line "totals:" has no count of the event Ir', place } : null;
}

function onlyOne(versions: readonly string[]): string | null {
  const [version = null, ...others] = new Set(versions);
  return others.length === 0 ? version : null;
}
