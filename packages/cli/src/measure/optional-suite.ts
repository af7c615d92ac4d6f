import { createFinding, type Finding, type SuiteConfig } from '@benchline/core/model';
import type { World } from '../ports/world.js';
import { localPath } from '../tools/node-program-runner.js';
import { findOverride } from '../tools/tool-override.js';
import type { SuiteRun, ToolRunner } from '../tools/tool-runner.js';
import { UserError, userError } from '../user-error.js';

/**
 * Throws BNL010 where the first word of an optional suite's command is a program that is not there, and that neither a build nor the environment gives: of other suites some learn it only when they run.
 */
export async function requireOptionalProgram(run: SuiteRun, tool: Pick<ToolRunner, 'tool' | 'traits'>, world: World): Promise<void> {
  const { suite, folder, env } = run;
  const [program = ''] = suite.command ?? [];
  if (!suite.optional || suite.build !== null || program === '' || program.includes('{')) return;
  if ((await findOverride(tool, [program], { run, world })) !== null) return;
  if (world.processes.finds({ program, cwd: folder, env: { ...env, ...(await localPath(run, world.files)) } })) return;
  throw userError('BNL010', { tool: `suite ${suite.name}`, program, install: tool.traits.install ?? 'Install it, or correct the first word of the suite\'s "command".' }, { suite: suite.name });
}

/** The warning in the place of an optional suite whose tool is absent; null: the failure is another, or the suite must not be left out. */
export function leftOut(cause: unknown, { name, optional }: Pick<SuiteConfig, 'name' | 'optional'>): Finding | null {
  if (!optional || !(cause instanceof UserError) || !cause.findings.every(({ code }) => code === 'BNL010')) return null;
  return createFinding('BNL065', { suite: name, because: (cause.findings[0]?.what ?? '').replace(/\.$/, '') }, { suite: name });
}
