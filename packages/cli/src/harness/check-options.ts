import type { LoadOptions, LoadServer } from './load-options.js';
import type { PerfOptions } from './perf-options.js';

/** Every option, by its type: one that is added there and not here does not compile. */
const perfOptions: Readonly<Record<keyof PerfOptions, true>> = {
  tags: true, warmup: true, measure: true, iterations: true, rounds: true, bytes: true, elements: true, params: true, setup: true, teardown: true,
  beforeEach: true, afterEach: true, allow: true, skip: true, expect: true,
};
const loadOptions: Readonly<Record<keyof LoadOptions, true>> = {
  tags: true, skip: true, url: true, server: true, connections: true, duration: true, warmup: true, rate: true, pipelining: true, method: true, headers: true,
  body: true, errorBudget: true, expect: true,
};
const serverOptions: Readonly<Record<keyof LoadServer, true>> = { command: true, cwd: true, env: true, ready: true, timeout: true };

/** Throws for an option that there is none of: nobody checks a spec's types before it runs, and a word misspelt would do nothing. `where` is the call. */
export function checkOptions(where: string, kind: 'perf' | 'load' | 'server', options: object): void {
  const known = Object.keys({ perf: perfOptions, load: loadOptions, server: serverOptions }[kind]);
  const unknown = Object.keys(options).find((option) => !known.includes(option));
  if (unknown !== undefined) throw new TypeError(`${where}: there is no option "${unknown}"; there are ${known.join(', ')}`);
}
