import { createServer } from 'node:net';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServerConfig } from '@benchline/core/model';
import { createNodeWorld } from '../ports/node-world.js';
import { createFakeWorld, type FakeWorldOptions } from '../testing/fake-world.js';
import { withServer } from './with-server.js';

jest.setTimeout(30_000);

const serverOf = (server: Partial<ServerConfig>): ServerConfig => ({ command: ['serve'], cwd: '', env: {}, ready: { kind: 'port', port: 8080 }, timeoutMs: 1000, ...server });
const roundOf = (server: ServerConfig | null, root = '/repo') => ({ server, suite: 'load', projectRoot: root, env: { PATH: process.env['PATH'] }, folder: join(root, 'round') });
const codeOf = (promise: Promise<unknown>) => promise.then(() => null, (error: { findings?: { code: string; what: string }[] }) => error.findings?.[0]);

describe('without a real server', () => {
  const never = () => new Promise<never>(() => undefined);
  const serving = (options: FakeWorldOptions = {}) => createFakeWorld({ programs: { serve: never }, ...options });

  it('the work is done as it is where the suite has no server', async () => {
    expect(await withServer(roundOf(null), async () => 7, createFakeWorld())).toBe(7);
  });

  it('what answers there already is not measured in its place', async () => {
    const world = serving({ listens: () => true });
    expect(await codeOf(withServer(roundOf(serverOf({})), async () => 7, world))).toMatchObject({ code: 'BNL063', what: expect.stringContaining('port 8080') });
    expect(world.started).toEqual([]);
  });

  it.each([
    ['there is no such program', { programs: {} }],
    ['it ended with code 1; it said last: Error: listen EADDRINUSE', { programs: { serve: { code: 1, complains: 'node:net:1\n\nError: listen EADDRINUSE\n    at x\n\nNode.js v20.20.2\n' } } }],
    ['it ended with code 1; it said last: address in use', { programs: { serve: { code: 1, complains: 'address in use\n' } } }],
  ] as const)('one that does not run is told: %s', async (because, options) => {
    expect(await codeOf(withServer(roundOf(serverOf({})), async () => 7, createFakeWorld(options)))).toMatchObject({ code: 'BNL061', what: expect.stringContaining(because) });
  });
});

describe('with a real server', () => {
  const world = createNodeWorld();
  const script = (body: string) => [process.execPath, '-e', body];
  const listening = (port: number) => `require('node:net').createServer((s) => s.destroy()).listen(${port}, '127.0.0.1', () => console.log('listening on ${port}'));`;
  let root: string;
  let port: number;

  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'benchline-server-'));
    const probe = createServer();
    await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
    port = (probe.address() as { port: number }).port;
    await new Promise((resolve) => probe.close(resolve));
    await world.files.makeFolder(join(root, 'round'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it.each(['port', 'line', 'url'] as const)('it runs during the work, known to be ready by its %s, and no longer', async (kind) => {
    const ready = { port: { kind: 'port', port }, line: { kind: 'line', line: 'listening on' }, url: { kind: 'url', url: `http://127.0.0.1:${port}/health` } }[kind] as ServerConfig['ready'];
    const body = kind === 'url' ? `require('node:http').createServer((q, r) => r.end('ok')).listen(${port}, '127.0.0.1')` : listening(port);
    const seen = await withServer(roundOf(serverOf({ command: script(body), ready, timeoutMs: 20_000 }), root), () => world.connections.takes(port), world);
    expect([seen, await world.connections.takes(port)]).toEqual([true, false]);
    if (kind === 'line') expect(readFileSync(join(root, 'round/server-stdout.txt'), 'utf8')).toContain('listening on');
  });

  it('each line that it prints is told', async () => {
    const lines: string[] = [];
    const server = serverOf({ command: script(listening(port)), ready: { kind: 'line', line: 'listening on' }, timeoutMs: 20_000 });
    await withServer({ ...roundOf(server, root), onLine: (line) => void lines.push(line) }, async () => 7, world);
    expect(lines).toEqual([`listening on ${port}`]);
  });

  it('one that ends during the work ends the work: its numbers are not used', async () => {
    const body = `${listening(port)} setTimeout(() => { console.error('out of memory'); process.exit(9); }, 300);`;
    const work = (served: { signal: AbortSignal }) => new Promise((resolve) => served.signal.addEventListener('abort', () => resolve('numbers')));
    const finding = await codeOf(withServer(roundOf(serverOf({ command: script(body), ready: { kind: 'port', port }, timeoutMs: 20_000 }), root), work, world));
    expect(finding).toMatchObject({ code: 'BNL062', what: expect.stringContaining('it ended with code 9; it said last: out of memory') });
  });

  it('what one that ends by itself leaves running is ended, too', async () => {
    const body = `const child = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(listening(port))}], { stdio: 'ignore' }); setTimeout(() => process.exit(9), 1500);`;
    const work = (served: { signal: AbortSignal }) => new Promise((resolve) => served.signal.addEventListener('abort', resolve));
    const finding = await codeOf(withServer(roundOf(serverOf({ command: script(body), ready: { kind: 'port', port }, timeoutMs: 20_000 }), root), work, world));
    expect([finding?.code, await world.connections.takes(port)]).toEqual(['BNL062', false]);
  });

  it('one that never becomes ready is stopped and told', async () => {
    const finding = await codeOf(withServer(roundOf(serverOf({ command: script(`console.log('warming up'); setInterval(() => {}, 1000)`), ready: { kind: 'port', port }, timeoutMs: 600 }), root), async () => 7, world));
    expect(finding).toMatchObject({ code: 'BNL061', what: expect.stringContaining('nothing showed within 600 ms') });
  });

  it('one whose work fails is stopped', async () => {
    const round = roundOf(serverOf({ command: script(listening(port)), ready: { kind: 'port', port }, timeoutMs: 20_000 }), root);
    await expect(withServer(round, async () => { throw new Error('the tool failed'); }, world)).rejects.toThrow('the tool failed');
    expect(await world.connections.takes(port)).toBe(false);
  });
});
