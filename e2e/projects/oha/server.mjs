import { createServer } from 'node:http';

const users = Array.from({ length: 20 }, (_, id) => ({ id, name: `user ${id}` }));

/** The server under test. */
export const server = createServer((request, response) => {
  if (!request.url.startsWith('/users')) return response.writeHead(404).end();
  response.setHeader('content-type', 'application/json').end(JSON.stringify(users));
});
