import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Absolute path of a program on PATH, or where `go install` puts it; null where it is not installed, which is said. */
export function findProgram(name: string, install: string): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...goFolders()];
  const found = folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
  if (found === null) process.stderr.write(`SKIPPED: ${name} is not installed (${install}); nothing is measured beside it.\n`);
  return found;
}

function goFolders(): string[] {
  const { stdout } = spawnSync('go', ['env', 'GOPATH'], { encoding: 'utf8' });
  const path = typeof stdout === 'string' && stdout.trim() !== '' ? stdout.trim() : join(homedir(), 'go');
  return [join(path, 'bin')];
}
