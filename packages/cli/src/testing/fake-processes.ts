import type { ProcessCommand, Processes, ProcessResult } from '../ports/processes.js';
import type { FakeFiles } from './fake-files.js';

/** What a scripted program does when it is started. */
export interface FakeRun {
  prints?: string;
  complains?: string;
  /** Exit code; default 0. */
  code?: number;
  /** How long it takes on the fake clock, ms. Longer than the limit is a timeout. */
  takes?: number;
  outcome?: ProcessResult['outcome'];
  /** Files it writes; paths relative to its working directory. */
  writes?: Readonly<Record<string, string | Uint8Array>>;
}

/** A run, one run for each start (the last repeats), or a function of how it was started. */
export type FakeProgram = FakeRun | readonly FakeRun[] | ((command: ProcessCommand, start: { nth: number; files: FakeFiles }) => FakeRun | Promise<FakeRun>);

interface Surroundings {
  files: FakeFiles;
  advance: (ms: number) => void;
  /** Every program started, in order. */
  started: ProcessCommand[];
}

/** Scripted programs by the beginning of their command line (`cargo bench`); the longest match counts. An unknown program is not found when it is started; one whose outcome is `not-found` is known to be absent before. */
export function createFakeProcesses(programs: Readonly<Record<string, FakeProgram>>, surroundings: Surroundings): Processes {
  const starts = new Map<string, number>();
  return {
    endLeft: () => [],
    finds: ({ program }) => (programs[program] as FakeRun | undefined)?.outcome !== 'not-found',
    async run(command) {
      surroundings.started.push(command);
      const key = matching(programs, command);
      if (key === undefined) return { outcome: 'not-found', code: null, stdout: '', stderr: '', durationMs: 0 };
      const nth = starts.get(key) ?? 0;
      starts.set(key, nth + 1);
      if (command.signal?.aborted) return { outcome: 'aborted', code: null, stdout: '', stderr: '', durationMs: 0 };
      return play(await runOf(programs[key]!, command, { nth, files: surroundings.files }), command, surroundings);
    },
  };
}

function matching(programs: Readonly<Record<string, FakeProgram>>, { program, args }: ProcessCommand): string | undefined {
  const line = [program, ...args].join(' ');
  return Object.keys(programs).filter((key) => line === key || line.startsWith(`${key} `)).sort((a, b) => b.length - a.length)[0];
}

async function runOf(program: FakeProgram, command: ProcessCommand, start: { nth: number; files: FakeFiles }): Promise<FakeRun> {
  if (typeof program === 'function') return program(command, start);
  return Array.isArray(program) ? (program as readonly FakeRun[])[Math.min(start.nth, program.length - 1)] ?? {} : (program as FakeRun);
}

function play(run: FakeRun, command: ProcessCommand, { files, advance }: Surroundings): ProcessResult {
  const takes = run.takes ?? 1;
  const late = command.timeoutMs !== undefined && takes > command.timeoutMs;
  const durationMs = late ? command.timeoutMs! : takes;
  advance(durationMs);
  const stdout = run.prints ?? '';
  const stderr = run.complains ?? '';
  if (command.stdoutFile !== undefined) files.put(command.stdoutFile, stdout);
  if (command.stderrFile !== undefined) files.put(command.stderrFile, stderr);
  for (const line of `${stdout}${stderr}`.split('\n').filter((text) => text !== '')) command.onLine?.(line);
  for (const [path, content] of Object.entries(run.writes ?? {})) files.put(path.startsWith('/') ? path : `${command.cwd}/${path}`, content);
  const outcome = late ? 'timeout' : command.signal?.aborted ? 'aborted' : run.outcome ?? 'exited';
  return { outcome, code: outcome === 'exited' ? run.code ?? 0 : null, stdout, stderr, durationMs };
}
