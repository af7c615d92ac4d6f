import type { WordingOf } from './row.js';

/** Findings about objectives and the summary. */
export interface ObjectivesArgs {
  /** Objective violated. */
  BNL005: { objective: string; observed: string; limit: string };
  /** Objective matches nothing. */
  BNL017: { objective: string };
  /** Summary entry matches nothing. */
  BNL023: { label: string };
  /** Objectives of other host classes. */
  BNL041: { objectives: string; host: string };
  /** Close to a limit. */
  BNL042: { objectives: string };
  /** A limit set by the environment. */
  BNL043: { variable: string; objective: string; limit: string; configured: string };
}

export const objectivesWording: WordingOf<ObjectivesArgs> = {
  BNL005: {
    title: 'Objective violated',
    level: 'error',
    say: ({ objective, observed, limit }) => ({
      what: `${objective}: ${observed} misses the limit ${limit}.`,
      why: 'The observed value lies beyond the limit and its tolerance band.',
      fix: 'Make it faster, or change the objective, in the config or in its spec, in a reviewed commit.',
    }),
  },
  BNL017: {
    title: 'Objective matches nothing',
    level: 'error',
    say: ({ objective }) => ({
      what: `Objective ${objective} matches no measured benchmark and metric.`,
      why: 'An objective that checks nothing would pass for ever.',
      fix: 'Correct its pattern or metric, or remove it.',
    }),
  },
  BNL023: {
    title: 'Summary entry matches nothing',
    level: 'warning',
    say: ({ label }) => ({
      what: `Summary entry ${label} matches no measured benchmark and metric.`,
      why: 'Its value is left out of the summary.',
      fix: 'Correct its pattern, metric or unit.',
    }),
  },
  BNL041: {
    title: 'Objectives of other host classes',
    level: 'note',
    say: ({ objectives, host }) => ({
      what: `Not checked here: ${objectives}; the report was measured on ${host}.`,
      why: 'Their "hostClass" names other machines, whose limits say nothing of this one.',
      fix: 'Nothing, if that is meant; else set BENCHLINE_HOST_CLASS where it was measured, or correct "hostClass".',
    }),
  },
  BNL042: {
    title: 'Close to a limit',
    level: 'warning',
    say: ({ objectives }) => ({
      what: `Close to the limit: ${objectives}.`,
      why: 'They hold, but noise or one small slowdown may be enough to miss them.',
      fix: 'Look at what grew last; "near" of the objective says how close is too close, and 0 switches this off.',
    }),
  },
  BNL043: {
    title: 'Limit set by the environment',
    level: 'warning',
    say: ({ variable, objective, limit, configured }) => ({
      what: `${variable} sets the limit of ${objective} to ${limit}; configured is ${configured}.`,
      why: 'The environment stands above the config; whoever reads the verdict must know that another limit held.',
      fix: 'Unset the variable to judge by the config; to keep the limit, write it into the config in a reviewed commit.',
    }),
  },
};
