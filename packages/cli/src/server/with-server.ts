import { resolve } from 'node:path';
import { formatDuration, type ServerConfig } from '@benchline/core/model';
import type { ProcessResult } from '../ports/processes.js';
import type { World } from '../ports/world.js';
import { telltaleLine } from '../telltale-line.js';
import { userError } from '../user-error.js';
import { isReady } from './server-ready.js';

const pollMs = 50;

/** A server, where it runs, and where what it prints is kept. */
export interface ServedRound {
  server: ServerConfig | null;
  /** In findings. */
  suite: string;
  /** Absolute; the server's working directory is relative to it. */
  projectRoot: string;
  /** The server's own variables come on top. */
  env: Readonly<Record<string, string | undefined>>;
  /** The round's folder, absolute. */
  folder: string;
  /** Each line that the server prints. */
  onLine?: (line: string) => void;
}

/**
 * Does the work while the suite's server runs; without a server just the work. The server is started anew, awaited until it is ready, and stopped with all its processes,
 * whatever happens. Throws BNL063 where something answers there already, BNL061 where it does not become ready, BNL062 where it ends during the work.
 */
export async function withServer<Result>(round: ServedRound, work: (world: World) => Promise<Result>, world: World): Promise<Result> {
  const { server, suite } = round;
  if (server === null) return work(world);
  await refuseOccupied(server, suite, world);
  const started = startServer(server, round, world);
  try {
    await awaitReady(server, started, { suite, world });
    const result = await whileServing(started, work, world);
    const ended = started.outcome();
    if (ended !== null && !world.signal.aborted) throw userError('BNL062', { server: shownServer(server), outcome: outcomeOf(ended) }, { suite });
    if ('error' in result) throw result.error;
    return result.value;
  } finally {
    await started.stop();
  }
}

/** The work's end, whatever it is. A server that ends takes the work with it: load on nothing would run to its own end. */
async function whileServing<Result>(started: StartedServer, work: (world: World) => Promise<Result>, world: World): Promise<{ value: Result } | { error: unknown }> {
  const working = new AbortController();
  const served = Object.create(world, { signal: { value: AbortSignal.any([world.signal, working.signal]) } }) as World;
  void started.ended.then(() => working.abort('its server ended'));
  try {
    return { value: await work(served) };
  } catch (error) {
    return { error };
  }
}

interface StartedServer {
  ended: Promise<ProcessResult>;
  /** null: it runs. */
  outcome(): ProcessResult | null;
  /** Lines that it printed so far. */
  lines: readonly string[];
  stop(): Promise<void>;
}

/** As many lines as are looked at for the one that says that it is ready. */
const mostLines = 10_000;

function startServer(server: ServerConfig, { projectRoot, env, folder, onLine }: ServedRound, world: World): StartedServer {
  const stopping = new AbortController();
  const lines: string[] = [];
  let outcome: ProcessResult | null = null;
  const [program = '', ...args] = server.command;
  const ended = world.processes.run({
    program,
    args,
    cwd: resolve(projectRoot, server.cwd),
    env: { ...env, ...server.env },
    signal: AbortSignal.any([stopping.signal, world.signal]),
    stdoutFile: `${folder}/server-stdout.txt`,
    stderrFile: `${folder}/server-stderr.txt`,
    endsDescendants: true,
    onLine: (line) => {
      if (lines.length < mostLines) lines.push(line);
      onLine?.(line);
    },
  });
  void ended.then((result) => (outcome = result));
  return {
    ended,
    lines,
    outcome: () => outcome,
    stop: async () => {
      stopping.abort('the round is over');
      await ended;
    },
  };
}

async function refuseOccupied(server: ServerConfig, suite: string, world: World): Promise<void> {
  if (server.ready.kind === 'line' || !(await isReady(server.ready, [], world))) return;
  const place = server.ready.kind === 'url' ? server.ready.url : `port ${server.ready.port}`;
  throw userError('BNL063', { server: shownServer(server), place }, { suite });
}

async function awaitReady(server: ServerConfig, started: StartedServer, { suite, world }: { suite: string; world: World }): Promise<void> {
  const end = world.clock.monotonic() + server.timeoutMs;
  const refuse = (because: string): Error => userError('BNL061', { server: shownServer(server), because }, { suite });
  for (;;) {
    if (world.signal.aborted) throw userError('BNL021', { signal: String(world.signal.reason) });
    const outcome = started.outcome();
    if (outcome !== null) throw refuse(outcomeOf(outcome));
    if (await isReady(server.ready, started.lines, world)) return;
    if (world.clock.monotonic() >= end) throw refuse(`nothing showed within ${formatDuration(server.timeoutMs)}${lastLine(started.lines)}`);
    await world.clock.wait(pollMs, world.signal);
  }
}

function lastLine(lines: readonly string[]): string {
  const last = lines.at(-1)?.trim() ?? '';
  return last === '' ? '' : `; it said last: ${last.slice(0, 200)}`;
}

function outcomeOf({ outcome, code, stderr, stdout }: ProcessResult): string {
  if (outcome === 'not-found') return 'there is no such program';
  const ended = outcome === 'exited' ? `it ended with code ${String(code)}` : outcome === 'signalled' ? 'it was killed by a signal' : 'it could not be started';
  return `${ended}${lastLine([telltaleLine({ stdout, stderr }) ?? ''])}`;
}

function shownServer({ command }: ServerConfig): string {
  const line = command.join(' ');
  return line.length <= 120 ? line : `${line.slice(0, 119)}…`;
}
