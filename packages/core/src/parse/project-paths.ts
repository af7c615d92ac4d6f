/** A file as a tool's output names it. */
export interface ToolPath {
  /** A path, or a file: URL. */
  path: string;
  /** How many of its last segments the tool itself shows to people; default 1. */
  shown?: number;
}

/**
 * Files as ids name them: by their path below `root`, the project's folder. Where the root is not known, or a file lies elsewhere, by the
 * fewest last segments that tell it apart from the output's other files. Paths that are relative stay what they are.
 */
export function projectPaths(files: readonly ToolPath[], root: string | undefined): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  const outside = new Map<string, Outside>();
  const folder = root === undefined ? null : `${plainPath(root).replace(/\/+$/, '')}/`;
  for (const { path, shown = 1 } of files) {
    const plain = plainPath(path);
    if (folder !== null && plain.startsWith(folder)) named.set(path, plain.slice(folder.length));
    else if (!isAbsolute(plain)) named.set(path, plain);
    else outside.set(path, { segments: plain.split('/').filter((segment) => segment !== ''), shown });
  }
  return new Map([...named, ...fewestSegments(outside)]);
}

interface Outside {
  segments: readonly string[];
  shown: number;
}

function fewestSegments(files: ReadonlyMap<string, Outside>): Map<string, string> {
  const named = new Map<string, string>();
  let open = [...files];
  for (let more = 0; open.length > 0; more += 1) {
    const ends = open.map(([, { segments, shown }]) => segments.slice(-(Math.max(1, shown) + more)).join('/'));
    const counts = new Map<string, number>();
    for (const end of ends) counts.set(end, (counts.get(end) ?? 0) + 1);
    open = open.filter(([path, { segments, shown }], index) => {
      const end = ends[index] as string;
      const again = counts.get(end) !== 1 && shown + more < segments.length;
      if (!again) named.set(path, end);
      return again;
    });
  }
  return named;
}

/** Slashes alone, and no URL. */
function plainPath(path: string): string {
  if (!path.startsWith('file://')) return path.replaceAll('\\', '/');
  return decoded(path.slice('file://'.length)).replace(/^\/(?=[A-Za-z]:\/)/, '');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function isAbsolute(path: string): boolean {
  return /^(?:\/|[A-Za-z]:\/)/.test(path);
}
