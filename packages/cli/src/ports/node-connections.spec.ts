import { createServer } from 'node:net';
import { nodeConnections } from './node-connections.js';

test.each(['127.0.0.1', '::1'])('a port of %s that listens takes connections, and no more once it is closed', async (host) => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as { port: number };
  expect(await nodeConnections.takes(port)).toBe(true);
  await new Promise((resolve) => server.close(resolve));
  expect(await nodeConnections.takes(port)).toBe(false);
});
