import type { SourceFile } from '../parsed.js';

/** A test that failed, as the end of pytest's output names it. */
export interface PytestFailure {
  /** Relative to the folder pytest ran in, while the JSON names tests from pytest's root; with the reason behind it, where it was told. */
  line: string;
  file: string;
  lineNumber: number;
}

const heading = /^=+ short test summary info =+$/;

/** Whether a file is the console output of pytest. */
export function isPytestLog({ text }: SourceFile): boolean {
  // Quick where it is a long file of results.
  if (!text.includes(' test session starts =') && !text.includes(' short test summary info =')) return false;
  return /^=+ (?:test session starts|short test summary info) =+$/m.test(text);
}

/** The lines FAILED and ERROR of the summary. */
export function readPytestFailures({ path, text }: SourceFile): PytestFailure[] {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const start = lines.findLastIndex((line) => heading.test(line));
  return lines.flatMap((line, index) => {
    const told = start === -1 || index < start ? null : /^(?:FAILED|ERROR) (\S.*)$/.exec(line);
    return told?.[1] === undefined ? [] : { line: told[1], file: path, lineNumber: index + 1 };
  });
}

/** Whether the line names this test, however much of the path it has. */
export function namesTest({ line }: PytestFailure, fullname: string): boolean {
  const name = [line, ...beginnings(line)].find((part) => part === fullname || fullname.endsWith(`/${part}`) || part.endsWith(`/${fullname}`));
  return name !== undefined;
}

/** Test and reason of a line that names no test of the JSON; parameters may have the separator in them, which then ends in a bracket. */
export function splitFailure({ line }: PytestFailure): { test: string; reason: string } {
  const [test = line] = beginnings(line).filter((part) => !part.includes('[') || part.endsWith(']'));
  return { test, reason: line.slice(test.length).replace(/^ - /, '') || 'it failed' };
}

/** What could be the test: all up to one of the separators. */
function beginnings(line: string): string[] {
  return [...line.matchAll(/ - /g)].map(({ index }) => line.slice(0, index));
}
