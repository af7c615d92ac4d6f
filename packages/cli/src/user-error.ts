import { createFinding, type ExitCode, type Finding, type FindingArgs, type FindingCode, type FindingPosition } from '@benchline/core/model';

/** Something the user can settle: printed as what, why and what to do, never with a stack. Carries the exit code. */
export class UserError extends Error {
  override readonly name = 'UserError';

  constructor(
    readonly findings: readonly Finding[],
    readonly exitCode: Exclude<ExitCode, 0>,
  ) {
    super(findings.map((finding) => finding.what).join('\n'));
  }
}

const toolingErrors: ReadonlySet<FindingCode> = new Set<FindingCode>(['BNL001', 'BNL004', 'BNL010', 'BNL011', 'BNL015', 'BNL021', 'BNL024', 'BNL046', 'BNL059']);

/** A UserError with one finding; the exit code follows from its code: tooling errors 4, objectives 3, the rest 2. */
export function userError<C extends FindingCode>(code: C, args: FindingArgs[C], position: FindingPosition = {}): UserError {
  const exitCode = code === 'BNL005' ? 3 : toolingErrors.has(code) ? 4 : 2;
  return new UserError([createFinding(code, args, position)], exitCode);
}
