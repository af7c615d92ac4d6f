import type { Clock } from './clock.js';

/** The machine's clocks. */
export const nodeClock: Clock = { now: () => Date.now(), monotonic: () => performance.now() };
