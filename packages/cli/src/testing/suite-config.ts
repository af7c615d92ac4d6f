import type { SuiteConfig } from '@benchline/core/model';

/** A normalised suite for specs: records from a command, one round. */
export function suiteConfig(changes: Partial<SuiteConfig> = {}): SuiteConfig {
  return {
    name: 'decode',
    tool: 'records',
    command: ['bench'],
    files: [],
    cwd: '',
    build: null,
    threads: null,
    dataset: null,
    filter: null,
    tags: null,
    seed: null,
    rounds: 1,
    timeoutMs: 60_000,
    env: {},
    allowDebug: false,
    warmupMs: null,
    measureMs: null,
    mapping: null,
    server: null,
    optional: false,
    retries: 0,
    ...changes,
  };
}
