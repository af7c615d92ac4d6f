import { url } from 'node:inspector';
import type { ProcessFacts } from './release-conditions.js';

/** What is known of this process. */
export function currentProcessFacts(): ProcessFacts {
  return { inspectorUrl: url(), execArgv: process.execArgv, env: process.env, hasCoverage: '__coverage__' in globalThis };
}
