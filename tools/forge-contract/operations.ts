/** The operations of GitHub's REST API that Benchline uses; the simulator knows no others. */
export const usedOperations: readonly { method: 'get' | 'post' | 'patch' | 'delete'; path: string }[] = [
  { method: 'get', path: '/user' },
  { method: 'get', path: '/repos/{owner}/{repo}/pulls' },
  { method: 'get', path: '/repos/{owner}/{repo}/issues/{issue_number}/comments' },
  { method: 'post', path: '/repos/{owner}/{repo}/issues/{issue_number}/comments' },
  { method: 'patch', path: '/repos/{owner}/{repo}/issues/comments/{comment_id}' },
  { method: 'delete', path: '/repos/{owner}/{repo}/issues/comments/{comment_id}' },
  { method: 'post', path: '/repos/{owner}/{repo}/check-runs' },
  { method: 'patch', path: '/repos/{owner}/{repo}/check-runs/{check_run_id}' },
  { method: 'get', path: '/repos/{owner}/{repo}/commits/{ref}/check-runs' },
];

/** GitHub's descriptions that the product is held to: the public service and the newest Enterprise Server in the package. */
export const descriptions: readonly string[] = ['api.github.com', 'ghes-3.19'];

/** Where the descriptions come from. */
export const source = { package: '@octokit/openapi', version: '23.0.2' };
