import type { Finding, SuiteConfig } from '@benchline/core/model';
import type { LoadedConfig } from '../config/load-config.js';
import { leftOut } from '../measure/optional-suite.js';
import { prepareTool } from '../measure/prepare-tool.js';
import { createSuiteRun } from '../measure/suite-run.js';
import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';

interface Request {
  loaded: Pick<LoadedConfig, 'projectRoot'>;
  suites: readonly SuiteConfig[];
}

/**
 * The suites without the optional ones whose tool is absent, with a warning for each of those. Asked in the user's tree, whatever else is wrong there: sides find that out themselves.
 * Throws BNL009 where no suite is left, since a comparison of nothing is none.
 */
export async function leaveOutAbsent({ loaded, suites }: Request, world: World): Promise<{ suites: SuiteConfig[]; findings: Finding[] }> {
  const kept: SuiteConfig[] = [];
  const findings: Finding[] = [];
  for (const suite of suites) {
    const finding = suite.optional ? await whyLeftOut(suite, loaded.projectRoot, world) : null;
    if (finding === null) kept.push(suite);
    else findings.push(finding);
  }
  if (kept.length > 0) return { suites: kept, findings };
  throw userError('BNL009', { suite: suites.map(({ name }) => name).join(', '), because: 'it is optional, and the program of its tool is absent' });
}

async function whyLeftOut(suite: SuiteConfig, projectRoot: string, world: World): Promise<Finding | null> {
  try {
    await prepareTool(await createSuiteRun(suite, projectRoot, world), world);
    return null;
  } catch (cause) {
    return leftOut(cause, suite);
  }
}
