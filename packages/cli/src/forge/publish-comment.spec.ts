import { nodeHttp } from '../ports/node-http.js';
import type { Clock } from '../ports/clock.js';
import { createForgeClient } from './forge-client.js';
import { createGitHub } from './github/create-github.js';
import { publishComment } from './publish-comment.js';
import { parseMarker, renderMarker, type Marker } from './marker.js';
import { createFastClock } from './testing/fast-clock.js';
import { startGitHubSimulator, type GitHubSimulator, type SimulatorOptions } from './testing/github-simulator.js';

let simulator: GitHubSimulator;
const start = async (options: SimulatorOptions = {}) => (simulator = await startGitHubSimulator(options));

afterEach(async () => {
  await simulator.close();
  expect(simulator.problems).toEqual([]);
});

const marker = (number: number, more: Partial<Marker> = {}): Marker => ({ scope: 'bench/gate', run: { number, attempt: 1 }, id: `9000${number}`, head: 'a'.repeat(40), ...more });
const written = (number: number, text = `Run ${number}.`): string => `${renderMarker(marker(number))}\n${text}`;

/** A clock that stands still but for its waits, and counts them. */
function createStandingClock(): Clock & { waited: number[] } {
  let elapsed = 0;
  const waited: number[] = [];
  return { waited, now: () => Date.UTC(2026, 10, 20, 12) + elapsed, monotonic: () => elapsed, wait: async (ms) => { elapsed += ms; waited.push(ms); } };
}

function publish(number: number, { clock = createStandingClock(), token = 'ghs_secret', text = `Run ${number}.`, run = marker(number) }: { clock?: Clock; token?: string; text?: string; run?: Marker } = {}) {
  const { signal } = new AbortController();
  const client = createForgeClient({ http: nodeHttp, clock, signal, api: simulator.api, headers: { authorization: `Bearer ${token}` }, secrets: [token] });
  return publishComment({ forge: createGitHub({ client, repository: 'o/r', pullRequest: 7, api: simulator.api }), marker: run, markdown: text, clock, signal });
}

const bodies = () => simulator.comments.map(({ body }) => body);
const plant = (body: string, login = 'github-actions[bot]', type: 'Bot' | 'User' = 'Bot') => simulator.comments.push({ id: 1 + simulator.comments.length, issue: 7, login, type, body });
const writes = () => simulator.requests.filter((request) => /^(POST|PATCH|DELETE) \/repos/.test(request)).map((request) => request.split(' ')[0]);

test('the first run creates the comment, the next one updates it in place', async () => {
  await start();
  expect(await publish(1)).toMatchObject({ kind: 'created', url: expect.stringContaining('#issuecomment-') });
  expect(await publish(2)).toMatchObject({ kind: 'updated' });
  expect(bodies()).toEqual([written(2)]);
  expect(writes()).toEqual(['POST', 'PATCH']);
});

test('an older run, and an earlier attempt, write over nothing', async () => {
  await start();
  await publish(5, { run: marker(5, { run: { number: 5, attempt: 2 } }), text: 'new' });
  const kept = bodies();
  expect(await publish(4)).toMatchObject({ kind: 'superseded' });
  expect(await publish(5)).toMatchObject({ kind: 'superseded' });
  expect(bodies()).toEqual(kept);
});

test('of 250 comments only our own with a marker at its start is touched, whoever planted others', async () => {
  await start();
  for (let index = 0; index < 120; index += 1) plant('talk', 'ada', 'User');
  plant(written(999), 'mallory', 'User');
  plant(written(998), 'other-app[bot]');
  plant(`quoted\n${written(997)}`);
  for (let index = 0; index < 60; index += 1) plant('talk', 'ada', 'User');
  plant(written(1));
  plant(written(1, 'of another job').replace('bench%2Fgate', 'bench%2Fother'));
  for (let index = 0; index < 65; index += 1) plant('talk', 'ada', 'User');
  const before = bodies();
  expect(simulator.comments.length).toBeGreaterThanOrEqual(250);
  expect(await publish(2)).toMatchObject({ kind: 'updated' });
  expect(bodies().flatMap((body, index) => (body === before[index] ? [] : [[index, body]]))).toEqual([[183, written(2)]]);
  expect(simulator.requests.filter((request) => request.startsWith('GET /repos/o/r/issues')).length % 3).toBe(0);
});

