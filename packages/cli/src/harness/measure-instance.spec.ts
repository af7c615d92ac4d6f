import { spawnSync } from 'node:child_process';
import { measureInstance, unmeasured, type Engine, type MeasuringTimes } from './measure-instance.js';
import { expectPerf } from './expectation.js';
import type { PerfFunction, PerfOptions } from './perf-options.js';

// It measures: on a busy machine that takes longer.
jest.setTimeout(60_000);

const times: MeasuringTimes = { warmupMs: 5, measureMs: 60, emptyCallMs: 1e-6 };
let engine: Engine;
beforeAll(async () => { engine = (await import('tinybench')) as unknown as Engine; });

const measure = (run: PerfFunction<unknown>, options: PerfOptions = {}) => measureInstance({ id: 'f/s', name: 's', group: 'f', params: {}, tags: [], options, run, load: null }, times, engine);

/** Works for so long by the clock, whatever the machine. */
function busy(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

describe('accuracy', () => {
  // The least: what else runs on the machine only ever makes calls longer.
  it.each([0.02, 0.2, 2])('a busy loop of %d ms is measured within 5 %%', async (ms) => {
    const { result } = await measure(() => busy(ms));
    expect(result.time.min / 1e6 / ms).toBeGreaterThan(0.99);
    expect(result.time.min / 1e6 / ms).toBeLessThan(1.05);
  });

  // In a process of its own: jest's sandbox has slower arrays that allocate more.
  it('allocations are what V8 makes of them, within 5 %', () => {
    const script = `const { measureAllocation } = require(process.argv[1]);
      const cases = { ...Object.fromEntries([10, 1000, 20000].map((length) => [8 * length + 48, () => new Array(length).fill(0)])), 0: () => 1 };
      const warm = (fn) => { for (const end = performance.now() + 400; performance.now() < end; ) for (let call = 0; call < 100; call += 1) globalThis.kept = fn(); };
      (async () => { const seen = []; for (const [bytes, fn] of Object.entries(cases)) { warm(fn); seen.push([Number(bytes), await measureAllocation(fn, false)]); } console.log(JSON.stringify(seen)); })();`;
    const { stdout } = spawnSync(process.execPath, ['-e', script, require.resolve('../../dist/harness/allocation.js')], { encoding: 'utf8' });
    const seen = JSON.parse(stdout) as [number, number][];
    // V8: 8 bytes an element, 16 of the elements' header, 32 of the array itself.
    expect(seen.map(([bytes]) => bytes)).toEqual([0, 128, 8048, 160_048]);
    expect(seen[0]?.[1]).toBe(0);
    for (const [bytes, measured] of seen) expect(Math.abs(measured - bytes)).toBeLessThanOrEqual(Math.max(1, bytes * 0.05));
  });

  it('counts collections where there are some', async () => {
    const { reading } = await measure(() => new Array(1000).fill(0));
    expect(reading.collections?.count).toBeGreaterThan(0);
    expect(reading.collections?.calls).toBeGreaterThan(1000);
  });
});

describe('a spec', () => {
  it('is set up once, torn down at the end, and given its state', async () => {
    const seen: string[] = [];
    const options: PerfOptions = { setup: () => (seen.push('setup'), 'state'), teardown: (state) => seen.push(`teardown ${String(state)}`), bytes: (state) => String(state).length };
    const { reading, result } = await measure((state) => String(state), options);
    expect(seen).toEqual(['setup', 'teardown state']);
    expect(reading.amount).toEqual({ perCall: 5, unit: 'B' });
    expect(result.throughput?.p50).toBeCloseTo(5e9 / result.time.p50, 0);
  });

  it('is torn down where it throws', async () => {
    const teardown = jest.fn();
    await expect(measure(() => { throw new Error('broken'); }, { teardown })).rejects.toThrow('broken');
    expect(teardown).toHaveBeenCalledTimes(1);
  });

  it('hands its result to expect; what that throws fails it', async () => {
    const { limits } = await measure(() => busy(0.01), { expect: (result) => { expectPerf(result).toBeUnder('1 s'); } });
    expect(limits).toMatchObject([{ metric: 'time', limit: 1e9 }]);
    await expect(measure(() => 1, { expect: () => { throw new Error('not like this'); } })).rejects.toThrow('not like this');
  });

  it('calls its hooks around each call, and then measures call by call', async () => {
    let inside = 0;
    const hooks: PerfOptions = { beforeEach: () => (inside += 1), afterEach: () => (inside -= 1) };
    const { reading } = await measure(() => { if (inside !== 1) throw new Error('not between its hooks'); }, hooks);
    expect([reading.time?.batch, reading.allocatedBytes]).toEqual([1, null]);
  });

  it('that is hardly slower than an empty function is warned of', async () => {
    const slowCalls = { ...times, emptyCallMs: 1 };
    const { reading } = await measureInstance({ id: 'f/s', name: 's', group: 'f', params: {}, tags: [], options: {}, run: () => 1, load: null }, slowCalls, engine);
    expect(reading.warnings).toEqual([expect.stringContaining('optimised away')]);
  });

  it('awaits a promise', async () => {
    const { result } = await measure(() => new Promise((resolve) => setImmediate(resolve)));
    expect(result.time.n).toBeGreaterThanOrEqual(10);
  });

  it('that failed or was skipped is written as such', () => {
    const instance = { id: 'f/s', name: 's', group: 'f', params: { size: 1 }, tags: ['t'], options: {}, run: () => 1, load: null };
    expect(unmeasured(instance, new TypeError('no'))).toMatchObject({ status: 'failed', error: { name: 'TypeError', message: 'no' }, params: { size: '1' }, time: null });
    expect(unmeasured(instance, null)).toMatchObject({ status: 'skipped', error: null });
  });

  it.each([0, -1, Number.NaN])('an amount of %d is refused', async (bytes) => {
    await expect(measure(() => 1, { bytes })).rejects.toThrow('above zero');
  });
});
