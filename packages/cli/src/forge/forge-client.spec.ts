import type { HttpFailure, HttpRequest, HttpResponse } from '../ports/http.js';
import { createForgeClient, redact, type ForgeRequest } from './forge-client.js';

type Answer = HttpResponse | HttpFailure;
const ok = (body: string, status = 200): Answer => ({ status, headers: {}, body });

/** A client that is given these answers in their order; what it asked, and how long it waited. */
function clientOf(...answers: Answer[]) {
  const [asked, waited]: [HttpRequest[], number[]] = [[], []];
  const controller = new AbortController();
  const clock = { now: () => 0, monotonic: () => 0, wait: async (ms: number) => void waited.push(ms) };
  const http = { send: async (request: HttpRequest) => { asked.push(request); return answers.shift() ?? { failure: 'no more answers' }; } };
  const client = createForgeClient({ http, clock, signal: controller.signal, api: 'https://api.example/v3', headers: { authorization: 'Bearer s3cret' }, secrets: ['s3cret'] });
  return { client, asked, waited, controller };
}

const read: ForgeRequest = { method: 'GET', path: '/a b'.replace(' ', '%20'), query: { q: 'x y&z' } };

test('a request has address, query, credentials and JSON', async () => {
  const { client, asked } = clientOf(ok('{"a":1}'), ok('', 204));
  expect(await client.send(read)).toMatchObject({ status: 200, value: { a: 1 } });
  expect(await client.send({ method: 'POST', path: 'https://api.example/graphql', body: { b: 2 } })).toMatchObject({ status: 204, value: null });
  expect(asked).toMatchObject([
    { method: 'GET', url: 'https://api.example/v3/a%20b?q=x%20y%26z', headers: { authorization: 'Bearer s3cret' } },
    { method: 'POST', url: 'https://api.example/graphql', headers: { 'content-type': 'application/json' }, body: '{"b":2}' },
  ]);
});

test('what is unclear is repeated three times, with longer and longer pauses', async () => {
  const { client, asked, waited } = clientOf({ failure: 'ECONNRESET' }, ok('', 502), ok('', 503), ok('{}'));
  await client.send(read);
  expect([asked.length, waited]).toEqual([4, [500, 1500, 4000]]);
  const none = clientOf(...Array.from({ length: 9 }, (): Answer => ({ failure: 'ECONNRESET of s3cret' })));
  await expect(none.client.send(read)).rejects.toMatchObject({ kind: 'uncertain', message: 'ECONNRESET of [redacted]' });
  expect(none.asked).toHaveLength(4);
});

test('what must be sent once is sent once, unless the forge says that it did nothing', async () => {
  const lost = clientOf(ok('', 502), ok('{}'));
  await expect(lost.client.send({ ...read, method: 'POST', once: true })).rejects.toMatchObject({ kind: 'uncertain', message: 'it answered 502' });
  expect(lost.asked).toHaveLength(1);
  const limited = clientOf({ status: 429, headers: { 'retry-after': '2' }, body: '' }, ok('{}'));
  await limited.client.send({ ...read, method: 'POST', once: true });
  expect([limited.asked.length, limited.waited]).toEqual([2, [2000]]);
});

test('rate limits are waited for up to a minute and a half in all, even those of no time', async () => {
  const { client, waited } = clientOf(...Array.from({ length: 9 }, (): Answer => ({ status: 429, headers: { 'retry-after': '40' }, body: '' })));
  await expect(client.send(read)).rejects.toMatchObject({ kind: 'busy' });
  expect(waited).toEqual([40_000, 40_000]);
  const endless = clientOf(...Array.from({ length: 200 }, (): Answer => ({ status: 429, headers: { 'retry-after': '0' }, body: '' })));
  await endless.client.send(read).catch(() => undefined);
  expect(endless.asked.length).toBeLessThan(120);
});

test.each<[Answer, object]>([
  [ok('{"message":"Bad credentials for s3cret"}', 401), { kind: 'credentials', message: 'Bad credentials for [redacted]' }],
  [ok('{"message":"Resource not accessible by integration."}', 403), { kind: 'forbidden', message: 'Resource not accessible by integration' }],
  [ok('{"message":"Not Found"}', 404), { kind: 'missing' }],
  [ok('{"message":{"note":["is too long"]}}', 400), { kind: 'refused', message: '{"note":["is too long"]}' }],
  [ok('{"error":"insufficient_scope"}', 403), { kind: 'forbidden', message: 'insufficient_scope' }],
  [ok('<html>', 404), { kind: 'missing', message: 'status 404' }],
  [ok('<html>'), { kind: 'refused', message: expect.stringContaining('is the address the API\'s?') }],
])('%j is %j', async (answer, failure) => {
  await expect(clientOf(answer).client.send(read)).rejects.toMatchObject(failure);
});

test('an interruption ends the waiting', async () => {
  const { client, controller } = clientOf({ failure: 'x' });
  controller.abort('SIGINT');
  await expect(client.send(read)).rejects.toMatchObject({ message: 'interrupted' });
});

test('no secret stays in a text', () => {
  expect(redact('a s3cret, s3crets', ['s3cret', ''])).toBe('a [redacted], [redacted]s');
});
