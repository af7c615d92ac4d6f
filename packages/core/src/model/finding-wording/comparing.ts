import type { WordingOf } from './row.js';

/** Findings about comparisons, calibration and their machines. */
export interface ComparingArgs {
  /** Expired exception. */
  BNL018: { benchmark: string; expired: string };
  /** Time budget too small. */
  BNL027: { budget: string; needed: string };
  /** Measured at head only. */
  BNL028: { suite: string; because: string };
  /** Base and head are the same code. */
  BNL029: { commit: string };
  /** Profile of another machine. */
  BNL030: { profile: string; made: string; here: string };
  /** Calibration ended early. */
  BNL031: { measured: string; planned: string; budget: string };
  /** Baselines, and none in force. */
  BNL032: { folder: string };
  /** A report that was not measured in this folder, nor by this CI run. */
  BNL045: { project: string; measured: string };
  /** A report compared with itself. */
  BNL047: { baseline: string | null };
}

export const comparingWording: WordingOf<ComparingArgs> = {
  BNL018: {
    title: 'Expired exception',
    level: 'warning',
    say: ({ benchmark, expired }) => ({
      what: `The exception for ${benchmark} expired on ${expired} and no longer applies.`,
      why: 'Exceptions have an end, so that they do not hide regressions for ever.',
      fix: 'Remove it, or give it a new reason and date in a reviewed commit.',
    }),
  },
  BNL027: {
    title: 'Time budget too small',
    level: 'error',
    say: ({ budget, needed }) => ({
      what: `The time budget of ${budget} is too small: measuring both sides takes at least ${needed}.`,
      why: 'Fewer than ten rounds a side, or shorter ones, prove nothing; the tool\'s own time is already at its least.',
      fix: `Pass --time-budget "${needed}", or measure less (--filter, --suite).`,
    }),
  },
  BNL028: {
    title: 'Measured at head only',
    level: 'note',
    say: ({ suite, because }) => ({
      what: `Suite ${suite} is measured at head only: ${because}.`,
      why: 'Both sides are driven by head\'s configuration, which the base does not know yet.',
      fix: 'Nothing: its benchmarks count as new, and are compared from the next change on.',
    }),
  },
  BNL029: {
    title: 'Base and head are the same code',
    level: 'note',
    say: ({ commit }) => ({
      what: `Base and head are both commit ${commit}: the code is compared with itself.`,
      why: 'There is nothing between the two; whatever is flagged is a false alarm.',
      fix: 'Check out the branch to compare, or pass another ref to --against.',
    }),
  },
  BNL030: {
    title: 'Profile of another machine',
    level: 'warning',
    say: ({ profile, made, here }) => ({
      what: `Profile ${profile} was made on ${made}, and this is ${here}.`,
      why: 'It is used because it is named; the noise of another machine may be larger or smaller.',
      fix: 'Run benchline calibrate here, or name no profile: the one that fits is then found.',
    }),
  },
  BNL031: {
    title: 'Calibration ended early',
    level: 'warning',
    say: ({ measured, planned, budget }) => ({
      what: `${measured} of ${planned} comparisons fitted into the time budget of ${budget}.`,
      why: 'No comparison begins that would exceed the budget; with fewer than ten the noise floor is the default.',
      fix: 'Add more to the profile with benchline calibrate --append, or raise --time-budget.',
    }),
  },
  BNL032: {
    title: 'No baseline in force',
    level: 'warning',
    say: ({ folder }) => ({
      what: `${folder} has baselines, but none is in force: its current.json is missing or names none.`,
      why: 'Without it nothing is compared, and every benchmark counts as new.',
      fix: 'Restore current.json from git, or run benchline baseline restore ID; benchline baseline list shows the ids.',
    }),
  },
  BNL045: {
    title: 'Replayed measurement',
    level: 'note',
    say: ({ project, measured }) => ({
      what: `The report of ${project} was not measured by this run: it was measured ${measured}, and was restored from a cache or copied here.`,
      why: 'A task cache replays a result whose inputs are the same. It is the earlier measurement, not a second one, and says nothing about how this machine is now.',
      fix: 'To measure anew: nx run PROJECT:bench-compare --skip-nx-cache, turbo run bench-compare --force, or benchline bench and benchline compare.',
    }),
  },
  BNL047: {
    title: 'Compared with itself',
    level: 'note',
    say: ({ baseline }) => ({
      what: baseline === null ? 'Both sides are the same report.' : `This report is what was promoted as baseline ${baseline}: it is compared with itself.`,
      why: 'A measurement is never different from itself: "unchanged" is no evidence here.',
      fix: 'Measure again (benchline bench), then compare.',
    }),
  },
};
