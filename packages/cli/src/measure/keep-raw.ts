import { basename, join, relative } from 'node:path';
import type { FileDigest } from '@benchline/core/model';
import { folderName } from '../artefacts/folder-name.js';
import type { Files, FileSum } from '../ports/files.js';
import type { World } from '../ports/world.js';
import type { UnreadFile } from '../tools/output-file.js';
import { checkInterrupted } from './check-interrupted.js';
import { copyRedacted, readRedacted } from './redact-files.js';
import type { Redactor } from './redaction.js';
import { tarArchive, type ArchivedFile } from './tar-archive.js';

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

/** More files than this are kept as one archive: to make so many files would take longer than to read and judge them. */
const mostCopies = 1000;

/** Copies what was read to where the report's raw output lies, by round, redacted, under names that are harmless everywhere. */
export async function keepRaw(rounds: readonly IngestedRound[], { folder, shown, redactor }: RawPlace, world: World): Promise<FileDigest[]> {
  const kept: FileDigest[] = [];
  for (const [index, round] of rounds.entries()) {
    const name = `round-${index + 1}`;
    const named = namedFiles(round);
    if (named.size > mostCopies) {
      const archive = tarArchive(redactedFiles(named, redactor, world));
      kept.push({ path: `${shown}/${name}.tar`, ...(await world.files.write(join(folder, `${name}.tar`), archive)) });
    } else {
      for (const [path, from] of named) kept.push({ path: `${shown}/${name}/${path}`, ...(await copyOne({ from, to: join(folder, name, path) }, redactor, world)) });
    }
  }
  return kept.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Where each file comes from, by the path it is kept under. */
function namedFiles({ operand, files }: IngestedRound): Map<string, string> {
  return new Map(
    files.map(({ from }) => {
      const inside = relative(operand, from);
      return [(inside === '' ? basename(from) : inside).split(/[\\/]/).map(folderName).join('/'), from];
    }),
  );
}

function copyOne(paths: { from: string; to: string }, redactor: Redactor, world: World): Promise<FileSum> {
  checkInterrupted(world);
  return copyRedacted(redactor, paths, world.files);
}

async function* redactedFiles(named: ReadonlyMap<string, string>, redactor: Redactor, world: World): AsyncGenerator<ArchivedFile> {
  for (const [path, from] of named) {
    checkInterrupted(world);
    yield { path, content: await contentOf(from, redactor, world.files) };
  }
}

async function contentOf(path: string, redactor: Redactor, files: Files): Promise<Uint8Array> {
  return redactor.hasPatterns ? Buffer.from(await readRedacted(redactor, path, files)) : files.readBytes(path);
}
