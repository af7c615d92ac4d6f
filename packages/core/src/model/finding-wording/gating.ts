import type { WordingOf } from './row.js';

/** Findings about all projects judged together. */
export interface GatingArgs {
  /** Two results for one project. */
  BNL038: { project: string; first: string; second: string };
  /** A result of other code than what is checked out. */
  BNL039: { project: string; because: string };
  /** A project that had to report did not. */
  BNL040: { project: string; because: string };
  /** A policy looser than at the policy ref. */
  BNL050: { project: string; changes: string; ref: string };
  /** A change of policy that the stored result cannot be judged again for. */
  BNL051: { project: string; change: string; ref: string };
  /** Another baseline than at the policy ref. */
  BNL052: { project: string; used: string; expected: string; ref: string };
  /** An accepted regression that does nothing. */
  BNL053: { entry: string; problem: string };
  /** The policy was read from the working tree. */
  BNL054: { because: string };
  /** Affected projects cannot be told. */
  BNL055: { because: string };
  /** A project or suite that the policy ref has and this tree has not. */
  BNL056: { removed: string; ref: string };
}

export const gatingWording: WordingOf<GatingArgs> = {
  BNL038: {
    title: 'Two results for one project',
    level: 'error',
    say: ({ project, first, second }) => ({
      what: `Project ${project} has two results: ${first} and ${second}.`,
      why: 'Nobody could tell which one counts, so neither is used.',
      fix: 'Remove the one that is out of date, name the folders to judge, or give the projects names of their own.',
    }),
  },
  BNL039: {
    title: 'Stale result',
    level: 'warning',
    say: ({ project, because }) => ({
      what: `The result of ${project} is stale: ${because}.`,
      why: 'It may say nothing of the code that is checked out.',
      fix: 'Measure and compare again at this commit.',
    }),
  },
  BNL040: {
    title: 'Project did not report',
    level: 'error',
    say: ({ project, because }) => ({
      what: `There is nothing to judge of project ${project}: ${because}.`,
      why: 'What is missing is not a pass: its benchmarks may have become slower unseen.',
      fix: 'Run benchline compare or benchline slo in it; where only affected projects run, pass --affected-only.',
    }),
  },
  BNL050: {
    title: 'Looser policy',
    level: 'warning',
    say: ({ project, changes, ref }) => ({
      what: `The policy of ${project} is looser than at ${ref}: ${changes}.`,
      why: `Nobody loosens their own gate: its results were judged by the policy at ${ref}, and by their own where that is stricter.`,
      fix: 'Nothing, if the change is meant: it holds from the commit that brings it to the default branch on.',
    }),
  },
  BNL051: {
    title: 'Policy that a stored result cannot be judged by',
    level: 'error',
    say: ({ project, change, ref }) => ({
      what: `The results of ${project} cannot be judged by the policy at ${ref}: ${change}.`,
      why: 'Nobody loosens their own gate, and what the result holds does not tell what that policy would have said.',
      fix: `Compare with the policy at ${ref} (benchline compare --policy-ref), or change the policy by itself first.`,
    }),
  },
  BNL052: {
    title: 'Another baseline than the reviewed one',
    level: 'error',
    say: ({ project, used, expected, ref }) => ({
      what: `${project} was compared with ${used}; at ${ref} the baseline is ${expected}.`,
      why: 'A change that brings its own baseline would be compared with itself.',
      fix: `Compare with the baseline at ${ref} (benchline compare --policy-ref), and promote on the default branch.`,
    }),
  },
  BNL053: {
    title: 'Accepted regression without effect',
    level: 'warning',
    say: ({ entry, problem }) => ({
      what: `The accepted regression ${entry} ${problem}.`,
      why: 'What stays in the list unseen hides the next slowdown.',
      fix: 'Remove the entry, or renew it with a reason and a day.',
    }),
  },
  BNL054: {
    title: 'Policy of the working tree',
    level: 'warning',
    say: ({ because }) => ({
      what: `The policy was read from the working tree: ${because}.`,
      why: 'A change can loosen its own gate there.',
      fix: 'Fetch the whole history (fetch-depth: 0), or name the commit: --policy-ref origin/main.',
    }),
  },
  BNL055: {
    title: 'Affected projects unknown',
    level: 'warning',
    say: ({ because }) => ({
      what: `Which projects the change affects cannot be told: ${because}. Every project with a config had to report.`,
      why: 'Changed folders alone do not say what depends on them.',
      fix: 'Install the workspace\'s Nx or Turborepo and fetch the whole history (fetch-depth: 0), or leave --affected out.',
    }),
  },
  BNL056: {
    title: 'Removed from the gate',
    level: 'warning',
    say: ({ removed, ref }) => ({
      what: `At ${ref} there is ${removed}, and here it is no more.`,
      why: 'What is not measured cannot become slower in anybody\'s sight.',
      fix: 'Make sure that the removal is meant; restore it otherwise.',
    }),
  },
};
