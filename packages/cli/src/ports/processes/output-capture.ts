import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
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

  /** Listens before anything is awaited: when a process ends, Node lets go of what nobody listened to. */
  static async start(stream: Readable, options: CaptureOptions): Promise<OutputCapture> {
    const file = options.file === undefined ? null : createFile(options.file);
    const capture = new OutputCapture(stream, options, file);
    if (file !== null) await opened(file);
    return capture;
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

/** Takes what is written before it is open. */
function createFile(path: string): WriteStream {
  try {
    mkdirSync(dirname(path), { recursive: true });
    return createWriteStream(path);
  } catch (cause) {
    throw fileFailure('write', path, cause);
  }
}

async function opened(file: WriteStream): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => file.once('open', () => resolve()).once('error', reject));
  } catch (cause) {
    throw fileFailure('write', String(file.path), cause);
  }
}

function closeFile(file: WriteStream): Promise<void> {
  if (file.closed || file.destroyed) return Promise.resolve();
  return new Promise((resolve) => { file.once('close', () => resolve()); file.end(); });
}
