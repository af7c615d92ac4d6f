import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The few answers of GitHub's API that a comment needs. */
export interface ForgeDouble {
  api: string;
  /** Bodies of the comments under the pull request. */
  comments: string[];
  /** As `pulls.list` shows them. */
  pulls: object[];
  close(): Promise<void>;
}

/** Listens on loopback. The token is that of GitHub Actions: it may not ask who it is, but GraphQL tells. */
export async function startForge(): Promise<ForgeDouble> {
  const comments: string[] = [];
  const pulls: object[] = [];
  const shown = (body: string, index: number) => ({ id: index + 1, body, user: { login: 'github-actions[bot]' }, html_url: `https://forge.example/comment/${index + 1}` });
  const answer = (method: string, path: string, body: string): [status: number, value: unknown] => {
    if (path === '/user') return [403, { message: 'Resource not accessible by integration' }];
    if (path === '/graphql') return [200, { data: { viewer: { login: 'github-actions[bot]' } } }];
    if (path === '/repos/o/r/pulls') return [200, pulls];
    if (path === '/repos/o/r/issues/7/comments' && method === 'GET') return [200, comments.map(shown)];
    if (path === '/repos/o/r/issues/7/comments' && method === 'POST') return [201, shown((JSON.parse(body) as { body: string }).body, comments.push((JSON.parse(body) as { body: string }).body) - 1)];
    const patched = /^\/repos\/o\/r\/issues\/comments\/(\d+)$/.exec(path);
    if (patched === null || method !== 'PATCH') return [404, { message: `Not Found: ${method} ${path}` }];
    comments[Number(patched[1]) - 1] = (JSON.parse(body) as { body: string }).body;
    return [200, shown(comments[Number(patched[1]) - 1]!, Number(patched[1]) - 1)];
  };
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const [status, value] = answer(request.method ?? 'GET', new URL(request.url ?? '/', 'http://127.0.0.1').pathname, body);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { api: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, comments, pulls, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += part as string;
  return text;
}
