import { escapeTerminal, renderFindings } from '@benchline/core/render';
import { textOptions } from '../govern/text-options.js';
import type { World } from '../ports/world.js';
import type { Published } from './publish-gate.js';

/** What became of it, in lines for people. */
export function publishedText(world: World, { notes, findings }: Pick<Published, 'notes' | 'findings'>): string {
  return [...notes.map((note) => `${escapeTerminal(note)}\n`), ...(findings.length === 0 ? [] : [renderFindings(findings, textOptions(world))])].join('');
}
