import { basename, join, relative } from 'node:path';
import type { FileDigest } from '@benchline/core/model';
import { folderName } from '../artefacts/folder-name.js';
import type { World } from '../ports/world.js';
import { checkInterrupted } from './check-interrupted.js';
import type { UnreadFile } from '../tools/output-file.js';
import { copyRedacted } from './redact-files.js';
import type { Redactor } from './redaction.js';

/** The files of a round that was ingested. */
export interface IngestedRound {
  /** Absolute path of the file or folder. */
  operand: string;
  files: readonly UnreadFile[];
}

export interface RawPlace {
  /** Where the copies go, absolute. */
  folder: string;
  /** The same folder as the report names it. */
  shown: string;
  redactor: Redactor;
}

/** Copies what was read to where the report's raw output lies, by round, redacted, under names that are harmless everywhere. */
export async function keepRaw(rounds: readonly IngestedRound[], { folder, shown, redactor }: RawPlace, world: World): Promise<FileDigest[]> {
  const kept = new Map<string, FileDigest>();
  for (const [index, { operand, files }] of rounds.entries()) {
    for (const { from } of files) {
      checkInterrupted(world);
      const inside = relative(operand, from);
      const names = (inside === '' ? basename(from) : inside).split(/[\\/]/).map(folderName);
      const path = [`round-${index + 1}`, ...names].join('/');
      kept.set(path, { path: `${shown}/${path}`, ...(await copyRedacted(redactor, { from, to: join(folder, path) }, world.files)) });
    }
  }
  return [...kept.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
