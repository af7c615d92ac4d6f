const minute = 60_000;

/** What holds where the configuration is silent. Shares are numbers (0.1 is 10 %), times are ms. */
export const configDefaults = {
  stored: { warn: 0.1, fail: 0.25 },
  /** One threshold for p95 and p99: beyond it the verdict is a failure. */
  tail: 0.2,
  paired: { detect: 0.05, fail: 0.1, timeBudgetMs: 10 * minute, control: 'sample' },
  statistic: 'median',
  suite: { rounds: 1, timeoutMs: 30 * minute, serverTimeoutMs: 30_000, retries: 0 },
  /** Variables that change how fast code runs and hold no secrets. */
  allowedEnv: ['PERF', 'PERF_*', 'NODE_OPTIONS', 'RUSTFLAGS', 'CARGO_PROFILE_*', 'RAYON_NUM_THREADS', 'OMP_NUM_THREADS', 'GOMAXPROCS', 'GOGC'],
  objectiveMetric: 'time',
  /** An objective that holds by less is told as close to its limit. */
  near: 0.05,
  baselines: { directory: 'baselines', keep: 10, keepMonths: 12 },
} as const;

/** Timers count in 32 bits; a longer limit would fire at once. */
export const longestDurationMs = 2 ** 31 - 1;
