import { folderOf } from './folder-of.js';
import { parsePackageManifest } from './package-manifest.js';
import type { DetectedProject, SkippedBenchmarks, Snapshot } from './scaffold-plan.js';
import { splitCommand } from './split-command.js';

const textsWithCommands = /(^|\/)([Jj]ustfile|Makefile)$/;

/** hyperfine commands: taken over from package.json scripts where no shell is needed, named where they stand elsewhere. */
export function detectHyperfine(snapshot: Snapshot): { projects: DetectedProject[]; skipped: SkippedBenchmarks[] } {
  const projects: DetectedProject[] = [];
  const skipped: SkippedBenchmarks[] = [];
  for (const [path, text] of snapshot) {
    if (textsWithCommands.test(path) && /\bhyperfine\b/.test(text ?? '')) skipped.push(byHand(path));
    if (!/(^|\/)package\.json$/.test(path)) continue;
    const suites = hyperfineScripts(text).flatMap(([name, command]) => (command === null ? [] : [{ name, tool: 'hyperfine' as const, command }]));
    if (suites.length > 0) projects.push({ root: folderOf(path), suites });
    else if (hyperfineScripts(text).length > 0) skipped.push(byHand(path));
  }
  return { projects, skipped };
}

function hyperfineScripts(text: string | null): [string, string[] | null][] {
  const scripts = Object.entries(parsePackageManifest(text)?.scripts ?? {});
  return scripts.filter(([, script]) => typeof script === 'string' && /^\s*hyperfine\s/.test(script)).map(([name, script]) => [suiteName(name), splitCommand(script)]);
}

function suiteName(script: string): string {
  return script.replace(/[/\\]/g, '-');
}

function byHand(path: string): SkippedBenchmarks {
  return { path, what: 'a hyperfine command', why: 'it needs a shell; add it as a suite with the tool hyperfine by hand' };
}
