import { basename, dirname, join } from 'node:path';

/** Where a command that runs pyperf takes its flags. */
export interface PyperfCommand {
  /** The number of words before our flags. */
  place: number;
  /** The commands that could be its Python, the likeliest first. */
  pythons: readonly (readonly string[])[];
}

const programs = /^(?:python|pypy)[\d.]*(?:\.exe)?$/;

/**
 * pyperf's own commands (`pyperf timeit`, `python -m pyperf command`, `pyperformance run`) take flags right behind their name, since a command to
 * measure may follow; a script takes them at its end, or before a `--`. null: neither is there.
 */
export function findPyperf(command: readonly string[]): PyperfCommand | null {
  const own = command.findIndex((word, at) => /^(?:pyperf|pyperformance)(?:\.exe)?$/.test(basename(word)) && /^(?:timeit|command|run)$/.test(command[at + 1] ?? ''));
  if (own !== -1) return { place: own + 2, pythons: pythonsOf(command, own) };
  const python = command.findIndex((word) => programs.test(basename(word)));
  const script = command.findIndex((word) => word.endsWith('.py'));
  if (python === -1 && script === -1) return null;
  const end = command.indexOf('--');
  return { place: end === -1 ? command.length : end, pythons: python === -1 ? pythonsOf(command, script) : [command.slice(0, python + 1)] };
}

function pythonsOf(command: readonly string[], at: number): string[][] {
  const before = command.slice(0, at);
  const word = command[at] as string;
  if (before.at(-1) === '-m') return [before.slice(0, -1)];
  if (basename(word) !== word && !word.endsWith('.py')) return [[...before, join(dirname(word), 'python')]];
  return ['python', 'python3'].map((name) => [...before, name]);
}
