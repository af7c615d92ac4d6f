import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface GitLabSimulator {
  api: string;
  notes: { id: number; author: string; body: string; system: boolean }[];
  requests: string[];
  problems: string[];
  /** The next creation is stored and answered with 502. */
  loseNext(): void;
  /** The next request is answered with 429 and waits so many seconds. */
  limitNext(seconds: number): void;
  close(): Promise<void>;
}

/**
 * Merge request notes of project 42, merge request 5, as docs.gitlab.com/api/notes and docs.gitlab.com/api/rest (pagination, rate limits) describe them: paths, the
 * verbs, query names, `body` as the only field of a note, its limit of 1,000,000 characters, and the fields of an answer. GitLab publishes no description that a
 * program could hold it to.
 */
export async function startGitLabSimulator({ token = 'glpat-secret', username = 'project_42_bot', readOnly = false } = {}): Promise<GitLabSimulator> {
  const [notes, requests, problems]: [GitLabSimulator['notes'], string[], string[]] = [[], [], []];
  let [lastId, lose, limit] = [300, false, null as number | null];
  const base = '/api/v4/projects/42/merge_requests/5/notes';
  const shown = (note: GitLabSimulator['notes'][number]) => ({ id: note.id, body: note.body, attachment: null, author: { id: 1, username: note.author, name: 'x', state: 'active' }, created_at: '2026-11-20T12:00:00Z', updated_at: '2026-11-20T12:00:00Z', system: note.system, noteable_id: 1, noteable_type: 'MergeRequest', noteable_iid: 5, resolvable: false });

  const answer = (method: string, url: URL, text: string): { status: number; body: unknown } => {
    const write = method === 'POST' || method === 'PUT' ? (JSON.parse(text) as { body?: unknown }) : null;
    if (write !== null && (Object.keys(write).join() !== 'body' || typeof write.body !== 'string')) problems.push(`body ${text.slice(0, 80)}`);
    for (const name of url.searchParams.keys()) if (!['sort', 'order_by', 'per_page', 'page'].includes(name)) problems.push(`query ${name}`);
    if (url.pathname === '/api/v4/user') return { status: 200, body: { id: 1, username, state: 'active' } };
    if (readOnly && method !== 'GET') return { status: 403, body: { message: '403 Forbidden' } };
    if (url.pathname === base && method === 'GET') {
      const [size, page] = [Number(url.searchParams.get('per_page') ?? 20), Number(url.searchParams.get('page') ?? 1)];
      const ordered = url.searchParams.get('sort') === 'asc' ? notes : [...notes].reverse();
      return { status: 200, body: ordered.slice((page - 1) * size, page * size).map(shown) };
    }
    if (url.pathname === base && method === 'POST') {
      if (String(write?.body).length > 1_000_000) return { status: 400, body: { message: { note: ['is too long (maximum is 1000000 characters)'] } } };
      notes.push({ id: (lastId += 1), author: username, body: String(write?.body), system: false });
      return { status: 201, body: shown(notes.at(-1)!) };
    }
    const found = notes.find(({ id }) => url.pathname === `${base}/${id}`);
    if (found === undefined) return { status: 404, body: { message: '404 Not Found' } };
    if (method === 'DELETE') {
      notes.splice(notes.indexOf(found), 1);
      return { status: 204, body: null };
    }
    if (method !== 'PUT') problems.push(`${method} ${url.pathname}`);
    found.body = String(write?.body);
    return { status: 200, body: shown(found) };
  };

  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece)).on('end', () => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      const method = request.method ?? '';
      requests.push(`${method} ${url.pathname}`);
      const isLimited = limit !== null;
      const isKnown = request.headers['private-token'] === token;
      const given = isLimited ? { status: 429, body: { message: 'Too Many Requests' } } : isKnown ? answer(method, url, Buffer.concat(pieces).toString('utf8')) : { status: 401, body: { message: '401 Unauthorized' } };
      const isLost = lose && method === 'POST';
      if (isLost) lose = false;
      response.writeHead(isLost ? 502 : given.status, { 'content-type': 'application/json', ...(isLimited ? { 'retry-after': String(limit) } : {}) });
      limit = null;
      response.end(given.body === null || isLost ? '' : JSON.stringify(given.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    api: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v4`,
    notes, requests, problems,
    loseNext: () => { lose = true; },
    limitNext: (seconds) => { limit = seconds; },
    close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(() => resolve()); }),
  };
}
