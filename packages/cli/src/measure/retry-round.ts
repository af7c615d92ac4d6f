import { createFinding, type Finding } from '@benchline/core/model';
import type { Parsed } from '@benchline/core/parse';
import type { World } from '../ports/world.js';
import { UserError } from '../user-error.js';
import { measureRound, type RoundRequest } from './measure-round.js';
import { isTransient } from './transient-failure.js';

/**
 * Measures a round; one that gave no numbers because its tool or server failed again, as often as the suite allows, each time with a warning. A round that has numbers is never measured again,
 * whatever they are: to choose among numbers is to choose a result. Throws what the last try threw, with the warnings of those before.
 */
export async function retryRound(request: RoundRequest, world: World): Promise<Parsed> {
  const warnings: Finding[] = [];
  for (;;) {
    try {
      const parsed = await measureRound(request, world);
      return { ...parsed, findings: [...warnings, ...parsed.findings] };
    } catch (cause) {
      const again = warnings.length < request.run.suite.retries && !world.signal.aborted && isTransient(cause);
      if (!again) throw cause instanceof UserError && warnings.length > 0 ? new UserError([...cause.findings, ...warnings], cause.exitCode) : cause;
      const warning = warningOf(cause, request, warnings.length + 1);
      request.onRetry?.(warning.what);
      warnings.push(warning);
    }
  }
}

function warningOf({ findings }: UserError, { run: { suite }, place }: RoundRequest, retry: number): Finding {
  const because = (findings[0]?.what ?? 'it failed').replace(/\.$/, '');
  return createFinding('BNL066', { suite: suite.name, round: String(place.round), retry: String(retry), retries: String(suite.retries), because }, { suite: suite.name });
}