test('doubles of our own go, and the oldest stays', async () => {
  await start();
  plant(written(1));
  plant(written(2));
  plant(written(1));
  await publish(3);
  expect(simulator.comments).toMatchObject([{ id: 1, body: written(3) }]);
});

test('a creation that was stored and answered with 502 is not repeated', async () => {
  await start();
  simulator.fail('POST /repos', { kind: 'lost' });
  expect(await publish(1)).toMatchObject({ kind: 'updated' });
  expect(bodies()).toEqual([written(1)]);
  expect(writes()).toEqual(['POST']);
});

test('a creation that was not stored is made anew', async () => {
  await start();
  simulator.fail('POST /repos', { kind: 'status', status: 502, message: 'Server Error' });
  simulator.fail('POST /repos', { kind: 'hangs' });
  expect(await publish(1)).toMatchObject({ kind: 'created' });
  expect(bodies()).toEqual([written(1)]);
});

test('an update is repeated after 502, whether it was stored or not', async () => {
  await start();
  plant(written(1));
  simulator.fail('PATCH', { kind: 'lost' });
  simulator.fail('PATCH', { kind: 'status', status: 503, message: 'Unavailable' });
  expect(await publish(2)).toMatchObject({ kind: 'updated' });
  expect(bodies()).toEqual([written(2)]);
});

test('a comment that vanishes while it is updated is made anew', async () => {
  await start();
  plant(written(1));
  simulator.fail('PATCH', { kind: 'status', status: 404, message: 'Not Found' });
  expect(await publish(2)).toMatchObject({ kind: 'updated' });
  expect(bodies()).toEqual([written(2)]);
});

test.each<[string, { status: number; message: string; headers?: Record<string, string> }, number]>([
  ['retry-after', { status: 403, message: 'You have exceeded a secondary rate limit', headers: { 'retry-after': '7' } }, 7000],
  ['429', { status: 429, message: 'Too many requests', headers: { 'retry-after': '3' } }, 3000],
  ['a reset', { status: 403, message: 'API rate limit exceeded', headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Date.UTC(2026, 10, 20, 12) / 1000 + 20) } }, 21_000],
  ['no time named', { status: 403, message: 'You have exceeded a secondary rate limit' }, 60_000],
])('a rate limit is waited for: %s', async (_name, fault, waits) => {
  await start();
  simulator.fail('POST /repos', { kind: 'status', ...fault });
  const clock = createStandingClock();
  expect(await publish(1, { clock })).toMatchObject({ kind: 'created' });
  expect(Math.max(...clock.waited)).toBe(waits);
  expect(bodies()).toHaveLength(1);
});

test('a rate limit of an hour is not waited for', async () => {
  await start();
  simulator.fail('POST /repos', { kind: 'status', status: 403, message: 'API rate limit exceeded', headers: { 'retry-after': '3600' } });
  const clock = createStandingClock();
  await expect(publish(1, { clock })).rejects.toMatchObject({ kind: 'busy', message: 'a rate limit that lasts another 3600 s' });
  expect(clock.waited).toEqual([]);
});

test.each<[string, SimulatorOptions, string | undefined, object]>([
  ['a token that may only read', { readOnly: true }, undefined, { kind: 'forbidden', message: 'Resource not accessible by integration' }],
  ['a wrong token', {}, 'ghs_wrong', { kind: 'credentials', message: 'Bad credentials for Bearer [redacted]' }],
])('%s', async (_name, options, token, failure) => {
  await start(options);
  await expect(publish(1, token === undefined ? {} : { token })).rejects.toMatchObject(failure);
});

