import type { TextOptions } from '@benchline/core/render';
import { wantsColor } from '../colors.js';
import type { World } from '../ports/world.js';

/** How text for people looks on this terminal. */
export function textOptions(world: World): TextOptions {
  return { color: wantsColor(world, world.stdout), columns: world.stdout.columns };
}
