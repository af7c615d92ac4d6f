import { createFinding, type Finding, type FindingPosition } from '../../model/index.js';
import { asCount, asText, field } from '../fields.js';
import { projectPaths } from '../project-paths.js';
import type { LinePlace } from '../line-reader.js';
import type { Reading } from '../parsed.js';
import { readComplete, readFileError, type BenchRead } from './node-bench-readings.js';

/** Gathers the events of a run of node:bench. */
export interface BenchRun {
  event(type: unknown, data: unknown, place: LinePlace): void;
  end(): { readings: Reading[]; findings: Finding[]; sawEvents: boolean };
}

/** An event that gives a reading, once the names of all files are known. */
interface Told {
  path: string;
  read(file: string): BenchRead;
}

/** Benchmarks of one run: how many its summary counts, and how many told their end. */
interface Count {
  total: number | null;
  complete: number;
  place: FindingPosition;
}

export function createBenchRun(): BenchRun {
  const told: Told[] = [];
  const counts = new Map<string, Count>();
  let root: string | undefined;
  let sawEvents = false;
  return {
    event(type, data, place) {
      sawEvents = true;
      root = place.root;
      const position = { file: place.file, line: place.line };
      const count = countOf(counts, asText(field(data, 'runId')) ?? '', position);
      if (type === 'bench:complete') {
        count.complete += 1;
        told.push({ path: asText(field(data, 'file')) ?? '', read: (file) => readComplete(data, file, position) });
      } else if (type === 'bench:diagnostic' && (field(data, 'error') ?? null) !== null) {
        told.push({ path: asText(field(data, 'entryFile')) ?? '', read: (file) => readFileError(data, file, position) });
      } else if (type === 'bench:summary') count.total = asCount(field(field(data, 'counts'), 'total'));
    },
    end() {
      const names = projectPaths(told.map(({ path }) => ({ path })), root);
      const read = told.map(({ path, read: readOne }) => readOne(names.get(path) ?? path));
      return { readings: read.flatMap(({ readings }) => readings), findings: [...read.flatMap(({ findings }) => findings), ...[...counts.values()].flatMap(incomplete)], sawEvents };
    },
  };
}

function countOf(counts: Map<string, Count>, run: string, place: FindingPosition): Count {
  const count = counts.get(run) ?? { total: null, complete: 0, place };
  counts.set(run, count);
  return count;
}

/** A run that was cut off must not pass for a smaller one. */
function incomplete({ total, complete, place }: Count): Finding[] {
  if (total === complete) return [];
  const problem = total === null ? 'it ends before its summary' : `its summary counts ${total} benchmarks, and ${complete} are there`;
  return [createFinding('BNL002', { tool: 'node:bench', problem }, place.file === undefined ? {} : { file: place.file })];
}
