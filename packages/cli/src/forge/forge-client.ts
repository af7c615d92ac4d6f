import type { Clock } from '../ports/clock.js';
import type { Http, HttpFailure, HttpRequest, HttpResponse } from '../ports/http.js';
import { ForgeFailure } from './forge-failure.js';
import { waitAdvice } from './wait-advice.js';

export interface ForgeRequest {
  method: HttpRequest['method'];
  /** Below the API's address, or a whole address. */
  path: string;
  query?: Readonly<Record<string, string | number>>;
  body?: unknown;
  /** Sent at most once if nobody can tell whether it arrived: it would be done twice. */
  once?: boolean;
}

export interface ForgeAnswer {
  status: number;
  headers: HttpResponse['headers'];
  /** Parsed JSON; null where there is none. */
  value: unknown;
}

/** Speaks JSON with a forge's API: repeats what is safe to repeat, waits as long as it is asked to within a bound, and says what went wrong without secrets. */
export interface ForgeClient {
  send(request: ForgeRequest): Promise<ForgeAnswer>;
}

export interface ClientOptions {
  http: Http;
  clock: Clock;
  signal: AbortSignal;
  /** Address of the API, without a slash at its end. */
  api: string;
  headers: Readonly<Record<string, string>>;
  /** What must never be seen in a message. */
  secrets: readonly string[];
}

/** Waits before a repeated request, ms. */
const pauses = [500, 1500, 4000] as const;
/** What is waited for rate limits in all, ms. A job that waits longer costs more than its comment is worth. */
const patience = 90_000;
const timeoutMs = 20_000;

export function createForgeClient(options: ClientOptions): ForgeClient {
  const { http, clock, signal } = options;
  let left = patience;

  const pause = async (ms: number): Promise<void> => {
    await clock.wait(ms, signal);
    if (signal.aborted) throw new ForgeFailure('uncertain', 'interrupted');
  };
  const attempt = async (request: ForgeRequest): Promise<HttpResponse | HttpFailure> => {
    const answer = await http.send(toHttp(request, options));
    if ('failure' in answer && signal.aborted) throw new ForgeFailure('uncertain', 'interrupted');
    return answer;
  };

  return {
    async send(request) {
      for (let repeated = 0; ; ) {
        const answer = await attempt(request);
        const advice = 'failure' in answer ? null : waitAdvice(answer, clock.now());
        if (advice !== null) {
          if (advice > left) throw new ForgeFailure('busy', `a rate limit that lasts another ${Math.ceil(advice / 1000)} s`);
          left -= Math.max(advice, 1000);
          await pause(advice);
          continue;
        }
        const next = pauses[repeated];
        const unclear = 'failure' in answer ? answer.failure : answer.status >= 500 ? `it answered ${answer.status}` : null;
        if (unclear === null) return accept(answer as HttpResponse, request, options.secrets);
        if (request.once === true || next === undefined) throw new ForgeFailure('uncertain', redact(unclear, options.secrets));
        repeated += 1;
        await pause(next);
      }
    },
  };
}

function toHttp({ method, path, query, body }: ForgeRequest, { api, headers, signal }: ClientOptions): HttpRequest {
  const words = Object.entries(query ?? {}).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  const json = body === undefined ? {} : { 'content-type': 'application/json' };
  return { method, url: `${path.startsWith('/') ? api : ''}${path}${words.length === 0 ? '' : `?${words.join('&')}`}`, headers: { ...headers, ...json }, ...(body === undefined ? {} : { body: JSON.stringify(body) }), timeoutMs, signal };
}

const kinds: Readonly<Record<number, 'credentials' | 'forbidden' | 'missing'>> = { 401: 'credentials', 403: 'forbidden', 404: 'missing', 410: 'missing' };

function accept({ status, headers, body }: HttpResponse, { method, path }: ForgeRequest, secrets: readonly string[]): ForgeAnswer {
  const value = parsed(body);
  if (status >= 200 && status < 300 && value !== undefined) return { status, headers, value };
  if (status >= 200 && status < 300) throw new ForgeFailure('refused', `${method} ${path} was not answered with JSON; is the address the API's?`);
  const message = redact(messageOf(value) ?? `status ${status}`, secrets);
  throw new ForgeFailure(kinds[status] ?? 'refused', message);
}

/** undefined: no JSON. */
function parsed(body: string): unknown {
  if (body === '') return null;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** GitHub: `message`; GitLab: `message` or `error`, a text or an object. */
function messageOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const { message, error } = value as { message?: unknown; error?: unknown };
  const told = message ?? error;
  if (told === undefined || told === null) return null;
  return (typeof told === 'string' ? told : JSON.stringify(told)).slice(0, 300).replace(/\.$/u, '');
}

/** A text without the secrets, however it came by them. */
export function redact(text: string, secrets: readonly string[]): string {
  return secrets.reduce((shown, secret) => (secret === '' ? shown : shown.replaceAll(secret, '[redacted]')), text);
}
