import type { Environment, ForgePlace } from '../forge-place.js';
import { countAt, textAt, toCount, toSha, valueAt } from '../payload.js';

/** A run of GitHub Actions, on github.com or an Enterprise Server. */
export function gitHubPlace(env: Environment, event: unknown): ForgePlace {
  const repository = gitHubRepository(env);
  if (repository === null) return { kind: 'none', because: 'GITHUB_REPOSITORY does not name a repository' };
  const pull = valueAt(event, 'pull_request');
  const number = countAt(pull, 'number') ?? toCount(/^refs\/pull\/(\d+)\//u.exec(env['GITHUB_REF'] ?? '')?.[1]);
  const from = textAt(pull, 'head', 'repo', 'full_name');
  return {
    kind: 'github',
    api: gitHubApi(env),
    repository,
    pullRequest: number,
    head: toSha(valueAt(pull, 'head', 'sha')) ?? toSha(env['GITHUB_SHA']),
    // A fork that was deleted has no repository any more.
    isFork: pull !== undefined && (from === null || from.toLowerCase() !== repository.toLowerCase()),
    scope: [env['GITHUB_WORKFLOW'], env['GITHUB_JOB']].filter((part) => part !== undefined && part !== '').join('/'),
    run: { number: toCount(env['GITHUB_RUN_NUMBER']) ?? 0, attempt: toCount(env['GITHUB_RUN_ATTEMPT']) ?? 0 },
    runId: env['GITHUB_RUN_ID'] ?? '0',
    runUrl: runUrlOf(env),
  };
}

export function gitHubRepository(env: Environment): string | null {
  const repository = env['GITHUB_REPOSITORY'] ?? '';
  return /^[\w.-]+\/[\w.-]+$/u.test(repository) ? repository : null;
}

/** GITHUB_API_URL: https://api.github.com, or https://HOST/api/v3 of an Enterprise Server. */
export function gitHubApi(env: Environment): string {
  return (env['GITHUB_API_URL'] || 'https://api.github.com').replace(/\/+$/u, '');
}

function runUrlOf(env: Environment): string | null {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = env;
  return server && repository && id ? `${server}/${repository}/actions/runs/${id}` : null;
}
