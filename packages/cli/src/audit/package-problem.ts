import { createFinding, type Finding } from '@benchline/core/model';

/** One thing wrong with a package: the file it concerns, and what is wrong with it. */
export function packageProblem(path: string, problem: string): Finding {
  return createFinding('BNL007', { problem: `${path} ${problem}`.replace(/\.$/, '') }, { file: path });
}
