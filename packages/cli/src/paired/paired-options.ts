import type { LoadedConfig } from '../config/load-config.js';
import { applyKnobs, chooseSuites, type Knobs } from '../measure/knobs.js';
import { parsePositiveDuration } from '../measure/knob-values.js';
import { userError } from '../user-error.js';
import type { PairedRequest } from './compare-against.js';
import type { ControlMode } from './time-plan.js';

/** What the command line says about a paired run. */
export interface PairedOptions extends Pick<Knobs, 'filter'> {
  against: string;
  timeBudget?: string;
  control?: string;
  seed?: string;
  suite?: readonly string[];
}

const modes: readonly ControlMode[] = ['full', 'sample', 'off'];

/** A flag counts more than the config. BNL016 for what makes no sense. */
export function readPairedOptions(options: PairedOptions, loaded: LoadedConfig): Omit<PairedRequest, 'loaded'> {
  const { against, timeBudget, control, seed, suite } = options;
  const { paired } = loaded.config;
  const mode = control === undefined ? paired.control : modes.find((each) => each === control);
  if (mode === undefined) throw userError('BNL016', { problem: `--control ${control ?? ''} is none of ${modes.join(', ')}`, fix: 'Write --control sample, or leave it out.' });
  if (seed === '') throw userError('BNL016', { problem: '--seed is empty', fix: 'Leave --seed out, or give it a value.' });
  return {
    against,
    suites: chooseSuites(loaded, suite ?? []).map((each) => applyKnobs(each, options.filter === undefined ? {} : { filter: options.filter })),
    budgetMs: timeBudget === undefined ? paired.timeBudgetMs : parsePositiveDuration('--time-budget', timeBudget),
    control: mode,
    seed: seed ?? null,
  };
}
