import type { PerfFunction, PerfOptions } from './perf-options.js';
import { activeCollector, type Collector } from './collector.js';
import { declareInTestRunner, groupInTestRunner } from './in-test-runner.js';
import { checkLoad } from './check-load.js';
import { checkOptions } from './check-options.js';
import type { LoadOptions } from './load-options.js';
import { createBuilder, type SpecBuilder } from './spec-builder.js';

/** Options of a group: its specs have them too, unless they say otherwise. */
export type GroupOptions = Pick<PerfOptions, 'tags' | 'warmup' | 'measure' | 'iterations' | 'rounds' | 'allow' | 'skip'>;

/**
 * A group of performance specs. In a `*.perf.ts` file that `benchline bench` runs they are measured; inside jest or vitest they are tests, measured only where
 * BENCHLINE_PERF=1; in any other program nothing happens.
 */
export function describePerf(name: string, body: () => void): void;
export function describePerf(name: string, options: GroupOptions, body: () => void): void;
export function describePerf(name: string, options: GroupOptions | (() => void), body?: () => void): void {
  const [own, declare] = typeof options === 'function' ? [{}, options] : [options, body];
  checkOptions(`describePerf('${name}')`, 'perf', own);
  if (declare === undefined) throw new TypeError(`describePerf('${name}') needs a function that declares its specs`);
  const collector = activeCollector();
  if (collector === null) groupInTestRunner(name, own, declare);
  else collector.group(name, own, declare);
}

/**
 * A performance spec: `itPerf('encode', () => encode(payload), { bytes: payload.length })`. Without a function it is the beginning of a builder:
 * `itPerf('encode').tags('slow').setup(makePayload).run((payload) => encode(payload))`.
 */
export function itPerf(name: string): SpecBuilder<undefined>;
export function itPerf<State = undefined>(name: string, run: PerfFunction<State>, options?: PerfOptions<State>): void;
export function itPerf<State>(name: string, run?: PerfFunction<State>, options: PerfOptions<State> = {}): SpecBuilder<undefined> | void {
  if (run === undefined) return beginBuilder(name);
  declare(name, run as PerfFunction<unknown>, options as PerfOptions);
}

/** A builder that is never run would measure nothing, without a word. */
function beginBuilder(name: string): SpecBuilder<undefined> {
  if (typeof name !== 'string' || name === '') throw new TypeError('itPerf needs a name');
  const finish = activeCollector()?.begin(name);
  return createBuilder(name, (...declared) => {
    finish?.();
    declare(...declared);
  });
}

function declare(name: string, run: PerfFunction<unknown>, options: PerfOptions): void {
  if (typeof name !== 'string' || name === '') throw new TypeError('itPerf needs a name');
  if (typeof run !== 'function') throw new TypeError(`itPerf('${name}') needs a function to measure`);
  checkOptions(`itPerf('${name}')`, 'perf', options);
  const collector: Collector | null = activeCollector();
  if (collector === null) declareInTestRunner(name, run, options);
  else collector.spec({ name, run, options, load: null });
}

/**
 * A load test: `itLoad('users', { server: { command: ['node', 'server.js'] }, url: 'http://127.0.0.1:8080/users' })`. The server is started, awaited, put under load by autocannon,
 * which comes along, and stopped. Only `benchline bench` runs load tests: inside a test runner they are skipped.
 */
export function itLoad(name: string, options: LoadOptions): void {
  if (typeof name !== 'string' || name === '') throw new TypeError('itLoad needs a name');
  checkLoad(name, options);
  const { tags, skip } = options;
  const own: PerfOptions = { ...(tags ? { tags } : {}), ...(skip ? { skip } : {}) };
  const collector = activeCollector();
  if (collector === null) declareInTestRunner(name, () => undefined, { ...own, skip: true });
  else collector.spec({ name, run: () => undefined, options: own, load: options });
}
