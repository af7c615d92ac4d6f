import { spawn } from 'node:child_process';
import { createNodeLock } from './node-lock.js';

const never = new AbortController().signal;
let names = 0;
const newName = () => `benchline-spec-${process.pid}-${names++}`;
const silent = () => undefined;

it('is held by one at a time, in turn, and tells who holds it', async () => {
  const lock = createNodeLock(newName());
  const order: string[] = [];
  const first = await lock.acquire({ owner: 'first of all', signal: never, onWait: silent });
  let waiting: (() => void) | undefined;
  const waits = new Promise<void>((resolve) => { waiting = resolve; });
  const second = lock.acquire({ owner: 'second', signal: never, onWait: (owner) => { order.push(`waits for ${owner}`); waiting?.(); } });
  await waits;
  order.push('released');
  await first.release();
  await (await second).release();
  expect(order).toEqual(['waits for first of all', 'released']);
});

it('lets many through without overlap', async () => {
  const lock = createNodeLock(newName());
  let inside = 0;
  let most = 0;
  await Promise.all(Array.from({ length: 8 }, async (_, index) => {
    const { release } = await lock.acquire({ owner: String(index), signal: never, onWait: silent });
    most = Math.max(most, ++inside);
    await new Promise((resolve) => { setImmediate(resolve); });
    inside -= 1;
    await release();
  }));
  expect(most).toBe(1);
});

it('stops waiting with the signal', async () => {
  const lock = createNodeLock(newName());
  const { release } = await lock.acquire({ owner: 'first', signal: never, onWait: silent });
  const abort = new AbortController();
  const waiting = lock.acquire({ owner: 'second', signal: abort.signal, onWait: () => abort.abort('SIGINT') });
  await expect(waiting).rejects.toMatchObject({ exitCode: 4, findings: [{ code: 'BNL021' }] });
  await release();
});

(process.platform === 'linux' ? it : it.skip)('is free when its holder was killed', async () => {
  const name = newName();
  const holder = spawn(process.execPath, ['-e', `require('node:net').createServer((s) => s.write('killed')).listen('\\0${name}', () => console.log('holds'))`], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve) => { holder.stdout.once('data', resolve); });
  const owners: string[] = [];
  const { release } = await createNodeLock(name).acquire({ owner: 'next', signal: never, onWait: (owner) => { owners.push(owner); holder.kill('SIGKILL'); } });
  await release();
  expect(owners).toEqual(['killed']);
});
