import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';

/** The variable that keeps every command from measuring. It must be no part of a task's key, as an option would be: the key decides what is in the cache. */
export const requireCachedVariable = 'BENCHLINE_REQUIRE_CACHED';

/**
 * Throws BNL046 where only measurements of the cache may be used: that a command gets here means that the cache had none. Asked before anything else, also before
 * waiting for the machine.
 */
export function refuseToMeasure({ env }: Pick<World, 'env'>, project: string, asked = false): void {
  if (!asked && !isOn(env[requireCachedVariable])) return;
  const hash = env['NX_TASK_HASH'] ?? env['TURBO_HASH'] ?? '';
  throw userError('BNL046', { project, key: hash === '' ? 'which it has none of, since no task runner called' : hash });
}

function isOn(value: string | undefined): boolean {
  return value !== undefined && !['', '0', 'false', 'no'].includes(value.toLowerCase());
}
