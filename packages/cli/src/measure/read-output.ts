import { feedLines, feedText, type LineReader, type Parsed, type SourceFile, type SourceReader, type ToolAdapter } from '@benchline/core/parse';
import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';
import { checkInterrupted } from './check-interrupted.js';
import type { OutputFile } from '../tools/output-file.js';

type ReadingWorld = Pick<World, 'files' | 'signal'>;

/** What a round's output says, and the files that were read for it. */
export interface ReadOutput<File extends OutputFile> {
  parsed: Parsed;
  used: readonly File[];
}

/** Texts that are held at once, in characters. */
const mostHeld = 256 * 1024 * 1024;

/** Reads a round's output: line by line or file by file where the tool's adapter can, so that it is never held whole. */
export async function readOutput<File extends OutputFile>(adapter: ToolAdapter, files: readonly File[], world: ReadingWorld): Promise<ReadOutput<File>> {
  if (adapter.createReader !== undefined) return { parsed: await readByLine(adapter.createReader(), files, world), used: files };
  if (adapter.createSourceReader !== undefined) return readByFile(adapter.createSourceReader(), files, world);
  const sources = await readAll(files, world);
  return { parsed: adapter.parse(sources), used: files };
}

async function readByLine(reader: LineReader, files: readonly OutputFile[], world: ReadingWorld): Promise<Parsed> {
  for (const file of files) {
    if ('text' in file) feedText(file, reader);
    else await feedLines(file, untilInterrupted(world.files.readLines(file.from), world), reader);
  }
  return reader.end();
}

async function* untilInterrupted<T>(items: AsyncIterable<T>, world: ReadingWorld): AsyncGenerator<T> {
  for await (const item of items) {
    checkInterrupted(world);
    yield item;
  }
}

async function readByFile<File extends OutputFile>(reader: SourceReader, files: readonly File[], world: ReadingWorld): Promise<ReadOutput<File>> {
  const used = files.filter(({ path }) => reader.wants(path));
  for (const file of used) reader.file(await readSource(file, world));
  return { parsed: reader.end(), used };
}

async function readAll(files: readonly OutputFile[], world: ReadingWorld): Promise<SourceFile[]> {
  const sources: SourceFile[] = [];
  let held = 0;
  for (const file of files) {
    const source = await readSource(file, world);
    sources.push(source);
    held += source.text.length;
    if (held > mostHeld) throw userError('BNL012', { limit: `${mostHeld / 1024 / 1024} MiB in all files of a round`, found: 'more' }, { file: file.path });
  }
  return sources;
}

async function readSource(file: OutputFile, world: ReadingWorld): Promise<SourceFile> {
  checkInterrupted(world);
  if ('text' in file) return file;
  const { from, ...named } = file;
  return { ...named, text: await world.files.readText(from) };
}
