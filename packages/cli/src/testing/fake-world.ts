import type { Host } from '@benchline/core/model';
import type { Http } from '../ports/http.js';
import type { Output, World } from '../ports/world.js';
import type { ProcessCommand } from '../ports/processes.js';
import { userError } from '../user-error.js';
import { createFakeFiles, type FakeFiles } from './fake-files.js';
import { createFakeGit, type FakeHistory } from './fake-git.js';
import { createFakeProcesses, type FakeProgram } from './fake-processes.js';

/** What a test says about the world; everything has a default. */
export interface FakeWorldOptions {
  /** Paths, absolute or relative to `cwd`, to contents. */
  files?: Readonly<Record<string, string | Uint8Array>>;
  links?: Readonly<Record<string, string>>;
  readOnly?: readonly string[];
  programs?: Readonly<Record<string, FakeProgram>>;
  env?: Readonly<Record<string, string>>;
  cwd?: string;
  /** ms since 1970; default 2026-11-20T12:00:00Z. */
  now?: number;
  host?: Partial<Omit<Host, 'class'>>;
  /** Default linux. */
  platform?: string;
  git?: FakeHistory;
  /** Default: there is no network. */
  http?: Http;
  /** Ports that take connections, by the time on the clock, ms; default: none. */
  listens?: (port: number, elapsedMs: number) => boolean;
  /** Whoever holds the machine lock until `freeLock` is called. */
  lockedBy?: string;
  /** Other processes that live; this one is 4242. */
  alive?: readonly number[];
  terminal?: boolean;
  columns?: number;
}

/** A world in memory, and what happened in it. */
export interface FakeWorld extends World {
  files: FakeFiles;
  /** Everything written to stdout and to stderr. */
  printed(): string;
  complained(): string;
  started: ProcessCommand[];
  advance(ms: number): void;
  abort(signal: string): void;
  freeLock(): void;
  /** Whether the machine lock is held by the code under test. */
  holdsLock(): boolean;
}

const usualHost: Omit<Host, 'class'> = {
  fingerprint: '0123456789abcdef', cpuModel: 'Example CPU', cores: 8, memoryBytes: 16 * 1024 ** 3, os: 'Example Linux 1', kernel: '6.1.0', arch: 'x64', virtualised: false, governor: 'performance', load: 0.1,
};

/** A world whose clock stands still until something takes time, and whose programs are scripts. */
export function createFakeWorld(options: FakeWorldOptions = {}): FakeWorld {
  const cwd = options.cwd ?? '/repo';
  const abort = new AbortController();
  let elapsed = 0;
  let ids = 0;
  const clock = { now: () => (options.now ?? Date.UTC(2026, 10, 20, 12)) + elapsed, monotonic: () => elapsed, wait: async (ms: number) => void (elapsed += ms) };
  const advance = (ms: number) => { elapsed += ms; };
  const files = createFakeFiles(options.files ?? {}, { now: clock.now, cwd, ...(options.links && { links: options.links }), ...(options.readOnly && { readOnly: options.readOnly }) });
  const started: ProcessCommand[] = [];
  const stdout = createFakeOutput(options);
  const stderr = createFakeOutput(options);
  const lock = createFakeLock(options.lockedBy);
  return {
    files, clock, started, advance, cwd, stdout, stderr,
    processes: createFakeProcesses(options.programs ?? {}, { files, advance, started }),
    host: { facts: async () => ({ ...usualHost, ...options.host }), userName: () => 'ada', homeFolder: () => '/home/ada', platform: () => options.platform ?? 'linux' },
    git: createFakeGit(options.git ?? {}, cwd),
    http: options.http ?? { send: async () => ({ failure: 'there is no network here' }) },
    connections: { takes: async (port) => options.listens?.(port, elapsed) ?? false },
    lock: lock.port,
    env: options.env ?? {},
    signal: abort.signal,
    processId: 4242,
    isAlive: (processId) => processId === 4242 || (options.alive ?? []).includes(processId),
    randomId: () => (++ids).toString(16).padStart(32, '0'),
    printed: () => stdout.text(),
    complained: () => stderr.text(),
    abort: (signal) => abort.abort(signal),
    freeLock: lock.free,
    holdsLock: lock.isHeld,
  };
}

function createFakeOutput({ terminal, columns }: FakeWorldOptions): Output & { text(): string } {
  let text = '';
  return { isTerminal: terminal ?? false, columns: columns ?? 100, write: (part) => { text += part; }, text: () => text };
}

function createFakeLock(lockedBy: string | undefined): { port: World['lock']; free(): void; isHeld(): boolean } {
  let free = () => undefined as void;
  const freed = lockedBy === undefined ? Promise.resolve() : new Promise<void>((resolve) => { free = resolve; });
  let held = false;
  const port: World['lock'] = {
    async acquire({ signal, onWait }) {
      if (lockedBy !== undefined) onWait(lockedBy);
      await Promise.race([freed, new Promise<void>((resolve) => { if (signal.aborted) resolve(); else signal.addEventListener('abort', () => resolve(), { once: true }); })]);
      if (signal.aborted) throw userError('BNL021', { signal: String(signal.reason) });
      held = true;
      return { release: async () => { held = false; } };
    },
  };
  return { port, free: () => free(), isHeld: () => held };
}
