import type { Http, HttpRequest, HttpResponse } from './http.js';

/** Largest answer that is read, bytes. */
const largest = 32 * 1024 * 1024;

/** A repository that was renamed is one step away; more is a circle. */
const mostSteps = 5;

/** HTTP by Node's own fetch. It goes where it is sent on to only on the same server: fetch itself would take GitLab's `private-token` to any other one. */
export const nodeHttp: Http = {
  async send(request) {
    try {
      return await answerOf(request);
    } catch (cause) {
      return { failure: problemOf(cause) };
    }
  },
};

async function answerOf({ method, url, headers, body, timeoutMs, signal }: HttpRequest): Promise<HttpResponse> {
  const settings: RequestInit = { method, headers: { ...headers }, ...(body === undefined ? {} : { body }), redirect: 'manual', signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]) };
  let response = await fetch(url, settings);
  for (let steps = 0; steps < mostSteps; steps += 1) {
    const next = nextPlace(response, method);
    if (next === null) break;
    await response.body?.cancel();
    response = await fetch(next, settings);
  }
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of response.body ?? []) {
    bytes += (piece as Uint8Array).byteLength;
    if (bytes > largest) throw new Error(`the answer is larger than ${largest} bytes`);
    pieces.push(piece as Uint8Array);
  }
  return { status: response.status, headers: Object.fromEntries(response.headers), body: new TextDecoder().decode(Buffer.concat(pieces)) };
}

/** Where an answer sends a request on to; null: nowhere, or where it does not go, so that this answer is the last one. */
function nextPlace({ status, headers, url }: Response, method: string): URL | null {
  const location = headers.get('location');
  const keepsMethod = status === 307 || status === 308 || (method === 'GET' && [301, 302, 303].includes(status));
  if (location === null || !keepsMethod) return null;
  const next = URL.canParse(location, url) ? new URL(location, url) : null;
  return next?.origin === new URL(url).origin ? next : null;
}

/** Node says "fetch failed" and why in the cause. */
function problemOf(failed: unknown): string {
  const { name, message, cause } = failed as { name?: unknown; message?: unknown; cause?: { code?: unknown; message?: unknown } };
  if (name === 'TimeoutError') return 'no answer in time';
  return String(cause?.code ?? cause?.message ?? message ?? failed);
}
