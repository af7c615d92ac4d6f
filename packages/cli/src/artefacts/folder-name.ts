import { createHash } from 'node:crypto';

/** A suite's or project's name as the name of a folder, on every operating system; names that had to change keep apart by a piece of their digest. */
export function folderName(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9._-]/g, '_').replace(/^\.+/, '_').replace(/\.$/, '_').slice(0, 80);
  return plain === name ? name : `${plain}-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
}
