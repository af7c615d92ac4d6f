import { existsSync, statSync } from 'node:fs';
import { delimiter, isAbsolute, join, resolve } from 'node:path';
import type { ProcessCommand } from '../processes.js';

/** Whether something of that name stands where it would be looked for. On Windows, where names have endings, that is not known before. */
export function finds({ program, cwd, env }: Pick<ProcessCommand, 'program' | 'cwd' | 'env'>): boolean {
  return process.platform === 'win32' || whyNotStarted({ program, args: [], cwd, env }, 'ENOENT') === 'not-startable';
}

/**
 * Why a program did not start: nothing of that name stands on PATH, or something does and cannot be started.
 * The operating system says ENOENT also for a missing working directory and for a script whose interpreter is missing.
 */
export function whyNotStarted({ program, cwd, env }: ProcessCommand, code: string | undefined): 'not-found' | 'not-startable' {
  if (code !== 'ENOENT' || !existsSync(cwd)) return 'not-startable';
  const candidates = /[/\\]/.test(program)
    ? [isAbsolute(program) ? program : resolve(cwd, program)]
    : (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '').map((folder) => join(folder, program));
  return candidates.some((path) => existsSync(path) && statSync(path).isFile()) ? 'not-startable' : 'not-found';
}
