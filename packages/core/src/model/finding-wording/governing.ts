import type { WordingOf } from './row.js';

/** Findings about promotion and audit. */
export interface GoverningArgs {
  /** Promotion refused or failed. */
  BNL006: { problem: string };
  /** Audit package failed. */
  BNL007: { problem: string };
}

export const governingWording: WordingOf<GoverningArgs> = {
  BNL006: {
    title: 'Promotion refused or failed',
    level: 'error',
    say: ({ problem }) => ({
      what: `Nothing was promoted: ${problem}.`,
      why: 'A baseline must be worth comparing with; every criterion has to hold.',
      fix: 'Settle what is named and promote again; --dry-run shows every criterion.',
    }),
  },
  BNL007: {
    title: 'Audit package failed',
    level: 'error',
    say: ({ problem }) => ({
      what: `Audit package: ${problem}.`,
      why: 'A package proves something only if every file, digest and verdict agrees.',
      fix: 'Create the package anew from the artefacts; do not edit it by hand.',
    }),
  },
};
