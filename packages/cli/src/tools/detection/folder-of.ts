/** The folder of a path, '' at the top. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** `name` inside `folder`. */
export function within(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** The path as seen from `folder`, which holds it. */
export function relativeTo(folder: string, path: string): string {
  return folder === '' ? path : path.slice(folder.length + 1);
}

/** The nearest folder at or above a file of which `holds` is true; null if none. */
export function nearestFolder(path: string, holds: (folder: string) => boolean): string | null {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    if (holds(folder)) return folder;
    if (folder === '') return null;
  }
}
