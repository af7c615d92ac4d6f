import type { ToolName, WrittenSuite } from '@benchline/core/model';
import type { Detected, SkippedBenchmarks, Snapshot } from '../detector.js';
import { folderOf } from './folder-of.js';
import { parsePackageManifest } from './package-manifest.js';
import { splitCommand } from './split-command.js';

export const scriptFiles = /(^|\/)(?:package\.json|[Jj]ustfile|Makefile)$/;
const textsWithCommands = /(^|\/)([Jj]ustfile|Makefile)$/;

/** Commands of a program: taken over from the scripts of a package.json where no shell is needed, named where they stand elsewhere. */
export function detectScripts(snapshot: Snapshot, tool: ToolName, program: string): Detected {
  const detected: Detected = { projects: [], skipped: [] };
  for (const [path, text] of snapshot) {
    if (textsWithCommands.test(path) && new RegExp(`(?:^|[\\s;&|@])${program}\\s`, 'm').test(text ?? '')) detected.skipped.push(byHand(path, tool));
    if (!/(^|\/)package\.json$/.test(path)) continue;
    const scripts = scriptsOf(text, program);
    const suites = scripts.flatMap(([name, command]): WrittenSuite[] => (command === null ? [] : [{ name: suiteName(name), tool, command }]));
    if (suites.length > 0) detected.projects.push({ root: folderOf(path), suites });
    else if (scripts.length > 0) detected.skipped.push(byHand(path, tool));
  }
  return detected;
}

function scriptsOf(manifest: string | null, program: string): [string, string[] | null][] {
  const scripts = Object.entries(parsePackageManifest(manifest)?.scripts ?? {});
  const calls = new RegExp(`^\\s*(?:npx\\s+)?${program}\\s`);
  return scripts.filter(([, script]) => typeof script === 'string' && calls.test(script)).map(([name, script]) => [name, splitCommand(script)]);
}

function suiteName(script: string): string {
  return script.replace(/[/\\]/g, '-');
}

function byHand(path: string, tool: ToolName): SkippedBenchmarks {
  return { path, what: `a ${tool} command`, why: `it needs a shell; add it as a suite with the tool ${tool} by hand` };
}
