import { basename, join, relative } from 'node:path';
import type { FileDigest } from '@benchline/core/model';
import { folderName } from '../artefacts/folder-name.js';
import type { World } from '../ports/world.js';
import type { UnreadFile } from '../tools/output-file.js';
import { checkInterrupted } from './check-interrupted.js';
import type { Archiver, ReadFile } from './read-output.js';
import { copyRedacted } from './redact-files.js';
import type { Redactor } from './redaction.js';
import { tarArchive, type ArchivedFile } from './tar-archive.js';

/** What is kept of a round that was ingested. */
export interface IngestedRound {
  /** Absolute path of the file or folder. */
  operand: string;
  /** From 1. */
  round: number;
}

export interface RawPlace {
  /** Where the copies go, absolute. */
  folder: string;
  /** The same folder as the report names it. */
  shown: string;
  redactor: Redactor;
}

/** Keeps what was read where the report's raw output lies, by round, redacted, under names that are harmless everywhere. */
export interface RawKeeper {
  /** Keeps very many files of a round as one archive, while they are read. */
  archiver(round: IngestedRound): Archiver;
  /** Keeps files that no archiver has kept. */
  keep(files: readonly UnreadFile[], round: IngestedRound): Promise<void>;
  /** All that is kept, by path. */
  kept(): FileDigest[];
}

/** More files than this are kept as one archive: to make so many files would take longer than to read and judge them. */
const mostCopies = 1000;

export function createRawKeeper({ folder, shown, redactor }: RawPlace, world: Pick<World, 'files' | 'signal'>): RawKeeper {
  const kept: FileDigest[] = [];
  const archiver = ({ operand, round }: IngestedRound): Archiver => ({
    takes: (count) => count > mostCopies,
    keep: async (files) => {
      const name = `round-${round}.tar`;
      kept.push({ path: `${shown}/${name}`, ...(await world.files.write(join(folder, name), tarArchive(redactedFiles(files, operand, redactor)))) });
    },
  });
  const copy = async (from: string, { operand, round }: IngestedRound): Promise<void> => {
    checkInterrupted(world);
    const path = `round-${round}/${keptName(operand, from)}`;
    kept.push({ path: `${shown}/${path}`, ...(await copyRedacted(redactor, { from, to: join(folder, path) }, world.files)) });
  };
  return {
    archiver,
    keep: async (files, round) => {
      if (archiver(round).takes(files.length)) return archiver(round).keep(readAgain(files, world));
      for (const { from } of files) await copy(from, round);
    },
    kept: () => kept.sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

async function* readAgain(files: readonly UnreadFile[], world: Pick<World, 'files' | 'signal'>): AsyncGenerator<ReadFile> {
  for (const { from } of files) {
    checkInterrupted(world);
    yield { from, content: await world.files.readBytes(from) };
  }
}

async function* redactedFiles(files: AsyncIterable<ReadFile>, operand: string, redactor: Redactor): AsyncGenerator<ArchivedFile> {
  for await (const { from, content } of files) {
    yield { path: keptName(operand, from), content: redactor.hasPatterns ? Buffer.from(redactor.raw(new TextDecoder().decode(content))) : content };
  }
}

/** The path that a file is kept under. */
function keptName(operand: string, from: string): string {
  const inside = relative(operand, from);
  return (inside === '' ? basename(from) : inside).split(/[\\/]/).map(folderName).join('/');
}
