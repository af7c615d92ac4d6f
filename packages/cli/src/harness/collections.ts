import { PerformanceObserver, type PerformanceEntry } from 'node:perf_hooks';

/** Collections of V8's heap while something ran, and ms that they stopped the program. */
export interface Collections {
  count: number;
  pauseMs: number;
}

/** Runs `work` and counts V8's collections that began meanwhile. */
export async function countCollections(work: () => Promise<unknown>): Promise<Collections> {
  const entries: PerformanceEntry[] = [];
  const observer = new PerformanceObserver((list) => void entries.push(...list.getEntries()));
  observer.observe({ entryTypes: ['gc'] });
  const start = performance.now();
  try {
    await work();
    const end = performance.now();
    // Node hands collections over in a later turn of its loop.
    await new Promise((resolve) => setImmediate(resolve));
    const during = [...entries, ...observer.takeRecords()].filter(({ startTime }) => startTime >= start && startTime <= end);
    return { count: during.length, pauseMs: during.reduce((sum, { duration }) => sum + duration, 0) };
  } finally {
    observer.disconnect();
  }
}
