import { UserError } from '../user-error.js';

/** A round's tool ended with an error and no numbers, or beyond its time, and its output tells of no benchmark that failed: the same may go well the next time. */
export class TransientFailure extends UserError {
  constructor({ findings, exitCode }: UserError) {
    super(findings, exitCode);
  }
}

/** Whether a round that failed so may be run again: its tool failed for no reason that its output tells, or its server was not ready. */
export function isTransient(cause: unknown): cause is UserError {
  return cause instanceof TransientFailure || (cause instanceof UserError && cause.findings[0]?.code === 'BNL061');
}
