import { createHash } from 'node:crypto';
import { readOptions, type WorkflowOptions } from './workflow-options.js';

/** What the first two lines of a generated file say. */
export interface WorkflowHeader {
  options: Partial<WorkflowOptions>;
  /** Whether the text below them is as it was generated. */
  isUntouched: boolean;
}

const mark = '# benchline-workflow';
const pattern = new RegExp(`^${mark} (\\{.*\\}) (sha256:[0-9a-f]{64})$`);

/** The text with its header: who wrote it, by which options, and the digest that shows a later edit. */
export function withHeader(body: string, options: WorkflowOptions): string {
  return [
    '# Written by `benchline workflow`, which writes it again when it is outdated. Edited by hand it is yours: it is then left alone, unless --force is given.',
    `${mark} ${JSON.stringify(options)} ${digestOf(body)}`,
    '',
    body,
  ].join('\n');
}

/** The header of a file; null: the file is none of ours. */
export function readHeader(text: string): WorkflowHeader | null {
  const lines = text.split(/\r?\n/);
  const index = lines.findIndex((line) => line.startsWith(mark));
  const found = pattern.exec(lines[index]?.trim() ?? '');
  if (found === null) return null;
  try {
    return { options: readOptions(JSON.parse(found[1]!)), isUntouched: digestOf(lines.slice(index + 1).join('\n')) === found[2] };
  } catch {
    return { options: {}, isUntouched: false };
  }
}

/** Whether two texts differ in nothing but what a formatter changes. */
export function isSameText(a: string, b: string): boolean {
  return essenceOf(a) === essenceOf(b);
}

/** Formatters (Nx runs one over what generators write) and line endings change white space and quotes: that is no edit. */
function essenceOf(text: string): string {
  return text.replace(/[\s'"]/g, '');
}

function digestOf(text: string): string {
  return `sha256:${createHash('sha256').update(essenceOf(text)).digest('hex')}`;
}
