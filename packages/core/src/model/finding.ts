import type { Finding } from './generated/types.js';
import { findingWording, type FindingArgs, type FindingCode } from './finding-wording/index.js';

/** Where a finding was seen; every part optional. */
export type FindingPosition = Pick<Finding, 'file' | 'line' | 'column' | 'pointer' | 'suite' | 'benchmark'>;

/** Makes a finding of a code of the closed table in finding-wording/. */
export function createFinding<C extends FindingCode>(code: C, args: FindingArgs[C], position: FindingPosition = {}): Finding {
  const row = findingWording[code];
  const wording = row.say(args as never);
  return { code, level: row.level, ...wording, ...position };
}
