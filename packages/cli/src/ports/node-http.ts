import type { Http, HttpRequest, HttpResponse } from './http.js';

/** Largest answer that is read, bytes. */
const largest = 32 * 1024 * 1024;

/** HTTP by Node's own fetch: it drops credentials when it is sent on to another host. */
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
  const response = await fetch(url, { method, headers: { ...headers }, ...(body === undefined ? {} : { body }), redirect: 'follow', signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]) });
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of response.body ?? []) {
    bytes += (piece as Uint8Array).byteLength;
    if (bytes > largest) throw new Error(`the answer is larger than ${largest} bytes`);
    pieces.push(piece as Uint8Array);
  }
  return { status: response.status, headers: Object.fromEntries(response.headers), body: new TextDecoder().decode(Buffer.concat(pieces)) };
}

/** Node says "fetch failed" and why in the cause. */
function problemOf(failed: unknown): string {
  const { name, message, cause } = failed as { name?: unknown; message?: unknown; cause?: { code?: unknown; message?: unknown } };
  if (name === 'TimeoutError') return 'no answer in time';
  return String(cause?.code ?? cause?.message ?? message ?? failed);
}
