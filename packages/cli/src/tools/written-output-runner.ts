import { basename, isAbsolute, join, resolve } from 'node:path';
import type { ToolName } from '@benchline/core/model';
import type { Files } from '../ports/files.js';
import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';
import type { OutputFile } from './output-file.js';
import { fillPlaceholders, hasPlaceholder, placeholderEnv, placeholderValues } from './placeholders.js';
import { findOutputFile } from './read-output-file.js';
import { requireProgram } from './require-program.js';
import { noFacts, type RoundPlace, type SuiteRun, type ToolRunner } from './tool-runner.js';

/** Runs any command and reads the tool's output from the files the suite names, from `{output}`, or else from standard output. */
export function writtenOutputRunner(tool: ToolName): ToolRunner {
  return {
    tool,
    traits: { start: null, install: null, filter: 'read', memory: 'none' },
    async prepare(run, world) {
      const command = requireCommand(run);
      requireProgram(command, { tool: `suite ${run.suite.name}`, install: 'Install it, or correct the first word of the suite\'s "command".' }, { run, world });
      const before = new Map<string, FileState | null>();
      return {
        facts: { ...noFacts, command },
        build: null,
        async plan({ folder }) {
          for (const path of outputPaths(run)) before.set(path, await readState(world.files, path));
          const values = placeholderValues(run.suite, join(folder, outputName(tool)));
          const [program, ...args] = fillPlaceholders(command, values) as [string, ...string[]];
          return { program, args, env: { ...placeholderEnv(values), ...run.suite.env } };
        },
        collect: async (place) => ({ files: await collectFiles({ world, run, place, before, command }), findings: [] }),
      };
    },
  };
}

/** Bench records are a JSON object a line; the name of any other output says nothing. */
function outputName(tool: ToolName): string {
  return tool === 'records' ? 'output.ndjson' : 'output.json';
}

function requireCommand({ suite }: SuiteRun): readonly string[] {
  if (suite.command !== null) return suite.command;
  const fix = `Set "command" to the program that writes output of ${suite.tool}, or use benchline ingest --tool ${suite.tool}.`;
  throw userError('BNL016', { problem: `Suite ${suite.name} has no command`, fix }, { suite: suite.name });
}

function outputPaths(run: SuiteRun): string[] {
  return run.suite.files.map((path) => (isAbsolute(path) ? path : resolve(run.folder, path)));
}

/** A file as it was before the run: what has not changed since is not this run's output. */
interface FileState {
  text: string;
  modifiedMs: number;
}

async function readState(files: Files, path: string): Promise<FileState | null> {
  if (!(await files.exists(path))) return null;
  return { text: await files.readText(path), modifiedMs: await modified(files, path) };
}

async function modified(files: Files, path: string): Promise<number> {
  const entries = await files.list(resolve(path, '..'));
  return entries.find(({ name }) => name === basename(path))?.modifiedMs ?? 0;
}

interface Collecting {
  world: World;
  run: SuiteRun;
  place: RoundPlace;
  before: ReadonlyMap<string, FileState | null>;
  command: readonly string[];
}

async function collectFiles({ world, run, place, before, command }: Collecting): Promise<OutputFile[]> {
  const shown = (name: string): string => `${place.shown}/${name}`;
  const placed = hasPlaceholder(command, 'output');
  const name = placed ? outputName(run.suite.tool) : 'stdout.txt';
  const written = placed || run.suite.files.length === 0 ? await findOutputFile(world.files, join(place.folder, name), shown(name)) : [];
  const found: OutputFile[] = [...written];
  for (const [index, path] of outputPaths(run).entries()) {
    const text = await readNew(world.files, path, before.get(path) ?? null);
    if (text === null) continue;
    const name = `${index + 1}-${basename(path)}`;
    await world.files.writeAtomically(join(place.folder, name), text);
    found.push({ path: shown(name), text });
  }
  return found;
}

/** What this run wrote: null if nothing, only the new lines where it appended (blank lines stand for the old ones, so that positions hold). */
async function readNew(files: Files, path: string, before: FileState | null): Promise<string | null> {
  if (!(await files.exists(path))) return null;
  const text = await files.readText(path);
  if (before === null) return text;
  if (text === before.text) return (await modified(files, path)) === before.modifiedMs ? null : text;
  if (!text.startsWith(before.text) || !before.text.endsWith('\n')) return text;
  return '\n'.repeat(before.text.split('\n').length - 1) + text.slice(before.text.length);
}