test('a body that is too long is refused, and what stood there stays', async () => {
  await start();
  plant(written(1));
  await expect(publish(2, { text: 'x'.repeat(66_000) })).rejects.toMatchObject({ kind: 'refused' });
  expect(bodies()).toEqual([written(1)]);
});

test('a forge that answers slowly is waited for, and its answer counts', async () => {
  await start();
  plant(written(1));
  simulator.fail('GET /repos', { kind: 'slow', ms: 150 });
  simulator.fail('PATCH', { kind: 'slow', ms: 150 });
  expect(await publish(2)).toMatchObject({ kind: 'updated' });
  expect([bodies(), writes()]).toEqual([[written(2)], ['PATCH']]);
});

test('a forge that keeps another text than was sent is told of, after two tries', async () => {
  await start();
  plant(written(1));
  simulator.fail('PATCH', { kind: 'alters' });
  simulator.fail('PATCH', { kind: 'alters' });
  expect(await publish(2, { text: 'A longer text that loses its end.' })).toMatchObject({ kind: 'altered' });
});

test.each<[string, SimulatorOptions]>([
  ['a person\'s token', { tokenOf: 'user', login: 'ada' }],
  ['an app\'s token', { login: 'my-app[bot]' }],
  ['an app\'s token where GraphQL does not tell', { login: 'my-app[bot]', graphql: false }],
  ['Enterprise Server', { base: '/api/v3', description: 'ghes-3.19' }],
])('%s finds its own comment again', async (_name, options) => {
  await start(options);
  await publish(1);
  await publish(2);
  expect(bodies()).toEqual([written(2)]);
});

test('a run that read before and writes after a newer one is written over again', async () => {
  await start();
  plant(written(1));
  const { signal } = new AbortController();
  const clock = createStandingClock();
  const client = createForgeClient({ http: nodeHttp, clock, signal, api: simulator.api, headers: { authorization: 'Bearer ghs_secret' }, secrets: [] });
  const forge = createGitHub({ client, repository: 'o/r', pullRequest: 7, api: simulator.api });
  let late = true;
  const raced = { ...clock, wait: async (ms: number) => { if (late) simulator.comments[0]!.body = written(2); late = false; await clock.wait(ms, signal); } };
  expect(await publishComment({ forge, marker: marker(3), markdown: 'Run 3.', clock: raced, signal })).toMatchObject({ kind: 'updated' });
  expect(bodies()).toEqual([written(3)]);
});

test('forty runs at once leave one comment, the newest one\'s', async () => {
  await start();
  const numbers = Array.from({ length: 40 }, (_unused, index) => ((index * 17) % 40) + 1);
  const outcomes = await Promise.all(numbers.map((number) => publish(number, { clock: createFastClock(20) })));
  expect(bodies()).toEqual([written(40)]);
  expect(outcomes[numbers.indexOf(40)]!.kind).toMatch(/created|updated/);
}, 30_000);

test('a local forge is told in less than five seconds', async () => {
  await start();
  for (let index = 0; index < 250; index += 1) plant('talk', 'ada', 'User');
  const started = performance.now();
  await publish(1, { clock: createFastClock(1) });
  expect(performance.now() - started).toBeLessThan(5000);
}, 20_000);

test.each(['-->', '--> <script>', 'a b', 'ä\u{1f600}', '%', '', 'x'.repeat(5000), '\ud800'])('a marker keeps its scope to itself (%#)', (scope) => {
  simulator ??= { close: async () => undefined, problems: [] } as unknown as GitHubSimulator;
  const line = renderMarker(marker(1, { scope }));
  expect(line).toMatch(/^<!-- [^<>\n]* -->$/);
  expect(line.slice(4, -3)).not.toContain('--');
  expect(parseMarker(`${line}\nx`)).toMatchObject({ run: { number: 1, attempt: 1 } });
});
