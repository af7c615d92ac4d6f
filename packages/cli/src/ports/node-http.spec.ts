import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { nodeHttp } from './node-http.js';
import type { HttpRequest } from './http.js';

const servers: Server[] = [];
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
afterEach(() => servers.splice(0).forEach((server) => { server.closeAllConnections(); server.close(); }));

const ask = (url: string, more: Partial<HttpRequest> = {}) => nodeHttp.send({ method: 'GET', url, headers: {}, timeoutMs: 10_000, signal: new AbortController().signal, ...more });

test('an answer has its status, headers and body, whatever the status', async () => {
  const url = await serve((request, response) => {
    let body = '';
    request.on('data', (piece) => { body += String(piece); }).on('end', () => response.writeHead(422, { 'Retry-After': '3' }).end(`${request.method} ${request.headers['x-a']} ${body}`));
  });
  expect(await ask(url, { method: 'POST', headers: { 'x-a': 'b' }, body: 'zwölf' })).toMatchObject({ status: 422, headers: { 'retry-after': '3' }, body: 'POST b zwölf' });
});

test('what is not answered in time is a failure', async () => {
  const url = await serve(() => undefined);
  expect(await ask(url, { timeoutMs: 50 })).toEqual({ failure: 'no answer in time' });
});

test('an answer that stops in the middle is a failure', async () => {
  const url = await serve((_request, response) => { response.writeHead(200, { 'content-length': '100' }); response.write('half', () => response.destroy()); });
  expect(await ask(url)).toEqual({ failure: expect.any(String) });
});

test('nobody there is a failure that says so', async () => {
  const url = await serve(() => undefined);
  const [server] = servers.splice(0);
  await new Promise((resolve) => server!.close(resolve));
  expect(await ask(url)).toEqual({ failure: 'ECONNREFUSED' });
});

test('what is interrupted is a failure', async () => {
  const controller = new AbortController();
  const url = await serve(() => controller.abort('SIGINT'));
  expect(await ask(url, { signal: controller.signal })).toEqual({ failure: expect.any(String) });
});

test('an answer larger than 32 MiB is not kept', async () => {
  const url = await serve((_request, response) => void response.end(Buffer.alloc(33 * 1024 * 1024)));
  expect(await ask(url)).toEqual({ failure: expect.stringContaining('larger than') });
});

test.each(['authorization', 'private-token'])('%s is not taken along to another server', async (name) => {
  const seen: (string | undefined)[] = [];
  const other = await serve((request, response) => { seen.push(request.url); response.end('{}'); });
  const url = await serve((_request, response) => void response.writeHead(307, { location: `${other}/elsewhere` }).end());
  expect(await ask(url, { headers: { [name]: 'secret' } })).toMatchObject({ status: 307 });
  expect(seen).toEqual([]);
});

test('what moved on the same server is found there, with method and body where the answer says so', async () => {
  const url = await serve((request, response) => {
    if (request.url === '/new') return void request.pipe(response);
    response.writeHead(request.url === '/old' ? 307 : 302, { location: '/new' }).end();
  });
  expect(await ask(`${url}/old`, { method: 'POST', body: 'kept' })).toMatchObject({ status: 200, body: 'kept' });
  expect(await ask(`${url}/found`)).toMatchObject({ status: 200 });
  expect(await ask(`${url}/found`, { method: 'POST', body: 'x' })).toMatchObject({ status: 302 });
});

test('a circle ends, and an address that is none is not followed', async () => {
  const url = await serve((request, response) => void response.writeHead(307, { location: request.url === '/odd' ? 'http://[' : '/circle' }).end());
  expect(await ask(`${url}/circle`)).toMatchObject({ status: 307 });
  expect(await ask(`${url}/odd`)).toMatchObject({ status: 307 });
});
