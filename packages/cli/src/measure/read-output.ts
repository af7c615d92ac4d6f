import { feedLines, feedText, type LineReader, type Parsed, type SourceFile, type SourceReader, type ToolAdapter } from '@benchline/core/parse';
import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';
import { checkInterrupted } from './check-interrupted.js';
import type { OutputFile } from '../tools/output-file.js';

/** A file as it was read. */
export interface ReadFile {
  /** Absolute. */
  from: string;
  content: Uint8Array;
}

/** Keeps the files of a round while they are read: to open each of tens of thousands a second time takes as long as to judge them. */
export interface Archiver {
  /** Whether so many files are for it. */
  takes(count: number): boolean;
  keep(files: AsyncIterable<ReadFile>): Promise<void>;
}

interface ReadingWorld extends Pick<World, 'files' | 'signal'> {
  archiver?: Archiver;
}

/** What a round's output says, and the files that were read for it, but for those that the archiver has kept. */
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
  if (world.archiver?.takes(used.length) === true) {
    await world.archiver.keep(readEach(used, reader, world));
    return { parsed: reader.end(), used: [] };
  }
  for (const file of used) reader.file(await readSource(file, world));
  return { parsed: reader.end(), used };
}

const utf8 = new TextDecoder();

async function* readEach(files: readonly OutputFile[], reader: SourceReader, world: ReadingWorld): AsyncGenerator<ReadFile> {
  for (const file of files) {
    checkInterrupted(world);
    if ('text' in file) {
      reader.file(file);
      continue;
    }
    const { from, ...named } = file;
    const content = await world.files.readBytes(from);
    reader.file({ ...named, text: utf8.decode(content) });
    yield { from, content };
  }
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
