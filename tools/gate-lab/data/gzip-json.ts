import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

const folder = join(__dirname, '..', 'recordings');

export function readRecording<T>(name: string): T {
  return JSON.parse(gunzipSync(readFileSync(join(folder, `${name}.json.gz`))).toString('utf8')) as T;
}

/** Replaces the recording as a whole or not at all. */
export function writeRecording(name: string, value: unknown): number {
  const bytes = gzipSync(JSON.stringify(value), { level: 9 });
  const file = join(folder, `${name}.json.gz`);
  writeFileSync(`${file}.new`, bytes);
  renameSync(`${file}.new`, file);
  return bytes.length;
}
