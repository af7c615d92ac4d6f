import { Session, type HeapProfiler } from 'node:inspector';

/** Mean bytes between two sampled allocations: small enough for 1 % over a MB, large enough not to slow the calls much. */
const samplingInterval = 512;
/** So much the loop, the profiler and V8's compilers allocate meanwhile: up to 12 kB were seen around calls that allocate nothing. */
const ownBytes = 16 * 1024;
/** No object of V8 is that small: of so little a call, nothing is the call's. */
const leastPerCall = 1;
const longestMs = 100;
const mostCalls = 100_000;

/**
 * Bytes that one call allocates on V8's heap, by V8's sampling heap profiler, which counts what is collected meanwhile as well (V8 10.2, Node 18.4). What lies beside the
 * heap (the contents of large buffers) is not seen. Sampling slows a program down, so it runs by itself, after the times. null: the profiler could not be had.
 */
export async function measureAllocation(fn: () => unknown, isAsync: boolean): Promise<number | null> {
  const session = new Session();
  try {
    session.connect();
    const first = await sampleCalls(session, fn, { isAsync, calls: 8 });
    const calls = Math.max(8, Math.min(mostCalls, Math.floor(longestMs / (first.ms / first.calls))));
    const measured = await sampleCalls(session, fn, { isAsync, calls });
    return measured.bytes < Math.max(ownBytes, measured.calls * leastPerCall) ? 0 : measured.bytes / measured.calls;
  } catch {
    return null;
  } finally {
    session.disconnect();
  }
}

interface Calls {
  isAsync: boolean;
  calls: number;
}

/** Kept so that the call's result is used. */
export let lastAllocated: unknown;

/** No clock is read between calls: the number that it gives is allocated too. */
async function sampleCalls(session: Session, fn: () => unknown, { isAsync, calls }: Calls): Promise<{ bytes: number; calls: number; ms: number }> {
  // @types/node lack the two flags (V8: HeapProfiler.startSampling).
  session.post('HeapProfiler.startSampling', { samplingInterval, includeObjectsCollectedByMajorGC: true, includeObjectsCollectedByMinorGC: true } as HeapProfiler.StartSamplingParameterType);
  const start = performance.now();
  for (let call = 0; call < calls; call += 1) lastAllocated = isAsync ? await fn() : fn();
  const ms = performance.now() - start;
  return { bytes: await stopSampling(session), calls, ms };
}

function stopSampling(session: Session): Promise<number> {
  return new Promise((resolve, reject) => {
    session.post('HeapProfiler.stopSampling', (error, result) => (error === null ? resolve(sizeOf(result.profile.head)) : reject(error)));
  });
}

function sizeOf(head: HeapProfiler.SamplingHeapProfileNode): number {
  let bytes = 0;
  const open = [head];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    bytes += node.selfSize;
    open.push(...node.children);
  }
  return bytes;
}
