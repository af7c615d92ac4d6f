import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** A running process. `started` tells it from a later one with the same number; '' where that is not known. */
export interface ProcessEntry {
  pid: number;
  parent: number;
  started: string;
}

/** Every process that can be seen: from /proc on Linux, from `ps` elsewhere; none on Windows. */
export function readProcessTable(): ProcessEntry[] {
  if (process.platform === 'linux') return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => readStat(Number(name)));
  if (process.platform === 'win32') return [];
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  return stdout.split('\n').flatMap((line) => {
    const [pid, parent] = line.trim().split(/\s+/).map(Number);
    return pid === undefined || parent === undefined ? [] : [{ pid, parent, started: '' }];
  });
}

/** One process, on Linux; null where it is not there or ended. */
export function readProcess(pid: number): ProcessEntry | null {
  return readStat(pid)[0] ?? null;
}

/** Whether a process was started with `word` among the colon-separated words of the environment variable `name`. False where that cannot be seen. */
export function hasEnvironmentWord(pid: number, name: string, word: string): boolean {
  if (process.platform !== 'linux') return false;
  const line = readProc(pid, 'environ')?.split('\0').find((entry) => entry.startsWith(`${name}=`));
  return line !== undefined && line.slice(name.length + 1).split(':').includes(word);
}

/** Fields of /proc/PID/stat after the program's name, which may itself hold blanks and brackets: state, parent, ..., start time. */
function readStat(pid: number): ProcessEntry[] {
  const stat = readProc(pid, 'stat');
  if (stat === null) return [];
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z') return [];
  return [{ pid, parent: Number(fields[1]), started: fields[19] ?? '' }];
}

function readProc(pid: number, file: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    return null;
  }
}
