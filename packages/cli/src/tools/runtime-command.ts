import { basename } from 'node:path';

/** Where a command calls a runtime (node, deno), behind whatever stands before it (taskset); -1: it does not. */
export function runtimeAt(command: readonly string[], runtime: string): number {
  return command.findIndex((word) => basename(word).replace(/\.exe$/, '') === runtime);
}

/** The command that prints the runtime's version, with what stands before it; null: it is not called. */
export function runtimeVersion(command: readonly string[], runtime: string): string[] | null {
  const at = runtimeAt(command, runtime);
  return at === -1 ? null : [...command.slice(0, at + 1), '--version'];
}
