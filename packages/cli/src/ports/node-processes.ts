import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import { endLeftTools, noteTool } from './processes/left-tools.js';
import { OutputCapture } from './processes/output-capture.js';
import { ProcessTree, runVariable } from './processes/process-tree.js';
import { finds, whyNotStarted } from './processes/startable.js';
import type { ProcessCommand, Processes, ProcessResult } from './processes.js';

const defaultKeep = 16 * 1024 * 1024;
/** How long a process has between SIGTERM and SIGKILL, ms. */
const graceMs = 2000;
/** How long inherited streams may stay open after the process itself ended, ms. */
const inheritedStreamsMs = 1000;

interface Exit {
  code: number | null;
  signal: string | null;
}

/** Real processes, by execa. `outerRuns` is this process's own mark: a benchmark may itself start Benchline. */
export function createNodeProcesses(outerRuns = process.env[runVariable]): Processes {
  return {
    finds,
    endLeft: () => endLeftTools(),
    async run(command) {
      if (command.signal?.aborted) return { outcome: 'aborted', code: null, stdout: '', stderr: '', durationMs: 0 };
      const run = randomBytes(8).toString('hex');
      const started = performance.now();
      const { child, result } = await start(command, outerRuns === undefined || outerRuns === '' ? run : `${outerRuns}:${run}`);
      if (child.pid === undefined) return notStarted(command, result);
      const forget = noteTool(child.pid, basename(command.program));
      return watch(command, child, { tree: new ProcessTree(child.pid, run), started }).finally(forget);
    },
  };
}

/** Starts it. The promise travels in an object, since awaiting it would wait for the end. */
async function start(command: ProcessCommand, mark: string): Promise<{ child: ChildProcess; result: Promise<unknown> }> {
  const { execa } = await import('execa');
  const env = Object.fromEntries(Object.entries({ ...command.env, FORCE_COLOR: '0', NO_COLOR: '1', [runVariable]: mark }).filter(([, value]) => value !== undefined));
  const child = execa(command.program, [...command.args], {
    cwd: command.cwd, env, extendEnv: false, stdin: 'ignore', buffer: false, reject: false, cleanup: false, detached: process.platform !== 'win32', windowsHide: true,
  });
  return { child: child as unknown as ChildProcess, result: child };
}

async function notStarted(command: ProcessCommand, result: Promise<unknown>): Promise<ProcessResult> {
  const { code, originalMessage } = (await result) as { code?: string; originalMessage?: string };
  return { outcome: whyNotStarted(command, code), code: null, stdout: '', stderr: originalMessage ?? '', durationMs: 0 };
}

async function watch(command: ProcessCommand, child: ChildProcess, { tree, started }: { tree: ProcessTree; started: number }): Promise<ProcessResult> {
  const exit = new Promise<Exit>((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
  const captures = await startCaptures(command, child, tree);
  const stop = await firstOf(command, exit);
  const durationMs = performance.now() - started;
  if (stop !== 'exit' || command.endsDescendants === true) await end(tree, exit);
  await settleStreams(tree, captures);
  const [stdout, stderr] = await Promise.all(captures.map((capture) => capture.finish()));
  const texts = { stdout: stdout ?? '', stderr: stderr ?? '', durationMs };
  if (stop !== 'exit') return { outcome: stop, code: null, ...texts };
  const { code } = await exit;
  return { outcome: code === null ? 'signalled' : 'exited', code, ...texts };
}

async function startCaptures(command: ProcessCommand, child: ChildProcess, tree: ProcessTree): Promise<OutputCapture[]> {
  const options = { keepBytes: command.keepBytes ?? defaultKeep, onLine: command.onLine };
  try {
    return await Promise.all([
      OutputCapture.start(child.stdout!, { ...options, file: command.stdoutFile }),
      OutputCapture.start(child.stderr!, { ...options, file: command.stderrFile }),
    ]);
  } catch (cause) {
    tree.signal('SIGKILL');
    throw cause;
  }
}

/** Whatever comes first: the process's end, the limit, the abort. */
function firstOf({ timeoutMs, signal }: ProcessCommand, exit: Promise<Exit>): Promise<'exit' | 'timeout' | 'aborted'> {
  return new Promise((resolve) => {
    const timer = timeoutMs === undefined ? undefined : setTimeout(() => settle('timeout'), timeoutMs);
    const abort = () => settle('aborted');
    const settle = (what: 'exit' | 'timeout' | 'aborted') => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      resolve(what);
    };
    signal?.addEventListener('abort', abort, { once: true });
    if (signal?.aborted) abort();
    void exit.then(() => settle('exit'));
  });
}

/** SIGTERM to the whole tree, and SIGKILL to what is left of it after the grace. */
async function end(tree: ProcessTree, exit: Promise<Exit>): Promise<void> {
  tree.signal('SIGTERM');
  const deadline = performance.now() + graceMs;
  while (performance.now() < deadline && tree.members().length > 0) await pause(50);
  tree.signal('SIGKILL');
  await Promise.race([exit, pause(graceMs)]);
}

/** A process that ended may have left others behind that hold its streams; they are ended too. */
async function settleStreams(tree: ProcessTree, captures: readonly OutputCapture[]): Promise<void> {
  const closed = await Promise.all(captures.map((capture) => capture.closes(inheritedStreamsMs)));
  if (closed.every(Boolean)) return;
  tree.signal('SIGKILL');
  await Promise.all(captures.map((capture) => capture.closes(200)));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, ms); });
}
