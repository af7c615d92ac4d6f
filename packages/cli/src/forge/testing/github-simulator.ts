import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadContract, type Matched } from './contract.js';
import { filled, sampleOf } from './schema-sample.js';

export interface SimulatedComment {
  id: number;
  issue: number;
  login: string;
  type: 'Bot' | 'User';
  body: string;
}

/** What goes wrong with the next request that it is meant for. `lost`: done, and then 502. */
export type Fault =
  | { kind: 'lost' }
  | { kind: 'status'; status: number; message: string; headers?: Record<string, string> }
  | { kind: 'hangs' }
  | { kind: 'slow'; ms: number }
  /** A text is kept that is not the one sent. */
  | { kind: 'alters' };

export interface SimulatorOptions {
  /** Which of GitHub's descriptions every request and every answer is held to. */
  description?: string;
  /** Before every path: /api/v3 on an Enterprise Server. */
  base?: string;
  token?: string;
  /** An installation's token may not read its user; GraphQL tells its viewer. */
  tokenOf?: 'installation' | 'user';
  login?: string;
  /** A token that may read alone. */
  readOnly?: boolean;
  /** Whether GraphQL answers. */
  graphql?: boolean;
  /** Pull requests of the repository, as `pulls.list` shows them. */
  pulls?: { number: number; head: { ref: string; sha: string; owner: string }; base?: { repo: string } }[];
}

export interface GitHubSimulator {
  api: string;
  comments: SimulatedComment[];
  checks: Record<string, unknown>[];
  /** "POST /repos/o/r/issues/7/comments" of every request. */
  requests: string[];
  /** What was not by the description. */
  problems: string[];
  /** The next request whose "METHOD /path" contains the text meets the fault, once. */
  fail(request: string, fault: Fault): void;
  close(): Promise<void>;
}

