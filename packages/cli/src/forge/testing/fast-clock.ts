import { setTimeout } from 'node:timers/promises';
import type { Clock } from '../../ports/clock.js';

/** The machine's clock, so many times faster: seconds of waiting pass in milliseconds, and what takes time still takes it. */
export function createFastClock(factor: number): Clock {
  return {
    now: () => Date.UTC(2026, 10, 20, 12) + performance.now() * factor,
    monotonic: () => performance.now() * factor,
    wait: (ms, signal) => setTimeout(ms / factor, undefined, { signal }).catch(() => undefined),
  };
}
