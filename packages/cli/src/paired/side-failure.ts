import type { Side } from '@benchline/core/model';
import { UserError } from '../user-error.js';
import { sideTitle, type SideFolder } from './side.js';

const baseAdvice = 'If that commit cannot be built or measured any more, compare with a stored baseline: benchline compare.';

/** Does something for a side; what goes wrong names the side and its commit. */
export async function inSide<T>({ side, sha }: Pick<SideFolder, 'side' | 'sha'>, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw cause instanceof UserError ? named(cause, side, sha) : cause;
  }
}

function named(error: UserError, side: Side, sha: string): UserError {
  const where = `${sideTitle[side]} (commit ${sha.slice(0, 7)})`;
  const findings = error.findings.map((finding) => (finding.code === 'BNL021' ? finding : { ...finding, what: `${where}: ${finding.what}`, fix: side === 'head' ? finding.fix : `${finding.fix} ${baseAdvice}` }));
  return new UserError(findings, error.exitCode);
}
