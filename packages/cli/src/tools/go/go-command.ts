import { basename } from 'node:path';

/** A command that calls go test, in its parts. */
export interface GoTest {
  /** Up to `test`: ["taskset", "-c", "1", "go", "test"]. */
  start: readonly string[];
  program: string;
  /** Flags and packages. */
  words: readonly string[];
  /** From -args on: what the test program itself is given. */
  rest: readonly string[];
}

/** null: the command calls go test by another program, a script or make. */
export function splitGoTest(command: readonly string[]): GoTest | null {
  const go = command.findIndex((word) => /^go(?:\d[\w.]*)?(?:\.exe)?$/.test(basename(word)));
  const test = command.indexOf('test', go + 1);
  if (go === -1 || test === -1) return null;
  const after = command.slice(test + 1);
  const args = after.findIndex((word) => /^--?args$/.test(word));
  const end = args === -1 ? after.length : args;
  return { start: command.slice(0, test + 1), program: command[go] as string, words: after.slice(0, end), rest: after.slice(end) };
}

/** Go takes a flag with one dash or two, and those of the test program with `test.` before them. */
function isFlag(word: string, name: string): boolean {
  return new RegExp(`^--?(?:test\\.)?${name}(?:=|$)`).test(word);
}

export function hasFlag(words: readonly string[], ...names: readonly string[]): boolean {
  return words.some((word) => names.some((name) => isFlag(word, name)));
}

/** The words without a flag that takes a value, however it is written. */
export function withoutFlag(words: readonly string[], name: string): string[] {
  return words.filter((word, at) => !isFlag(word, name) && !(at > 0 && isFlag(words[at - 1] as string, name) && !(words[at - 1] as string).includes('=')));
}
