import type { Output, World } from './ports/world.js';

/** Whether output may be coloured: NO_COLOR (any value) forbids, FORCE_COLOR asks for it, else a terminal decides. */
export function wantsColor(world: Pick<World, 'env'>, output: Output): boolean {
  if ((world.env['NO_COLOR'] ?? '') !== '') return false;
  const forced = world.env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return output.isTerminal && world.env['TERM'] !== 'dumb';
}
