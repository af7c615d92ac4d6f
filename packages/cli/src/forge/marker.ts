/** What a comment of ours says of itself, in its first line, where nobody sees it. */
export interface Marker {
  /** What tells comments of one pull request apart: workflow and job. */
  scope: string;
  run: RunOrder;
  /** The run's id on the forge. */
  id: string;
  /** Commit that was measured. */
  head: string | null;
}

/** Which of two runs of one scope is newer: the number, then the attempt. */
export interface RunOrder {
  number: number;
  attempt: number;
}

const version = 1;
const pattern = /^<!-- benchline comment v(\d+) scope=(\S{0,1000}) run=(\d{1,15})\.(\d{1,15}) id=([\w-]{1,64}) head=([0-9a-f]{7,64}|none) -->/u;

/** The marker's line. Never ends its HTML comment early, whatever the scope is. */
export function renderMarker({ scope, run, id, head }: Marker): string {
  return `<!-- benchline comment v${version} scope=${encoded(scope)} run=${run.number}.${run.attempt} id=${id.replace(/[^\w-]/gu, '_').slice(0, 64) || '0'} head=${head ?? 'none'} -->`;
}

/** The marker at the very start of a body, of this version; null where there is none. Says nothing of who wrote it. */
export function parseMarker(body: string): Marker | null {
  const [, written, scope = '', number, attempt, id = '', head = ''] = pattern.exec(body) ?? [];
  if (written !== String(version)) return null;
  return { scope: decoded(scope), run: { number: Number(number), attempt: Number(attempt) }, id, head: head === 'none' ? null : head };
}

export function isNewer(a: RunOrder, b: RunOrder): boolean {
  return a.number > b.number || (a.number === b.number && a.attempt > b.attempt);
}

function encoded(scope: string): string {
  return encodeURIComponent(scope.slice(0, 200).replace(/\p{Cs}/gu, '')).replaceAll('-', '%2D').replaceAll('.', '%2E').slice(0, 1000);
}

function decoded(scope: string): string {
  try {
    return decodeURIComponent(scope);
  } catch {
    return scope;
  }
}
