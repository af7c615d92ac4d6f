import { randomBytes } from 'node:crypto';
import type { WriteStream } from 'node:tty';
import { nodeClock } from './node-clock.js';
import { createNodeFiles } from './node-files.js';
import { createNodeGit } from './node-git.js';
import { createNodeHost } from './node-host.js';
import { createNodeLock } from './node-lock.js';
import { createNodeProcesses } from './node-processes.js';
import { createPlainProcesses } from './plain-processes.js';
import { isAlive } from './processes/is-alive.js';
import type { Output, World } from './world.js';

/** The real world of a command-line run: its environment, streams and signals are this process's. */
export function createNodeWorld(options: { cwd?: string; signal?: AbortSignal } = {}): World {
  const cwd = options.cwd ?? process.cwd();
  return {
    files: createNodeFiles(cwd),
    processes: createNodeProcesses(),
    clock: nodeClock,
    host: createNodeHost(),
    git: createNodeGit(createPlainProcesses(), process.env),
    lock: createNodeLock(process.env['BENCHLINE_LOCK'] || 'benchline'),
    env: process.env,
    cwd,
    stdout: outputTo(process.stdout),
    stderr: outputTo(process.stderr),
    signal: options.signal ?? abortedBySignals(),
    processId: process.pid,
    isAlive,
    randomId: () => randomBytes(16).toString('hex'),
  };
}

let listening: AbortController | null = null;

/** Ctrl-C and SIGTERM abort what runs, so that it can stop its children; a second one ends this process at once. */
function abortedBySignals(): AbortSignal {
  if (listening !== null) return listening.signal;
  const controller = (listening = new AbortController());
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      if (controller.signal.aborted) process.exit(4);
      controller.abort(name);
    });
  }
  return controller.signal;
}

/** A reader that goes away (`| head`) is no error. */
function outputTo(stream: NodeJS.WriteStream): Output {
  let broken = false;
  if (stream.listenerCount('error') === 0) {
    stream.on('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'EPIPE' && cause.code !== 'ERR_STREAM_DESTROYED') throw cause;
      broken = true;
    });
  }
  return {
    write: (text) => void (broken || stream.write(text)),
    isTerminal: stream.isTTY === true,
    columns: (stream as WriteStream).columns || 80,
  };
}
