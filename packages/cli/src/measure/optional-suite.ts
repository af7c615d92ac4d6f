import { createFinding, type Finding, type SuiteConfig } from '@benchline/core/model';
import type { World } from '../ports/world.js';
import type { SuiteRun } from '../tools/tool-runner.js';
import { UserError, userError } from '../user-error.js';

/** Throws BNL010 where an optional suite's command names a file that is not there and that no build makes: other suites learn it when they run. */
export function requireOptionalFile({ suite, folder, env }: SuiteRun, world: Pick<World, 'processes'>): void {
  const program = suite.command?.[0] ?? '';
  if (!suite.optional || suite.build !== null || !/[/\\]/.test(program) || program.includes('{')) return;
  if (world.processes.finds({ program, cwd: folder, env })) return;
  throw userError('BNL010', { tool: `suite ${suite.name}`, program, install: 'Install it, or correct the first word of the suite\'s "command".' }, { suite: suite.name });
}

/** The warning in the place of an optional suite whose tool is absent; null: the failure is another, or the suite must not be left out. */
export function leftOut(cause: unknown, { name, optional }: Pick<SuiteConfig, 'name' | 'optional'>): Finding | null {
  if (!optional || !(cause instanceof UserError) || !cause.findings.every(({ code }) => code === 'BNL010')) return null;
  return createFinding('BNL065', { suite: name, because: (cause.findings[0]?.what ?? '').replace(/\.$/, '') }, { suite: name });
}
