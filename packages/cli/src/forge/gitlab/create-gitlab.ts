import type { Forge, ForgeComment } from '../../ports/forge.js';
import type { ForgeClient } from '../forge-client.js';
import { unlessMissing } from '../unless-missing.js';
import { textAt, valueAt } from '../payload.js';
import { readPages } from '../read-pages.js';

export interface GitLabOptions {
  client: ForgeClient;
  /** The project's id. */
  project: string;
  mergeRequest: number | null;
}

/** Notes of a merge request, by GitLab's REST API v4. There are no check runs: the pipeline's own state is shown. */
export function createGitLab({ client, project, mergeRequest }: GitLabOptions): Forge {
  const notes = `/projects/${encodeURIComponent(project)}/merge_requests/${mergeRequest ?? 0}/notes`;
  return {
    name: 'GitLab',
    author: async () => textAt((await client.send({ method: 'GET', path: '/user' })).value, 'username'),
    listComments: async () => (await readPages(client, notes, { sort: 'asc', order_by: 'created_at' })).filter((note) => valueAt(note, 'system') !== true).map(toComment),
    createComment: async (body) => toComment((await client.send({ method: 'POST', path: notes, body: { body }, once: true })).value),
    updateComment: (id, body) => unlessMissing(client.send({ method: 'PUT', path: `${notes}/${id}`, body: { body } })),
    deleteComment: async (id) => void (await unlessMissing(client.send({ method: 'DELETE', path: `${notes}/${id}` }))),
    checks: null,
  };
}

function toComment(value: unknown): ForgeComment {
  return { id: String(valueAt(value, 'id')), author: textAt(value, 'author', 'username') ?? '', body: textAt(value, 'body') ?? '', url: null };
}
