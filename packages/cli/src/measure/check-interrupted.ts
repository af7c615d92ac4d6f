import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';

/** Throws BNL021 once Ctrl-C was pressed: for work that nobody else would stop. */
export function checkInterrupted({ signal }: Pick<World, 'signal'>): void {
  if (signal.aborted) throw userError('BNL021', { signal: String(signal.reason ?? 'a signal') });
}
