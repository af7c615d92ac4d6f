import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { fileFailure } from '../files/file-failure.js';

/** A line longer than this is given in pieces, so that a tool without line ends cannot fill the memory. */
const longestLine = 64 * 1024;

interface CaptureOptions {
  keepBytes: number;
  file: string | undefined;
  onLine: ((line: string) => void) | undefined;
}

/** What a child writes to one stream: the beginning kept in memory, all of it in a file, each line told. */
export class OutputCapture {
  private readonly kept: Buffer[] = [];
  private keptBytes = 0;
  private line = '';
  private readonly lines = new StringDecoder('utf8');
  private readonly ended: Promise<void>;
  private failure: unknown = null;

  private constructor(
    private readonly stream: Readable,
    private readonly options: CaptureOptions,
    private readonly file: WriteStream | null,
  ) {
    this.ended = new Promise((resolve) => stream.once('close', resolve));
    stream.on('error', () => undefined);
    file?.on('error', (cause) => { this.failure ??= cause; stream.resume(); });
    stream.on('data', (chunk: Buffer) => this.take(chunk));
  }

  static async start(stream: Readable, options: CaptureOptions): Promise<OutputCapture> {
    return new OutputCapture(stream, options, options.file === undefined ? null : await openFile(options.file));
  }

  /** Waits for the stream's end, at most so long; false when it is still open. */
  async closes(withinMs: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<false>((resolve) => { timer = setTimeout(() => resolve(false), withinMs); });
    const closed = await Promise.race([this.ended.then(() => true), late]);
    clearTimeout(timer);
    return closed;
  }

  /** Lets go of the stream and gives what was kept, once the file is whole. */
  async finish(): Promise<string> {
    this.stream.destroy();
    this.tell(this.lines.end());
    if (this.line !== '') this.options.onLine?.(this.line);
    if (this.file !== null) await closeFile(this.file);
    if (this.failure !== null) throw fileFailure('write', this.options.file ?? '', this.failure);
    return Buffer.concat(this.kept).toString('utf8');
  }

  private take(chunk: Buffer): void {
    const kept = chunk.subarray(0, this.options.keepBytes - this.keptBytes);
    if (kept.byteLength > 0) this.kept.push(kept);
    this.keptBytes += kept.byteLength;
    if (this.options.onLine) this.tell(this.lines.write(chunk));
    if (this.file === null || this.failure !== null || this.file.write(chunk)) return;
    this.stream.pause();
    this.file.once('drain', () => this.stream.resume());
  }

  private tell(text: string): void {
    const parts = (this.line + text).split('\n');
    this.line = parts.pop() ?? '';
    for (const part of parts) this.options.onLine?.(part.endsWith('\r') ? part.slice(0, -1) : part);
    if (this.line.length <= longestLine) return;
    this.options.onLine?.(this.line);
    this.line = '';
  }
}

async function openFile(path: string): Promise<WriteStream> {
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = createWriteStream(path);
    await new Promise<void>((resolve, reject) => file.once('open', () => resolve()).once('error', reject));
    return file;
  } catch (cause) {
    throw fileFailure('write', path, cause);
  }
}

function closeFile(file: WriteStream): Promise<void> {
  if (file.closed || file.destroyed) return Promise.resolve();
  return new Promise((resolve) => { file.once('close', () => resolve()); file.end(); });
}
