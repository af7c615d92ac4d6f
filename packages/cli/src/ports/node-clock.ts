import { setTimeout } from 'node:timers/promises';
import type { Clock } from './clock.js';

/** The machine's clocks. */
export const nodeClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  wait: (ms, signal) => setTimeout(ms, undefined, { signal }).catch(() => undefined),
};
