import { execFile, type ExecFileException } from 'node:child_process';
import { finds } from './processes/startable.js';
import type { Processes, ProcessResult } from './processes.js';

const defaultKeep = 16 * 1024 * 1024;

/**
 * Short programs that start no others (git, asked a question), by Node alone: execa takes longer to load than such a program takes to run.
 * Of a command only program, arguments, folder, environment, limits and signal count; a benchmark's tool needs createNodeProcesses.
 */
export function createPlainProcesses(): Processes {
  return {
    finds,
    endLeft: () => [],
    run: ({ program, args, cwd, env, timeoutMs, signal, keepBytes }) =>
      new Promise((resolve) => {
        const started = process.uptime();
        const options = { cwd, env: env as NodeJS.ProcessEnv, maxBuffer: keepBytes ?? defaultKeep, encoding: 'utf8', windowsHide: true, timeout: timeoutMs ?? 0, ...(signal && { signal }) } as const;
        execFile(program, [...args], options, (error, stdout, stderr) => {
          resolve({ ...ending(error), stdout, stderr, durationMs: (process.uptime() - started) * 1000 });
        }).stdin?.end();
      }),
  };
}

function ending(error: ExecFileException | null): Pick<ProcessResult, 'outcome' | 'code'> {
  if (error === null) return { outcome: 'exited', code: 0 };
  if (typeof error.code === 'number') return { outcome: 'exited', code: error.code };
  const outcome = error.code === 'ENOENT' ? 'not-found' : error.code === 'ABORT_ERR' ? 'aborted' : error.killed === true ? 'timeout' : error.signal ? 'signalled' : 'not-startable';
  return { outcome, code: null };
}
