import { asCount, asNumber, field } from '../fields.js';

/** How many requests autocannon sent, and what became of them. */
export interface AutocannonCounters {
  sent: number;
  answered: number;
  /** Requests that may be sent and neither answered nor lost: those under way, connections times pipelining; at a constant rate also those of a second, which autocannon counts as sent before they are. */
  atOnce: number;
  /** Timeouts among them. */
  errors: number;
  timeouts: number;
  /** Answers whose body was not the expected one (-E). */
  mismatches: number;
  /** Redirects among them. */
  non2xx: number;
}

/** null where one that every version writes is missing. `resets` counts what a script of the user's asked for, and is no failure. */
export function countersOf(run: unknown): AutocannonCounters | null {
  const count = (key: string): number | null => asCount(field(run, key));
  const requests = field(run, 'requests');
  const [sent, answered] = [asCount(field(requests, 'sent')), asCount(field(requests, 'total'))];
  const [errors, timeouts, non2xx] = [count('errors'), count('timeouts'), count('non2xx')];
  if (sent === null || answered === null || errors === null || timeouts === null || non2xx === null) return null;
  return { sent, answered, errors, timeouts, non2xx, mismatches: count('mismatches') ?? 0, atOnce: (count('connections') ?? 0) * (count('pipelining') ?? 1) + pacedOf(run, answered) };
}

/** Requests of a second where the rate was held constant: latencies corrected for coordinated omission are more than answers. */
function pacedOf(run: unknown, answered: number): number {
  const latencies = asCount(field(field(run, 'latency'), 'totalCount')) ?? 0;
  const seconds = asNumber(field(run, 'duration')) ?? 0;
  return latencies > answered && seconds > 0 ? Math.ceil(answered / seconds) : 0;
}

/**
 * What went wrong; null: nothing. autocannon opens a connection anew that the server closed and forgets the request, so that no counter but `sent`
 * tells of it: what is neither answered, nor an error, nor was under way at the end, was lost.
 */
export function troubleOf({ sent, answered, atOnce, errors, timeouts, mismatches, non2xx }: AutocannonCounters): string | null {
  const lost = sent - answered - errors;
  const told = [
    errors > 0 ? `${errors} requests ended in an error, ${timeouts} of them timeouts` : null,
    non2xx > 0 ? `${non2xx} of ${answered} answers were not 2xx` : null,
    mismatches > 0 ? `${mismatches} of ${answered} answers had another body than expected` : null,
    lost > atOnce ? `${lost} requests were never answered, with ${atOnce} under way at the end` : null,
  ].filter((text) => text !== null);
  if (told.length > 0) return told.join('; ');
  return answered === 0 ? 'no request was answered' : null;
}

/** Requests that failed, as a share of all that came to an end; one that was lost is one. 1 where none was answered. */
export function errorShareOf({ sent, answered, atOnce, errors, mismatches, non2xx }: AutocannonCounters): number {
  const lost = sent - answered - errors;
  const ended = answered + errors + (lost > atOnce ? lost : 0);
  return answered === 0 ? 1 : (errors + mismatches + non2xx + (lost > atOnce ? lost : 0)) / ended;
}
