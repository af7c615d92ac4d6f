import type { WriteStream } from 'node:tty';
import { nodeClock } from './node-clock.js';
import { isAlive } from './processes/is-alive.js';
import type { Output, World } from './world.js';

/* A port's module is loaded when the port is first used: the general help needs none. */
/* eslint-disable @typescript-eslint/no-require-imports */

const makers = {
  files: (cwd: string) => (require('./node-files.js') as typeof import('./node-files.js')).createNodeFiles(cwd),
  processes: () => (require('./node-processes.js') as typeof import('./node-processes.js')).createNodeProcesses(),
  host: () => (require('./node-host.js') as typeof import('./node-host.js')).createNodeHost(),
  git: () => (require('./node-git.js') as typeof import('./node-git.js')).createNodeGit((require('./plain-processes.js') as typeof import('./plain-processes.js')).createPlainProcesses(), process.env),
  http: () => (require('./node-http.js') as typeof import('./node-http.js')).nodeHttp,
  connections: () => (require('./node-connections.js') as typeof import('./node-connections.js')).nodeConnections,
  lock: () => (require('./node-lock.js') as typeof import('./node-lock.js')).createNodeLock(process.env['BENCHLINE_LOCK'] || 'benchline'),
};

type LazyPorts = { readonly [Port in keyof typeof makers]: ReturnType<(typeof makers)[Port]> };

function lazyPorts(cwd: string): LazyPorts {
  const made: Record<string, unknown> = {};
  const getters = Object.entries(makers).map(([port, make]) => [port, { enumerable: true, get: () => (made[port] ??= make(cwd)) }] as const);
  return Object.defineProperties({}, Object.fromEntries(getters)) as LazyPorts;
}

/** The real world of a command-line run: its environment, streams and signals are this process's. */
export function createNodeWorld(options: { cwd?: string; signal?: AbortSignal } = {}): World {
  const cwd = options.cwd ?? process.cwd();
  const world = {
    clock: nodeClock,
    env: process.env,
    cwd,
    stdout: outputTo(process.stdout),
    stderr: outputTo(process.stderr),
    signal: options.signal ?? abortedBySignals(),
    processId: process.pid,
    isAlive,
    randomId: () => (require('node:crypto') as typeof import('node:crypto')).randomBytes(16).toString('hex'),
  };
  return Object.defineProperties(world, Object.getOwnPropertyDescriptors(lazyPorts(cwd))) as typeof world & LazyPorts;
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
