import type { Finding } from '@benchline/core/model';
import type { World } from './ports/world.js';
import { wantsColor } from './colors.js';

/** Prints findings for people, on stderr. */
export function printFindings(findings: readonly Finding[], world: World): void {
  void wantsColor(world, world.stderr);
  for (const { code, level, what, why, fix, file, pointer } of findings) {
    const place = [file, pointer].filter((part) => part !== undefined).join(' ');
    world.stderr.write(`${level} ${code}${place === '' ? '' : ` ${place}`}\n  ${what}\n  ${why}\n  ${fix}\n`);
  }
}
