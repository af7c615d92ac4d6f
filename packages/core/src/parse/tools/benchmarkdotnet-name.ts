import { benchmarkName } from '../benchmark-name.js';
import { asText, field } from '../fields.js';
import type { BenchmarkName } from '../parsed.js';

/**
 * The full name, which carries the parameters, and the job where it is another than the default one: `Demo.Parsing.Read(Size: 64) {Runtime=.NET 8.0}`. A job
 * without a name of its own is called by what sets it apart, since the name made up for it (Job-XKQWER) says nothing. null: nameless.
 */
export function benchmarkDotNetName(benchmark: unknown): BenchmarkName | null {
  const owner = [asText(field(benchmark, 'Namespace')), asText(field(benchmark, 'Type'))].filter((part) => part !== null);
  const method = asText(field(benchmark, 'Method'));
  const full = asText(field(benchmark, 'FullName')) ?? (method === null ? null : [...owner, method].join('.'));
  if (full === null) return null;
  const job = jobOf(asText(field(benchmark, 'DisplayInfo')) ?? '');
  const params = parametersOf(asText(field(benchmark, 'Parameters')) ?? '');
  return benchmarkName({ id: job === null ? full : `${full} {${job}}`, name: full, group: owner.length === 0 ? null : owner.join('.'), params, tags: job === null ? [] : [job] });
}

/** Of "Type.Method: Job-XKQWER(Runtime=.NET 8.0) [Size=64]". null: the default job, or none is told. */
function jobOf(displayInfo: string): string | null {
  const at = displayInfo.indexOf(': ');
  if (at === -1) return null;
  const job = displayInfo.slice(at + 2).replace(/ \[.*$/s, '').trim();
  if (job === '' || job === 'DefaultJob') return null;
  const [, name = job, settings] = /^([^(]*)\((.*)\)$/s.exec(job) ?? [];
  return settings !== undefined && /^Job-[A-Z]+$/.test(name) ? settings : name;
}

/** "A=100&B=10" or "A=100, B=10". */
function parametersOf(written: string): [string, string][] {
  return written.split(/&|, (?=\w+=)/).flatMap((pair): [string, string][] => {
    const at = pair.indexOf('=');
    return at > 0 ? [[pair.slice(0, at).trim(), pair.slice(at + 1)]] : [];
  });
}
