import { basename, dirname, join } from 'node:path';

/** A command that calls pytest, in its parts. */
export interface PytestCommand {
  /** Up to pytest itself: ["uv", "run", "pytest"], ["python", "-m", "pytest"]. */
  start: readonly string[];
  words: readonly string[];
  /** The commands that could be its Python, the likeliest first. */
  pythons: readonly (readonly string[])[];
}

/** null: pytest is called by another program, a script or tox. */
export function splitPytest(command: readonly string[]): PytestCommand | null {
  const at = command.findIndex((word, index) => /^(?:pytest|py\.test)(?:\.exe)?$/.test(basename(word)) && command[index - 1] !== '-p');
  if (at === -1) return null;
  return { start: command.slice(0, at + 1), words: command.slice(at + 1), pythons: pythonsOf(command.slice(0, at), command[at] as string) };
}

function pythonsOf(before: readonly string[], pytest: string): string[][] {
  if (before.at(-1) === '-m') return [before.slice(0, -1)];
  if (basename(pytest) !== pytest) return [[...before, join(dirname(pytest), 'python')]];
  return ['python', 'python3'].map((name) => [...before, name]);
}
