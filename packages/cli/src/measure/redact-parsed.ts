import type { Parsed, Reading } from '@benchline/core/parse';
import type { Redactor } from './redaction.js';

/** What a tool's output said, without what must not be recorded. Texts stand with the benchmark and its metric; the numbers, which are nearly all of it, are not looked at. */
export function redactParsed({ harness, readings, findings }: Parsed, redactor: Pick<Redactor, 'value'>): Parsed {
  return { harness: redactor.value(harness), readings: readings.map((reading) => redactReading(reading, redactor)), findings: redactor.value(findings) };
}

/** Mostly the reading itself: nothing is copied where nothing changes. */
function redactReading(reading: Reading, redactor: Pick<Redactor, 'value'>): Reading {
  const benchmark = redactor.value(reading.benchmark);
  const metric = redactor.value(reading.metric);
  return benchmark === reading.benchmark && metric === reading.metric ? reading : { ...reading, benchmark, metric };
}
