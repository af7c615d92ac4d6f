import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { createFinding } from '@benchline/core/model';
import { defaultLineLimits, type FileSum, type Files, type LineLimits, type Pieces } from '../ports/files.js';
import { UserError, userError } from '../user-error.js';

/** Files in memory. */
export interface FakeFiles extends Files {
  /** Every file by its absolute path. */
  contents: Map<string, Uint8Array>;
  /** Text of a file; fails the test if it does not exist. */
  text(path: string): string;
  /** Writes without ceremony. */
  put(path: string, content: string | Uint8Array): void;
  /** Paths below a folder. */
  paths(folder: string): string[];
}

interface FakeFileOptions {
  now: () => number;
  cwd: string;
  /** A link's path to its target. */
  links?: Readonly<Record<string, string>>;
  /** Folders that refuse every write. */
  readOnly?: readonly string[];
}

/** A file system in memory with POSIX paths; folders exist when something is in them or they were made. */
export function createFakeFiles(written: Readonly<Record<string, string | Uint8Array>>, options: FakeFileOptions): FakeFiles {
  const contents = new Map<string, Uint8Array>();
  const modified = new Map<string, number>();
  const folders = new Set<string>();
  let temporary = 0;

  const put = (path: string, content: string | Uint8Array) => {
    contents.set(path, typeof content === 'string' ? Buffer.from(content) : content);
    modified.set(path, options.now());
  };
  for (const [path, content] of Object.entries(written)) put(posix.resolve(options.cwd, path), content);
  for (const path of Object.keys(options.links ?? {})) folders.add(posix.dirname(path));

  const paths = (folder: string) => [...contents.keys()].filter((path) => path.startsWith(below(folder))).sort();
  const isFolder = (path: string) => path === '/' || folders.has(path) || paths(path).length > 0 || [...folders].some((folder) => folder.startsWith(below(path)));
  const demandWritable = (operation: string, path: string) => {
    if ((options.readOnly ?? []).some((folder) => path === folder || path.startsWith(below(folder)))) throw userError('BNL015', { operation, path, problem: 'permission denied' }, { file: path });
  };
  const bytesOf = (path: string, limit = 64 * 1024 * 1024): Uint8Array => {
    const real = resolveLinks(path, options.links ?? {});
    const bytes = contents.get(real);
    if (bytes === undefined && isFolder(real)) throw new UserError([createFinding('BNL015', { operation: 'read', path, problem: 'it is a folder' }, { file: path })], 2);
    if (bytes === undefined) throw userError('BNL008', { path, purpose: 'input' }, { file: path });
    if (bytes.byteLength > limit) throw userError('BNL012', { limit: `${limit} B`, found: `${bytes.byteLength} B` }, { file: path });
    return bytes;
  };
  const write = (path: string, content: string | Uint8Array | Iterable<string>) => {
    demandWritable('write', path);
    put(path, typeof content === 'string' || content instanceof Uint8Array ? content : [...content].join(''));
    return digestOf(contents.get(path)!);
  };
  const move = (from: string, to: string) => {
    demandWritable('write', to);
    if (contents.has(from)) put(to, contents.get(from)!);
    else if (!isFolder(from)) throw userError('BNL015', { operation: 'rename', path: from, problem: 'it does not exist' }, { file: from });
    for (const path of paths(from)) put(to + path.slice(from.length), contents.get(path)!);
    drop(from);
  };
  const list = (path: string) => listed({ folder: path, contents, folders, modified, links: Object.keys(options.links ?? {}) });
  const drop = (path: string) => {
    for (const inner of [path, ...paths(path)]) contents.delete(inner);
    for (const folder of [...folders]) if (folder === path || folder.startsWith(below(path))) folders.delete(folder);
  };

  async function* readLines(path: string, limits?: LineLimits): AsyncGenerator<string[]> {
    const { bytes, line: longest } = { ...defaultLineLimits, ...limits };
    const lines = utf8(bytesOf(path, bytes)).split('\n');
    for (const [index, line] of lines.entries()) {
      if (Buffer.byteLength(line) > longest) throw userError('BNL012', { limit: `${longest} B a line`, found: 'more' }, { file: path });
      // Batches of two: whoever reads them meets their ends.
      if (index % 2 === 1 || index === lines.length - 1) yield lines.slice(index - (index % 2), index + 1);
    }
  }

  return {
    contents,
    put,
    paths,
    text: (path) => {
      const bytes = contents.get(path);
      if (bytes === undefined) throw new Error(`No file ${path}; there are: ${[...contents.keys()].join(', ')}`);
      return Buffer.from(bytes).toString('utf8');
    },
    exists: async (path) => contents.has(resolveLinks(path, options.links ?? {})) || isFolder(resolveLinks(path, options.links ?? {})),
    readBytes: async (path, limit) => bytesOf(path, limit),
    readText: async (path, limit) => utf8(bytesOf(path, limit)),
    readBeginning: async (path, bytes) => utf8(bytesOf(path, Infinity).slice(0, bytes)),
    readLines,
    writeAtomically: async (path, content) => write(path, isAsync(content) ? await gather(content) : content),
    write: async (path, content) => write(path, isAsync(content) ? await gather(content) : content),
    writeIfAbsent: async (path, content) => !contents.has(path) && (write(path, content), true),
    list: async (path) => list(path),
    entries: async (path) => list(path).map(({ name, kind }) => ({ name, kind })),
    makeFolder: async (path) => { demandWritable('make', path); folders.add(path); },
    makeTemporaryFolder: async (prefix) => { const path = `/temporary/${prefix}${++temporary}`; folders.add(path); return path; },
    remove: async (path) => { demandWritable('remove', path); drop(path); },
    rename: async (from, to) => move(from, to),
    copy: async (from, to) => {
      demandWritable('write', to);
      if (!contents.has(resolveLinks(from, options.links ?? {})) && !isFolder(from)) throw userError('BNL015', { operation: 'copy', path: from, problem: 'it does not exist' }, { file: from });
      put(to, bytesOf(from, Infinity));
      return digestOf(contents.get(to)!);
    },
    realPath: async (path) => resolveLinks(path, options.links ?? {}),
    digest: async (path) => digestOf(bytesOf(path, Infinity)),
  };
}

