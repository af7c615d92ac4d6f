import type { Files, FileSum } from '../ports/files.js';
import { walkFolder } from '../tools/walk-folder.js';
import type { Redactor } from './redaction.js';

/** A smaller file is changed as a whole. */
const smallBytes = 64 * 1024;
/** The longest JSON text that is redacted; it must be read whole. */
const longestText = 512 * 1024 * 1024;

/** Does work whose programs write into a folder; what they wrote is redacted however the work ends. */
export async function redacting<T>(redactor: Redactor, { folder, files }: { folder: string; files: Files }, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    await redactFolder(redactor, folder, files);
  }
}

/** Redacts the raw output kept in a folder. */
export async function redactFolder(redactor: Redactor, folder: string, files: Files): Promise<void> {
  if (!redactor.hasPatterns) return;
  for await (const { absolute } of walkFolder(files, folder)) {
    const redacted = await redactedContent(redactor, absolute, files);
    if (redacted !== null) await files.writeAtomically(absolute, redacted);
  }
}

/** Copies a file without what must not be recorded. */
export async function copyRedacted(redactor: Redactor, { from, to }: { from: string; to: string }, files: Files): Promise<FileSum> {
  const redacted = redactor.hasPatterns ? await redactedContent(redactor, from, files) : null;
  return redacted === null ? files.copy(from, to) : files.write(to, redacted);
}

/** null: there is nothing to redact. A large file whose lines stand for themselves is never held whole. */
async function redactedContent(redactor: Redactor, path: string, files: Files): Promise<string | AsyncIterable<string> | null> {
  const beginning = await files.readBeginning(path, smallBytes);
  if (Buffer.byteLength(beginning) >= smallBytes && hasLines(beginning)) return redactedLines(redactor, files.readLines(path));
  const text = await files.readText(path, longestText);
  const redacted = redactor.raw(text);
  return redacted === text ? null : redacted;
}

/** False for a JSON text that stands over many lines, or on one long one: numbers and strings can be told apart only in all of it. */
function hasLines(beginning: string): boolean {
  if (!/^\s*[[{"]/.test(beginning)) return true;
  const [, first] = /^\s*([^\n]+)\n/.exec(beginning) ?? [];
  return first !== undefined && isJson(first);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Each batch a piece; line feeds stand where they stood. */
async function* redactedLines(redactor: Redactor, batches: AsyncIterable<readonly string[]>): AsyncGenerator<string> {
  let first = true;
  for await (const batch of batches) {
    yield `${first ? '' : '\n'}${batch.map((line) => redactor.raw(line)).join('\n')}`;
    first = false;
  }
}
