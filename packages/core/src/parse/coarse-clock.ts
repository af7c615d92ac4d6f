import { createFinding, type Finding } from '../model/index.js';
import type { Parsed, Reading } from './parsed.js';

/** Reading the clock takes some 50 ns, and clocks of 10 ns and coarser are common: of a call this short they are a good part, ns. */
const shortestCall = 1000;
const mostNamed = 3;

/** Adds one warning for the times of a file that were taken call by call, of calls so short that the clock is a good part of them. */
export function warnOfCoarseClock(parsed: Parsed, file: string): Parsed {
  const short = parsed.readings.filter(isShort).map(({ benchmark }) => benchmark.id);
  return short.length === 0 ? parsed : { ...parsed, findings: [...parsed.findings, warning(short, file)] };
}

function isShort({ metric, values, summary }: Reading): boolean {
  if (metric === null || metric.kind === 'batch-mean') return false;
  const typical = summary?.p50 ?? middleOf(values ?? []);
  return typical !== undefined && typical < shortestCall;
}

function middleOf(values: readonly number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

function warning(ids: readonly string[], file: string): Finding {
  const more = ids.length > mostNamed ? ` and ${ids.length - mostNamed} more` : '';
  return createFinding('BNL033', { benchmarks: `${ids.slice(0, mostNamed).join(', ')}${more}` }, { file, ...(ids.length === 1 && ids[0] !== undefined ? { benchmark: ids[0] } : {}) });
}
