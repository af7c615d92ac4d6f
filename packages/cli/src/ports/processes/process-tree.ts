import { spawnSync } from 'node:child_process';
import { hasEnvironmentWord, readProcessTable, type ProcessEntry } from './process-table.js';

/** The variable whose words name every Benchline run that a process belongs to, outermost first. */
export const runVariable = 'BENCHLINE_RUN';

/** A started process and whatever descends from it: children, its process group, and what left the group but kept the run's mark. */
export class ProcessTree {
  private seen: ProcessEntry[] = [];

  constructor(
    private readonly pid: number,
    private readonly run: string,
  ) {}

  /** Signals every member that is alive. */
  signal(name: 'SIGTERM' | 'SIGKILL'): void {
    if (process.platform === 'win32') {
      spawnSync('taskkill', ['/pid', String(this.pid), '/T', '/F']);
      return;
    }
    const members = this.members();
    send(-this.pid, name);
    for (const { pid } of members) send(pid, name);
  }

  /** Those alive now; those seen once are remembered, since a dead parent hides its children. */
  members(): ProcessEntry[] {
    const table = readProcessTable().filter(({ pid }) => pid !== process.pid);
    const marked = table.filter(({ pid }) => hasEnvironmentWord(pid, runVariable, this.run));
    const known = table.filter((entry) => entry.pid === this.pid || this.seen.some((earlier) => earlier.pid === entry.pid && earlier.started === entry.started));
    this.seen = withDescendants(table, [...marked, ...known]);
    return this.seen;
  }
}

function withDescendants(table: readonly ProcessEntry[], roots: readonly ProcessEntry[]): ProcessEntry[] {
  const found = new Map(roots.map((entry) => [entry.pid, entry]));
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const entry of table) if (found.has(entry.parent)) found.set(entry.pid, entry);
  }
  return [...found.values()];
}

function send(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself in the meantime, or belongs to another user.
  }
}
