import { asCount, field } from '../fields.js';

/** How many requests autocannon sent, and what became of them. */
export interface AutocannonCounters {
  sent: number;
  answered: number;
  /** Requests under way at any time: connections times pipelining. */
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
  return { sent, answered, errors, timeouts, non2xx, mismatches: count('mismatches') ?? 0, atOnce: (count('connections') ?? 0) * (count('pipelining') ?? 1) };
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
