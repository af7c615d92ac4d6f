import { stripVTControlCharacters } from 'node:util';
import { escapeTerminal } from '@benchline/core/render';
import type { World } from '../ports/world.js';
import type { Progress } from './progress.js';
import type { Redactor } from './redaction.js';

export interface LineTelling {
  /** All lines are told, not only the last behind the step. */
  verbose: boolean;
  progress: Progress;
  redactor: Redactor;
}

/**
 * Takes what a suite's tool, build or server prints. Verbose: each line on stderr behind the speaker's name, without colours, escaped for terminals and for CI systems that read commands
 * out of logs, without what the config redacts.
 */
export function tellLines(speaker: string, { verbose, progress, redactor }: LineTelling, { stderr }: Pick<World, 'stderr'>): (line: string) => void {
  if (!verbose) return progress.detail;
  return (line) => {
    for (const part of redactor.raw(stripVTControlCharacters(line)).split('\r')) {
      if (part.trim() !== '') stderr.write(`${escapeTerminal(speaker)} | ${escapeTerminal(part.replaceAll('\t', '    '))}\n`);
    }
  };
}
