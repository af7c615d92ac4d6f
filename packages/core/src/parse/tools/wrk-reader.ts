import { createFinding, type Finding } from '../../model/index.js';
import { conclude, failedReading } from '../conclude.js';
import type { LinePlace, LineReader } from '../line-reader.js';
import { loadReadings, loadTarget } from '../load-run.js';
import type { Parsed, Reading, SourceFile } from '../parsed.js';
import { beginWrkRun, latencyOfWrk, readWrkLine, type WrkRun } from './wrk-run.js';

type Tool = 'wrk' | 'wrk2';

/** Reads what wrk or wrk2 print; several runs may follow one another. */
export function createWrkReader(tool: Tool): LineReader {
  const runs: WrkRun[] = [];
  const findings: Finding[] = [];
  let first: LinePlace | null = null;
  return {
    line(text, { file, line }) {
      const place = { file, line };
      first ??= place;
      const begun = beginWrkRun(text, place);
      if (begun !== null) runs.push(begun);
      const refusal = /^unable to (?:connect to|create thread) .*/.exec(text)?.[0];
      if (refusal !== undefined) findings.push(createFinding('BNL011', { command: tool, outcome: refusal.slice(0, 400) }, place));
      else if (begun === null) readLast(runs, text, place);
    },
    end() {
      const read = runs.map((run) => readRun(run, tool));
      const nothing = runs.length === 0 && findings.length === 0 ? [createFinding('BNL002', { tool, problem: 'there is no line "Running ... test @ URL"' }, first ?? {})] : [];
      return conclude({
        harness: { name: tool, version: null, outputVersion: null },
        readings: read.flatMap(({ readings }) => readings),
        findings: [...findings, ...nothing, ...read.flatMap((part) => part.findings)],
      });
    },
  };
}

/** A line belongs to the last run of its own file. */
function readLast(runs: readonly WrkRun[], text: string, { file }: LinePlace): void {
  const run = runs.at(-1);
  if (run !== undefined && run.place.file === file) readWrkLine(run, text);
}

function readRun(run: WrkRun, tool: Tool): Pick<Parsed, 'readings' | 'findings'> {
  const other = run.wrk2 ? 'wrk2' : 'wrk';
  if (other !== tool) {
    const problem = `it is output of ${other}, which measures ${run.wrk2 ? 'at a constant rate' : 'as fast as it can'}`;
    return { readings: [], findings: [createFinding('BNL002', { tool, problem }, run.place)] };
  }
  const benchmark = loadTarget(run.url, paramsOf(run));
  const { requestsPerSecond: requests, bytesPerSecond: throughput } = run;
  const trouble = troubleOf(run, { tool, id: benchmark.id });
  if (trouble !== null || requests === null) {
    return { readings: [failedReading(benchmark)], findings: trouble === null ? [] : [{ ...trouble, ...run.place, benchmark: benchmark.id }] };
  }
  const readings: Reading[] = loadReadings(benchmark, { requests, throughput, latency: latencyOfWrk(run) });
  return { readings, findings: [] };
}

function paramsOf({ connections, threads }: WrkRun): [string, string][] {
  return Object.entries({ connections, threads }).flatMap(([name, value]) => (value === null ? [] : [[name, value] as [string, string]]));
}

/** "Transfer/sec:" is the last line: where it is missing, the number before it may have been cut off. */
function troubleOf({ errors, answered, requestsPerSecond, bytesPerSecond }: WrkRun, { tool, id }: { tool: Tool; id: string }): Finding | null {
  if (errors.length > 0) return createFinding('BNL011', { command: id, outcome: errors.join('; ').slice(0, 400) });
  if (answered === 0) return createFinding('BNL011', { command: id, outcome: 'no request was answered' });
  if (answered !== null && requestsPerSecond !== null && bytesPerSecond !== null) return null;
  const absent = requestsPerSecond === null ? 'Requests/sec:' : 'Transfer/sec:';
  return createFinding('BNL002', { tool, problem: `the run has no line "${absent}" with a number, so it did not end` });
}

const lookedAt = 16_384;

/** Which of the two wrote the files; null: neither. A refused connection leaves one line, which wrk's older sibling prints too. */
export function wrkFlavour(files: readonly SourceFile[]): Tool | null {
  const flavours = new Set(files.map(({ text }) => flavourOf(text.slice(0, lookedAt))));
  const [only] = flavours;
  return flavours.size === 1 && only !== undefined ? only : null;
}

function flavourOf(text: string): Tool | null {
  if (/^Running \S+ test @ \S+/m.test(text)) return /^ +(?:Thread calibration: |Req\/Sec +-?nan|Latency Distribution \(HdrHistogram)/m.test(text) ? 'wrk2' : 'wrk';
  return /^unable to connect to \S+:\S+ /.test(text) ? 'wrk' : null;
}
