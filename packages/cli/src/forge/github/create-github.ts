import type { Forge, ForgeCheck, ForgeChecks, ForgeComment } from '../../ports/forge.js';
import type { ForgeClient } from '../forge-client.js';
import { ForgeFailure } from '../forge-failure.js';
import { readPages } from '../read-pages.js';
import { textAt, valueAt } from '../payload.js';
import { unlessMissing } from '../unless-missing.js';

export interface GitHubOptions {
  client: ForgeClient;
  /** owner/repository */
  repository: string;
  /** null: no comments are asked for. */
  pullRequest: number | null;
  /** Address of the API, without a slash at its end. */
  api: string;
}

/** Annotations in one request; more are added by further ones. */
const annotationsAtOnce = 50;

/** Comments under a pull request and check runs, by GitHub's REST API (2022-11-28). */
export function createGitHub({ client, repository, pullRequest, api }: GitHubOptions): Forge {
  const comments = `/repos/${repository}/issues/${pullRequest ?? 0}/comments`;
  const comment = (id: string): string => `/repos/${repository}/issues/comments/${id}`;
  return {
    name: 'GitHub',
    // An Enterprise Server has /api/v3 and /api/graphql side by side.
    author: () => authorOf(client, `${api.replace(/\/api\/v3$/u, '/api')}/graphql`),
    listComments: async () => (await readPages(client, comments)).map(toComment),
    createComment: async (body) => toComment((await client.send({ method: 'POST', path: comments, body: { body }, once: true })).value),
    updateComment: (id, body) => unlessMissing(client.send({ method: 'PATCH', path: comment(id), body: { body } })),
    deleteComment: async (id) => void (await unlessMissing(client.send({ method: 'DELETE', path: comment(id) }))),
    checks: createChecks(client, repository),
  };
}

/**
 * Who the token is: of a person's token the user; the token of an app's installation (that of GitHub Actions is one) may not ask for it, but GraphQL tells its
 * viewer. Where neither does, it is taken for that of GitHub Actions, until the answer to the first comment shows who wrote it.
 */
async function authorOf(client: ForgeClient, graphql: string): Promise<string> {
  const asked = [() => client.send({ method: 'GET', path: '/user' }), () => client.send({ method: 'POST', path: graphql, body: { query: 'query { viewer { login } }' } })];
  for (const ask of asked) {
    try {
      const { value } = await ask();
      const login = textAt(value, 'login') ?? textAt(value, 'data', 'viewer', 'login');
      if (login !== null) return login;
    } catch (cause) {
      if (!(cause instanceof ForgeFailure) || !['forbidden', 'missing', 'refused'].includes(cause.kind)) throw cause;
    }
  }
  return 'github-actions[bot]';
}

function toComment(value: unknown): ForgeComment {
  return { id: String(valueAt(value, 'id')), author: textAt(value, 'user', 'login') ?? '', body: textAt(value, 'body') ?? '', url: textAt(value, 'html_url') };
}

function createChecks(client: ForgeClient, repository: string): ForgeChecks {
  const checks = `/repos/${repository}/check-runs`;
  return {
    async publish(check) {
      const { id, url } = await createCheck(client, checks, check).catch(async (cause: unknown) => {
        if (!(cause instanceof ForgeFailure) || cause.kind !== 'uncertain') throw cause;
        return (await findCheck(client, repository, check)) ?? createCheck(client, checks, check);
      });
      for (let from = annotationsAtOnce; from < check.annotations.length; from += annotationsAtOnce) {
        await client.send({ method: 'PATCH', path: `${checks}/${id}`, body: { output: outputOf(check, from) }, once: true });
      }
      return url;
    },
  };
}

async function createCheck(client: ForgeClient, path: string, check: ForgeCheck): Promise<{ id: string; url: string | null }> {
  const { name, commit, key, conclusion, url } = check;
  const body = { name, head_sha: commit, external_id: key, status: 'completed', conclusion, ...(url === null ? {} : { details_url: url }), output: outputOf(check, 0) };
  const { value } = await client.send({ method: 'POST', path, body, once: true });
  return toCheck(value);
}

/** The check that an unanswered request has stored. */
async function findCheck(client: ForgeClient, repository: string, { name, commit, key }: ForgeCheck): Promise<{ id: string; url: string | null } | null> {
  const { value } = await client.send({ method: 'GET', path: `/repos/${repository}/commits/${commit}/check-runs`, query: { check_name: name, filter: 'all', per_page: 100 } });
  const runs = valueAt(value, 'check_runs');
  const found = Array.isArray(runs) ? runs.find((run) => textAt(run, 'external_id') === key) : undefined;
  return found === undefined ? null : toCheck(found);
}

function toCheck(value: unknown): { id: string; url: string | null } {
  return { id: String(valueAt(value, 'id')), url: textAt(value, 'html_url') };
}

function outputOf({ title, summary, annotations }: ForgeCheck, from: number): object {
  const page = annotations.slice(from, from + annotationsAtOnce);
  return { title, summary, annotations: page.map(({ path, line, level, title: heading, message }) => ({ path, start_line: line, end_line: line, annotation_level: level, title: heading, message })) };
}
