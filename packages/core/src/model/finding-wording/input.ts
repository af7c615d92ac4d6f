import type { WordingOf } from './row.js';

/** Findings about what is read, written and asked for. */
export interface InputArgs {
  /** Output that could not be parsed. */
  BNL002: { tool: string; problem: string };
  /** Schema violation. */
  BNL003: { artefact: string; expected: string; found: string };
  /** File missing. */
  BNL008: { path: string; purpose: string };
  /** Input beyond the limits. */
  BNL012: { limit: string; found: string };
  /** File could not be read or written. */
  BNL015: { operation: string; path: string; problem: string };
  /** Bad option. */
  BNL016: { problem: string; fix: string };
  /** Interrupted. */
  BNL021: { signal: string };
  /** Git fails. */
  BNL022: { problem: string; fix: string };
  /** A fault in Benchline itself. */
  BNL024: { problem: string };
  /** Setting without effect. */
  BNL025: { setting: string; tool: string; instead: string };
  /** Left out of an export. */
  BNL035: { left: string; format: string; because: string };
  /** Left out of an import. */
  BNL044: { left: string; because: string; fix: string };
}

export const inputWording: WordingOf<InputArgs> = {
  BNL002: {
    title: 'Output could not be parsed',
    level: 'error',
    say: ({ tool, problem }) => ({
      what: `Output of ${tool} could not be parsed: ${problem}.`,
      why: 'Numbers that cannot be read with certainty are not guessed.',
      fix: 'Look at the file or line named; check that the suite names the right tool.',
    }),
  },
  BNL003: {
    title: 'Schema violation',
    level: 'error',
    say: ({ artefact, expected, found }) => ({
      what: `Not a valid ${artefact}: expected ${expected}, found ${found}.`,
      why: 'Every artefact is checked against its schema when it is written and when it is read.',
      fix: 'Correct the place named, or make the file again.',
    }),
  },
  BNL008: {
    title: 'File missing',
    level: 'error',
    say: ({ path, purpose }) => ({
      what: `${path} is missing.`,
      why: `It is needed as ${purpose}.`,
      fix: 'Check the path; run the command that makes the file first.',
    }),
  },
  BNL012: {
    title: 'Input beyond the limits',
    level: 'error',
    say: ({ limit, found }) => ({
      what: `Input beyond the limits: at most ${limit}, found ${found}.`,
      why: 'Size, depth and numbers are limited before anything else looks at the input.',
      fix: 'Check that this is the file you mean; split it if it is.',
    }),
  },
  BNL015: {
    title: 'File could not be read or written',
    level: 'error',
    say: ({ operation, path, problem }) => ({
      what: `Could not ${operation} ${path}: ${problem}.`,
      why: 'The file system refused.',
      fix: 'Check the path, its permissions and the free space.',
    }),
  },
  BNL016: {
    title: 'Bad option',
    level: 'error',
    say: ({ problem, fix }) => ({ what: `${problem}.`, why: 'The command line or the configuration asks for something that cannot be.', fix }),
  },
  BNL021: {
    title: 'Interrupted',
    level: 'error',
    say: ({ signal }) => ({
      what: `Interrupted by ${signal}.`,
      why: 'The run did not finish; the last good report is untouched.',
      fix: 'Run the command again.',
    }),
  },
  BNL022: {
    title: 'Git',
    level: 'error',
    say: ({ problem, fix }) => ({ what: `${problem}.`, why: 'What is asked for needs the repository\'s history.', fix }),
  },
  BNL024: {
    title: 'Internal error',
    level: 'error',
    say: ({ problem }) => ({
      what: `Benchline failed: ${problem}.`,
      why: 'This is a fault in Benchline, not in what you wrote.',
      fix: 'Please report it with the command you ran; BENCHLINE_DEBUG=1 prints the stack.',
    }),
  },
  BNL025: {
    title: 'Setting without effect',
    level: 'note',
    say: ({ setting, tool, instead }) => ({
      what: `"${setting}" has no effect on ${tool}.`,
      why: `${tool} has no setting of this kind.`,
      fix: `Use ${instead}.`,
    }),
  },
  BNL035: {
    title: 'Left out of an export',
    level: 'warning',
    say: ({ left, format, because }) => ({
      what: `Not in the ${format} export: ${left}, because ${because}.`,
      why: 'The format has no place for it, and nothing is made up to fill one.',
      fix: 'Take another format (benchfmt and csv hold most), or the report itself.',
    }),
  },
  BNL044: {
    title: 'Left out of an import',
    level: 'warning',
    say: ({ left, because, fix }) => ({
      what: `Not imported: ${left}: ${because}.`,
      why: 'What has no certain meaning as an objective is not guessed.',
      fix,
    }),
  },
};
