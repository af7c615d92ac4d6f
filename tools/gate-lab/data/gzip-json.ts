import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

const ENDING = '.json.gz';
const folder = join(__dirname, '..', 'recordings');

export function readRecording<T>(name: string): T {
  return JSON.parse(gunzipSync(readFileSync(join(folder, `${name}.json.gz`))).toString('utf8')) as T;
}

/** Names of the recordings that start so, in order. */
export function recordingsNamed(start: string): string[] {
  return readdirSync(folder).filter((file) => file.startsWith(start) && file.endsWith(ENDING)).map((file) => file.slice(0, -ENDING.length)).sort();
}

/** Replaces the recording as a whole or not at all. */
export function writeRecording(name: string, value: unknown): number {
  const bytes = gzipSync(JSON.stringify(value), { level: 9 });
  const file = join(folder, `${name}${ENDING}`);
  writeFileSync(`${file}.new`, bytes);
  renameSync(`${file}.new`, file);
  return bytes.length;
}
