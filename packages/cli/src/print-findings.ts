import type { Finding } from '@benchline/core/model';
import { wantsColor } from './colors.js';
import type { World } from './ports/world.js';

/** Prints findings for people, on stderr. The renderers are loaded only when there is something to tell. */
export function printFindings(findings: readonly Finding[], world: World): void {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { renderFindings } = require('@benchline/core/render') as typeof import('@benchline/core/render');
  world.stderr.write(renderFindings(findings, { color: wantsColor(world, world.stderr) }));
}
