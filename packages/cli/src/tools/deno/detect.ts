import { benchFilePath } from '../detection/bench-files.js';
import { nearestFolder, within } from '../detection/folder-of.js';
import type { Detector, Snapshot } from '../detector.js';

export const detector: Detector = {
  tool: 'deno',
  reads: benchFilePath,
  benchFiles: { text: /\bDeno\.bench\(/ },
  detect({ snapshot, benchFiles }) {
    const roots = new Set(benchFiles.map(({ path }) => denoProjectOf(snapshot, path)));
    return { projects: [...roots].map((root) => ({ root, suites: [{ name: 'deno', tool: 'deno' as const, command: ['deno', 'bench'] }] })), skipped: [] };
  },
};

function denoProjectOf(snapshot: Snapshot, path: string): string {
  return nearestFolder(path, (folder) => ['deno.json', 'deno.jsonc', 'package.json'].some((name) => snapshot.has(within(folder, name)))) ?? '';
}
