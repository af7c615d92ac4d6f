import type { WordingOf } from './row.js';

/** Findings about forges and results that are not trusted. */
export interface PublishingArgs {
  /** Forge authentication. */
  BNL004: { forge: string; problem: string; fix: string };
  /** Comment or check not published. */
  BNL058: { forge: string; what: string; because: string; fix: string };
  /** Forge unreachable. */
  BNL059: { forge: string; problem: string };
  /** Untrusted result refused. */
  BNL060: { problem: string };
}

export const publishingWording: WordingOf<PublishingArgs> = {
  BNL004: {
    title: 'Forge authentication',
    level: 'error',
    say: ({ forge, problem, fix }) => ({
      what: `${forge} refused the credentials: ${problem}.`,
      why: 'The token is missing, expired, revoked, or another forge\'s.',
      fix,
    }),
  },
  BNL058: {
    title: 'Not published',
    level: 'warning',
    say: ({ forge, what, because, fix }) => ({
      what: `No ${what} on ${forge}: ${because}.`,
      why: 'The verdict and the exit code are what they are without it; the job summary has the same text.',
      fix,
    }),
  },
  BNL059: {
    title: 'Forge unreachable',
    level: 'error',
    say: ({ forge, problem }) => ({
      what: `${forge} could not be reached: ${problem}.`,
      why: 'It was asked several times; nothing tells whether what was sent last has arrived.',
      fix: 'Run the job again; a comment that did arrive is found and updated, never doubled.',
    }),
  },
  BNL060: {
    title: 'Untrusted result refused',
    level: 'error',
    say: ({ problem }) => ({
      what: `A result that was handed over by an untrusted run was refused: ${problem}.`,
      why: 'Whoever opened the pull request made it, so it is used only if it is exactly what is expected.',
      fix: 'Look at the run that made it; nothing was published.',
    }),
  },
};