function utf8(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function isAsync(content: string | Uint8Array | Iterable<string> | Pieces): content is Pieces {
  return typeof content === 'object' && Symbol.asyncIterator in content;
}

async function gather(pieces: Pieces): Promise<Uint8Array> {
  const gathered: Uint8Array[] = [];
  for await (const piece of pieces) gathered.push(typeof piece === 'string' ? Buffer.from(piece) : piece);
  return Buffer.concat(gathered);
}

interface Listing {
  folder: string;
  contents: ReadonlyMap<string, Uint8Array>;
  folders: ReadonlySet<string>;
  modified: ReadonlyMap<string, number>;
  links: readonly string[];
}

function listed({ folder, contents, folders, modified, links }: Listing): Awaited<ReturnType<Files['list']>> {
  const entries = new Map<string, Awaited<ReturnType<Files['list']>>[number]>();
  for (const path of [...folders, ...links, ...contents.keys()]) {
    if (!path.startsWith(below(folder))) continue;
    const [name = '', ...inner] = path.slice(below(folder).length).split('/');
    const bytes = inner.length === 0 ? contents.get(path) : undefined;
    const kind = links.includes(path) ? 'link' : bytes === undefined ? 'folder' : 'file';
    entries.set(name, { name, kind, bytes: bytes?.byteLength ?? 0, modifiedMs: modified.get(path) ?? 0 });
  }
  return [...entries.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function resolveLinks(path: string, links: Readonly<Record<string, string>>): string {
  const link = Object.keys(links).find((from) => path === from || path.startsWith(below(from)));
  return link === undefined ? posix.normalize(path) : posix.normalize(links[link]! + path.slice(link.length));
}

function below(folder: string): string {
  return folder.endsWith('/') ? folder : `${folder}/`;
}

function digestOf(bytes: Uint8Array): FileSum {
  return { bytes: bytes.byteLength, digest: `sha256:${createHash('sha256').update(bytes).digest('hex')}` };
}
