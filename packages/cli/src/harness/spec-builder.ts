import type { Amount, Params, ParamValue, PerfFunction, PerfOptions } from './perf-options.js';
import type { PerfResult } from './perf-result.js';
import type { NonRelease } from './release-conditions.js';

/** Says one thing of a spec at a time; `run` declares it. */
export interface SpecBuilder<State> {
  tags(...tags: string[]): SpecBuilder<State>;
  warmup(time: string | number): SpecBuilder<State>;
  measure(time: string | number): SpecBuilder<State>;
  iterations(least: number): SpecBuilder<State>;
  rounds(processes: number): SpecBuilder<State>;
  bytes(amount: Amount<State>): SpecBuilder<State>;
  elements(amount: Amount<State>): SpecBuilder<State>;
  params(values: Readonly<Record<string, readonly ParamValue[]>>): SpecBuilder<State>;
  setup<Made>(make: (params: Params) => Made | Promise<Made>): SpecBuilder<Made>;
  teardown(end: (state: State, params: Params) => unknown): SpecBuilder<State>;
  beforeEach(hook: (state: State, params: Params) => unknown): SpecBuilder<State>;
  afterEach(hook: (state: State, params: Params) => unknown): SpecBuilder<State>;
  allow(...conditions: NonRelease[]): SpecBuilder<State>;
  skip(): SpecBuilder<State>;
  expect(check: (result: PerfResult) => void): SpecBuilder<State>;
  run(measured: PerfFunction<State>): void;
}

type Declare = (name: string, run: PerfFunction<unknown>, options: PerfOptions) => void;

/** Each step gives a builder of its own, so that a common beginning can be kept and used twice. */
export function createBuilder(name: string, declare: Declare, options: PerfOptions = {}): SpecBuilder<undefined> {
  const next = (more: object) => createBuilder(name, declare, { ...options, ...more }) as SpecBuilder<never>;
  const builder = {
    tags: (...tags: string[]) => next({ tags: [...(options.tags ?? []), ...tags] }),
    skip: () => next({ skip: true }),
    allow: (...allow: NonRelease[]) => next({ allow }),
    run: (measured: PerfFunction<unknown>) => declare(name, measured, options),
  };
  const settings = ['warmup', 'measure', 'iterations', 'rounds', 'bytes', 'elements', 'params', 'setup', 'teardown', 'beforeEach', 'afterEach', 'expect'] as const;
  return Object.assign(builder, Object.fromEntries(settings.map((setting) => [setting, (value: unknown) => next({ [setting]: value })]))) as unknown as SpecBuilder<undefined>;
}
