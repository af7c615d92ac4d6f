import { projectPaths } from '../project-paths.js';

/** A command line as an id: the program without its folder, paths of this machine among the arguments below the project's folder or by their last segments. */
export function nameOfCommand(command: string, root: string | undefined): string {
  const [program = '', ...words] = command.trim().split(/\s+/);
  const absolute = words.flatMap((word) => pathIn(word)?.path ?? []);
  const named = projectPaths(absolute.map((path) => ({ path })), root);
  const shown = words.map((word) => {
    const found = pathIn(word);
    return found === null ? word : found.before + (named.get(found.path) ?? found.path);
  });
  return [program.split('/').at(-1) ?? program, ...shown].join(' ');
}

/** An absolute path that a word is, or ends with: `/data/a.bin`, `--input=/data/a.bin`. Addresses are none. */
function pathIn(word: string): { before: string; path: string } | null {
  const [, before = '', path] = word.includes('://') ? [] : (/^([^/]*[=:,])?(\/[^/].*)$/.exec(word) ?? []);
  return path === undefined ? null : { before, path };
}
