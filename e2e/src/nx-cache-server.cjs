/**
 * A test double of Nx's self-hosted remote cache (GET and PUT /v1/cache/{hash}, Bearer token; https://nx.dev "Build your own caching server"): loopback alone, entries in a
 * folder. Arguments: the folder, the token. Prints its port, and a line for each request.
 */
const { createReadStream, createWriteStream, existsSync, renameSync } = require('node:fs');
const { createServer } = require('node:http');
const { join } = require('node:path');

const [folder, token] = process.argv.slice(2);

const server = createServer((request, response) => {
  const answer = (status) => {
    process.stdout.write(`${request.method} ${status}\n`);
    response.writeHead(status).end();
  };
  const hash = /^\/v1\/cache\/([A-Za-z0-9._-]+)$/.exec(request.url ?? '')?.[1];
  if (request.headers.authorization !== `Bearer ${token}`) return answer(401);
  if (hash === undefined || hash.startsWith('.')) return answer(404);
  const file = join(folder, hash);
  if (request.method === 'GET') {
    if (!existsSync(file)) return answer(404);
    process.stdout.write('GET 200\n');
    response.writeHead(200, { 'content-type': 'application/octet-stream' });
    return createReadStream(file).pipe(response);
  }
  if (request.method !== 'PUT') return answer(405);
  if (existsSync(file)) return answer(409);
  const partial = `${file}.${process.hrtime.bigint()}`;
  return request.pipe(createWriteStream(partial)).on('finish', () => {
    renameSync(partial, file);
    answer(200);
  });
});

server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
