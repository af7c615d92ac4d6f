import type { HttpResponse } from '../ports/http.js';

/** GitHub asks for a minute where it names no time. */
const unnamed = 60_000;

/** How long a forge asks to wait before anything is sent again, ms; null: it does not ask. By GitHub's and GitLab's rules for rate limits. */
export function waitAdvice({ status, headers, body }: HttpResponse, now: number): number | null {
  if (status !== 403 && status !== 429) return null;
  const named = retryAfter(headers['retry-after'], now) ?? (headers['x-ratelimit-remaining'] === '0' || headers['ratelimit-remaining'] === '0' ? resetIn(headers, now) : null);
  if (named !== null) return named;
  return status === 429 || /secondary rate limit|abuse detection/iu.test(body) ? unnamed : null;
}

/** Seconds, or a date. */
function retryAfter(written: string | undefined, now: number): number | null {
  if (written === undefined) return null;
  const ms = /^\d+$/u.test(written) ? Number(written) * 1000 : Date.parse(written) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}

/** Seconds since 1970. */
function resetIn(headers: HttpResponse['headers'], now: number): number {
  const at = Number(headers['x-ratelimit-reset'] ?? headers['ratelimit-reset']) * 1000;
  return Number.isFinite(at) ? Math.max(0, at - now) + 1000 : unnamed;
}
