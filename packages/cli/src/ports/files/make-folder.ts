import { access, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Makes a folder and those above it; nothing if it exists. */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') await makeFirstMissing(path);
    throw cause;
  }
}

/** Node says ENOENT of a recursive mkdir that a read-only file system refuses; a plain one of the first folder that is missing says why. */
async function makeFirstMissing(path: string): Promise<void> {
  const above = dirname(path);
  if (above !== path && !(await access(above).then(() => true, () => false))) return makeFirstMissing(above);
  await mkdir(path);
}
