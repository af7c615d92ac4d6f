import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endLeftTools, noteTool } from './left-tools.js';

let folder: string;
const children: ChildProcess[] = [];

beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'benchline-left-')); });
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** A process that stays, leader of its group. */
function stays(): ChildProcess & { pid: number } {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' });
  children.push(child);
  return child as ChildProcess & { pid: number };
}

const notePath = () => join(folder, readdirSync(folder)[0] ?? 'none');

/** The note of a tool, with something about it changed. */
function change(parts: (note: { holder: { pid: number; started: string }; tool: { pid: number; started: string }; world: string }) => object): void {
  const note = JSON.parse(readFileSync(notePath(), 'utf8')) as Parameters<typeof parts>[0];
  writeFileSync(notePath(), JSON.stringify({ ...note, ...parts(note) }));
}

const dead = ({ holder }: { holder: { pid: number; started: string } }) => ({ holder: { ...holder, started: '1' } });

(process.platform === 'linux' ? describe : describe.skip)('a tool whose Benchline was killed', () => {
  it('is ended, and its note is gone', async () => {
    const child = stays();
    const exit = new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
    noteTool(child.pid, 'measure', folder);
    change(dead);
    expect(endLeftTools(folder)).toEqual([`measure (process ${child.pid})`]);
    expect(await exit).toBe('SIGKILL');
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each<[string, Parameters<typeof change>[0], boolean]>([
    ['whose Benchline lives', () => ({}), true],
    ['whose number another process has now', (note) => ({ ...dead(note), tool: { ...note.tool, started: '2' } }), false],
    ['of another boot or container', (note) => ({ ...dead(note), world: 'other' }), true],
    ['whose note has the number of everything', (note) => ({ ...dead(note), tool: { pid: 1, started: note.tool.started } }), true],
    ['whose note is torn', () => ({ tool: null }), true],
  ])('one %s is left alone', (_, parts, stands) => {
    const child = stays();
    noteTool(child.pid, 'measure', folder);
    change(parts);
    expect(endLeftTools(folder)).toEqual([]);
    expect(child.kill(0)).toBe(true);
    expect(readdirSync(folder)).toHaveLength(stands ? 1 : 0);
  });

  it('a folder that others may write to is not believed', () => {
    const child = stays();
    noteTool(child.pid, 'measure', folder);
    change(dead);
    chmodSync(folder, 0o777);
    expect(endLeftTools(folder)).toEqual([]);
    expect(child.kill(0)).toBe(true);
  });

  it('a tool that ended leaves no note', () => {
    noteTool(stays().pid, 'measure', folder)();
    expect(readdirSync(folder)).toEqual([]);
    expect(endLeftTools(join(folder, 'nowhere'))).toEqual([]);
    expect(existsSync(folder)).toBe(true);
  });
});
