/* eslint-disable @typescript-eslint/no-require-imports */

const muchBytes = 16 * 1024 * 1024;
let total = 0;

/**
 * Says how much has been read. The program starts with a young generation that does not grow (bin.js), which keeps small runs small; once much is read, it grows as Node
 * has it by default: collecting garbage then takes half the time.
 */
export function countRead(bytes: number): void {
  if (total >= muchBytes) return;
  total += bytes;
  if (total >= muchBytes) (require('node:v8') as typeof import('node:v8')).setFlagsFromString('--semi-space-growth-factor=2');
}
