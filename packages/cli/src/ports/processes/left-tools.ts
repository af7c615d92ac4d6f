import { lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { readProcess, type ProcessEntry } from './process-table.js';

type Identity = Pick<ProcessEntry, 'pid' | 'started'>;

/** A tool that runs, and the Benchline that started it and will end it. */
interface Note {
  holder: Identity;
  tool: Identity;
  /** Boot and process namespace: numbers mean nothing in another one. */
  world: string;
  program: string;
}

/** Only where processes can be told apart for certain. */
const isKnown = process.platform === 'linux';

/** Of this user alone: whoever may write there may have a process of this user ended. */
export function leftToolsFolder(): string {
  return join(tmpdir(), `benchline-${userInfo().uid}`);
}

/** Notes a tool that was just started; what is returned takes the note away. A note that cannot be written is no reason not to measure. */
export function noteTool(pid: number, program: string, folder = leftToolsFolder()): () => void {
  if (!isKnown) return () => undefined;
  const path = join(folder, `${process.pid}-${pid}.json`);
  try {
    const [holder, tool] = [readProcess(process.pid), readProcess(pid)];
    if (holder === null || tool === null) return () => undefined;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!isOurs(folder)) return () => undefined;
    writeFileSync(path, JSON.stringify({ holder: identity(holder), tool: identity(tool), world: processWorld(), program } satisfies Note), { mode: 0o600 });
  } catch {
    return () => undefined;
  }
  return () => rmSync(path, { force: true });
}

/** Ends the process groups of tools whose Benchline is dead, and says which. Never a process that merely has such a number. */
export function endLeftTools(folder = leftToolsFolder()): string[] {
  if (!isKnown || !isOurs(folder)) return [];
  const ended: string[] = [];
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const note = readNote(path);
    if (note === null || note.world !== processWorld() || lives(note.holder)) continue;
    if (lives(note.tool) && endGroup(note.tool.pid)) ended.push(`${note.program} (process ${note.tool.pid})`);
    rmSync(path, { force: true });
  }
  return ended;
}

function lives({ pid, started }: Identity): boolean {
  return readProcess(pid)?.started === started;
}

function identity({ pid, started }: ProcessEntry): Identity {
  return { pid, started };
}

function processWorld(): string {
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${readlinkSync('/proc/self/ns/pid')}`;
}

function isOurs(folder: string): boolean {
  try {
    const found = lstatSync(folder);
    return found.isDirectory() && found.uid === userInfo().uid && (found.mode & 0o022) === 0;
  } catch {
    return false;
  }
}

function readNote(path: string): Note | null {
  try {
    const { holder, tool, world, program } = JSON.parse(readFileSync(path, 'utf8')) as Partial<Note>;
    return isIdentity(holder) && isIdentity(tool) && typeof world === 'string' && typeof program === 'string' ? { holder, tool, world, program } : null;
  } catch {
    return null;
  }
}

function isIdentity(value: Partial<Identity> | undefined): value is Identity {
  return typeof value?.pid === 'number' && Number.isInteger(value.pid) && value.pid > 1 && typeof value.started === 'string' && value.started !== '';
}

/** A tool is started as the leader of its group. */
function endGroup(pid: number): boolean {
  try {
    process.kill(-pid, 'SIGKILL');
    return true;
  } catch {
    return false;
  }
}