interface Answer {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

interface Asked {
  matched: Matched;
  query: URLSearchParams;
  body: Record<string, unknown> | null;
}

const refused = (status: number, message: string): Answer => ({ status, body: { message, documentation_url: 'https://docs.github.com/rest', status: String(status) } });

/** GitHub's REST API for one repository, o/r, on loopback: what Benchline uses of it, held to GitHub's own description in both directions. */
export async function startGitHubSimulator(options: SimulatorOptions = {}): Promise<GitHubSimulator> {
  const { description = 'api.github.com', base = '', token = 'ghs_secret', tokenOf = 'installation', login = 'github-actions[bot]', readOnly = false, graphql = true, pulls = [] } = options;
  const contract = loadContract(description);
  const comments: SimulatedComment[] = [];
  const checks: Record<string, unknown>[] = [];
  const requests: string[] = [];
  const problems: string[] = [];
  const faults: { request: string; fault: Fault }[] = [];
  let lastId = 1000;

  const shown = (matched: Matched, status: number, values: unknown): Answer => ({ status, body: filled(sampleOf(matched.operation.responses[String(status)]), values) });
  const commentValues = ({ id, login: author, type, body }: SimulatedComment) => ({ id, body, user: { login: author, type }, html_url: `https://forge.example/o/r/pull/7#issuecomment-${id}` });
  const list = (matched: Matched, query: URLSearchParams, all: readonly unknown[]): Answer => {
    const [size, page] = [Math.min(100, Number(query.get('per_page') ?? 30)), Number(query.get('page') ?? 1)];
    const item = sampleOf((matched.operation.responses['200'] as { items: unknown }).items);
    return { status: 200, body: all.slice((page - 1) * size, page * size).map((values) => filled(item, values)) };
  };
  const tooLong = (body: unknown): boolean => typeof body === 'string' && [...body].length > 65_536;
  const unprocessable: Answer = { status: 422, body: { message: 'Validation Failed', errors: [{ resource: 'IssueComment', code: 'unprocessable', field: 'data', message: 'Body is too long (maximum is 65536 characters)' }], documentation_url: 'https://docs.github.com/rest' } };
  const find = (matched: Matched): SimulatedComment | undefined => comments.find(({ id }) => String(id) === matched.path['comment_id']);

  const operations: Record<string, (asked: Asked, alters: boolean) => Answer> = {
    'users/get-authenticated': ({ matched }) => (tokenOf === 'user' ? shown(matched, 200, { login }) : refused(403, 'Resource not accessible by integration')),
    'pulls/list': ({ matched, query }) => {
      const [owner, ref] = (query.get('head') ?? ':').split(':');
      const wanted = pulls.filter(({ head }) => head.owner === owner && head.ref === ref);
      return list(matched, query, wanted.map(({ number, head, base: to }) => ({ number, head: { ref: head.ref, sha: head.sha, repo: { full_name: `${head.owner}/r` }, user: { login: head.owner } }, base: { repo: { full_name: to?.repo ?? 'o/r' } } })));
    },
    'issues/list-comments': ({ matched, query }) => list(matched, query, comments.filter(({ issue }) => String(issue) === matched.path['issue_number']).map(commentValues)),
    'issues/create-comment': ({ matched, body }, alters) => {
      if (tooLong(body?.['body'])) return unprocessable;
      const text = String(body?.['body']);
      const created: SimulatedComment = { id: (lastId += 1), issue: Number(matched.path['issue_number']), login, type: tokenOf === 'user' ? 'User' : 'Bot', body: alters ? text.slice(0, -10) : text };
      comments.push(created);
      return shown(matched, 201, commentValues(created));
    },
    'issues/update-comment': ({ matched, body }, alters) => {
      const found = find(matched);
      if (found === undefined) return refused(404, 'Not Found');
      if (tooLong(body?.['body'])) return unprocessable;
      found.body = alters ? String(body?.['body']).slice(0, -10) : String(body?.['body']);
      return shown(matched, 200, commentValues(found));
    },
    'issues/delete-comment': ({ matched }) => {
      const found = find(matched);
      if (found === undefined) return refused(404, 'Not Found');
      comments.splice(comments.indexOf(found), 1);
      return { status: 204, body: null };
    },
    'checks/create': ({ matched, body }) => {
      const id = (lastId += 1);
      checks.push({ ...body, id, annotations: (body?.['output'] as { annotations?: unknown[] }).annotations ?? [] });
      return shown(matched, 201, { id, external_id: body?.['external_id'], html_url: `https://forge.example/o/r/runs/${id}` });
    },
    'checks/update': ({ matched, body }) => {
      const check = checks.find(({ id }) => String(id) === matched.path['check_run_id']);
      if (check === undefined) return refused(404, 'Not Found');
      (check['annotations'] as unknown[]).push(...((body?.['output'] as { annotations?: unknown[] }).annotations ?? []));
      return shown(matched, 200, { id: check['id'] });
    },
    'checks/list-for-ref': ({ matched, query }) => {
      const found = checks.filter(({ head_sha: sha, name }) => sha === matched.path['ref'] && name === query.get('check_name'));
      const item = sampleOf((matched.operation.responses['200'] as { properties: { check_runs: { items: unknown } } }).properties.check_runs.items);
      return { status: 200, body: { total_count: found.length, check_runs: found.map(({ id, external_id: key }) => filled(item, { id, external_id: key, html_url: `https://forge.example/o/r/runs/${String(id)}` })) } };
    },
  };

  const answer = (request: IncomingMessage, url: URL, text: string, alters: boolean): Answer => {
    const path = url.pathname.startsWith(base) ? url.pathname.slice(base.length) : '';
    if (request.headers.authorization !== `Bearer ${token}`) return refused(401, `Bad credentials for ${request.headers.authorization ?? 'nobody'}`);
    if (url.pathname === `${base.replace(/\/v3$/u, '')}/graphql`) return graphql ? { status: 200, body: { data: { viewer: { login } } } } : refused(403, 'Resource not accessible by integration');
    const matched = contract.match(request.method ?? '', path);
    if (matched === null) {
      problems.push(`no operation ${request.method} ${url.pathname}`);
      return refused(404, 'Not Found');
    }
    const body = text === '' ? null : (JSON.parse(text) as Record<string, unknown>);
    problems.push(...contract.requestProblems(matched, url.searchParams, body));
    if (readOnly && request.method !== 'GET') return refused(403, 'Resource not accessible by integration');
    const given = operations[matched.operation.operationId]!({ matched, query: url.searchParams, body }, alters);
    problems.push(...contract.responseProblems(matched, given.status, given.body));
    return given;
  };

  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const asked = `${request.method} ${url.pathname.slice(base.length)}`;
    requests.push(asked);
    const index = faults.findIndex(({ request: wanted }) => asked.includes(wanted));
    const fault = index < 0 ? null : faults.splice(index, 1)[0]!.fault;
    if (fault?.kind === 'hangs') return void request.socket.destroy();
    if (fault?.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.ms));
    const given: Answer = fault?.kind === 'status' ? { ...refused(fault.status, fault.message), headers: fault.headers ?? {} } : answer(request, url, Buffer.concat(pieces).toString('utf8'), fault?.kind === 'alters');
    const { status, body, headers } = fault?.kind === 'lost' ? refused(502, 'Server Error') : given;
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(body === null ? '' : JSON.stringify(body));
  };

  const server = createServer((request, response) => void respond(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    api: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    comments, checks, requests, problems,
    fail: (request, fault) => void faults.push({ request, fault }),
    close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(() => resolve()); }),
  };
}
