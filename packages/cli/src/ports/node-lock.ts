import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { userError } from '../user-error.js';
import type { MachineLock } from './machine-lock.js';

/** How long to wait before asking a silent holder again, ms. */
const retryMs = 250;

/**
 * A lock held by listening on a socket: whoever listens has it, and the operating system frees it when the holder dies, however it dies.
 * Linux: an abstract socket, one a network namespace, so containers of one machine do not see each other. Windows: a named pipe. Elsewhere: a socket file.
 */
export function createNodeLock(name = 'benchline'): MachineLock {
  const address = addressOf(name);
  return {
    async acquire({ owner, signal, onWait }) {
      let told = false;
      for (;;) {
        if (signal.aborted) throw userError('BNL021', { signal: String(signal.reason) });
        const server = await listen(address, owner);
        if (server !== null) return { release: () => new Promise<void>((resolve) => { server.close(() => resolve()); }) };
        await waitForHolder(address, signal, (holder) => {
          if (!told) onWait(holder);
          told = true;
        });
      }
    },
  };
}

function addressOf(name: string): string {
  if (process.platform === 'linux') return `\0${name}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.lock`);
}

/** The listening server, or null when another process listens there. Whoever connects is told the owner and stays connected until the release. */
function listen(address: string, owner: string): Promise<Server | null> {
  const waiting = new Set<Socket>();
  const server = createServer((socket) => {
    waiting.add(socket);
    socket.on('error', () => undefined).on('close', () => waiting.delete(socket)).unref();
    socket.write(owner);
  });
  const close = server.close.bind(server);
  server.close = (done) => {
    for (const socket of waiting) socket.destroy();
    return close(done);
  };
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => (cause.code === 'EADDRINUSE' ? resolve(null) : reject(cause)));
    server.listen(address, () => { server.unref(); resolve(server); });
  });
}

/** Resolves when the holder hangs up: it released the lock or died. */
function waitForHolder(address: string, signal: AbortSignal, onOwner: (owner: string) => void): Promise<void> {
  return new Promise((resolve) => {
    const socket = createConnection(address);
    const finish = () => {
      signal.removeEventListener('abort', finish);
      socket.destroy();
      resolve();
    };
    signal.addEventListener('abort', finish, { once: true });
    socket.once('data', (data) => onOwner(data.toString('utf8').slice(0, 200)));
    socket.once('close', finish);
    socket.once('error', (cause: NodeJS.ErrnoException) => void clearStale(address, cause.code).then(() => setTimeout(finish, retryMs)));
  });
}

/** A socket file outlives a killed holder, and nobody answers there. */
async function clearStale(address: string, code: string | undefined): Promise<void> {
  if (code === 'ECONNREFUSED' && !address.startsWith('\0')) await unlink(address).catch(() => undefined);
}
