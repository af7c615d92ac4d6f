import type { Environment, ForgePlace } from '../forge-place.js';
import { toCount, toSha } from '../payload.js';

/** A job of GitLab CI. A pipeline's number within the project orders runs; a job that is started again has a higher id. */
export function gitLabPlace(env: Environment): ForgePlace {
  const [api, repository] = [env['CI_API_V4_URL'], env['CI_MERGE_REQUEST_PROJECT_ID'] ?? env['CI_PROJECT_ID']];
  if (!api || toCount(repository) === null) return { kind: 'none', because: 'CI_API_V4_URL or CI_PROJECT_ID is not set' };
  const { CI_MERGE_REQUEST_SOURCE_PROJECT_ID: source } = env;
  return {
    kind: 'gitlab',
    api: api.replace(/\/+$/u, ''),
    repository: String(repository),
    pullRequest: toCount(env['CI_MERGE_REQUEST_IID']),
    head: toSha(env['CI_MERGE_REQUEST_SOURCE_BRANCH_SHA']) ?? toSha(env['CI_COMMIT_SHA']),
    isFork: source !== undefined && source !== '' && source !== repository,
    scope: env['CI_JOB_NAME'] ?? '',
    run: { number: toCount(env['CI_PIPELINE_IID']) ?? 0, attempt: toCount(env['CI_JOB_ID']) ?? 0 },
    runId: env['CI_PIPELINE_ID'] ?? '0',
    runUrl: env['CI_JOB_URL'] || null,
  };
}
