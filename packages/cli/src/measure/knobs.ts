import type { Command } from 'commander';
import type { SuiteConfig } from '@benchline/core/model';
import type { LoadedConfig } from '../config/load-config.js';
import { userError } from '../user-error.js';
import { parsePositiveDuration, parseWhole } from './knob-values.js';

/** What a run may change of every suite it measures. Numbers may come as text from a command line. */
export interface Knobs {
  filter?: string;
  dataset?: string;
  threads?: string | number;
  rounds?: string | number;
  /** Limit of one process, for instance "90 s". */
  timeout?: string;
  seed?: string;
  /** Of performance specs: "perf,!slow". */
  tags?: string;
}

export function declareKnobs(command: Command): void {
  command
    .option('--filter <regex>', 'measure only benchmarks whose id matches')
    .option('--dataset <name>', 'replaces {dataset} in the suites\' commands')
    .option('--threads <n>', 'replaces {threads} in the suites\' commands')
    .option('--rounds <n>', 'processes started for each suite')
    .option('--timeout <time>', 'limit of one process, default "30 min"')
    .option('--seed <text>', 'replaces {seed} in the suites\' commands')
    .option('--tags <tags>', 'performance specs: those with one of these tags and none behind !, for instance perf,!slow');
}

/** A suite as this run measures it. */
export function applyKnobs(suite: SuiteConfig, knobs: Knobs): SuiteConfig {
  return {
    ...suite,
    filter: nonEmpty('--filter', knobs.filter) ?? suite.filter,
    dataset: nonEmpty('--dataset', knobs.dataset) ?? suite.dataset,
    seed: nonEmpty('--seed', knobs.seed) ?? suite.seed,
    tags: nonEmpty('--tags', knobs.tags) ?? suite.tags,
    threads: knobs.threads === undefined ? suite.threads : parseWhole('--threads', knobs.threads, 4096),
    rounds: knobs.rounds === undefined ? suite.rounds : parseWhole('--rounds', knobs.rounds, 1000),
    timeoutMs: knobs.timeout === undefined ? suite.timeoutMs : parsePositiveDuration('--timeout', knobs.timeout),
  };
}

function nonEmpty(option: string, text: string | undefined): string | undefined {
  if (text === '') throw userError('BNL016', { problem: `${option} is empty`, fix: `Leave ${option} out, or give it a value.` });
  return text;
}

/** The suites named, in the config's order; all where none is. BNL016 for a name no suite has. */
export function chooseSuites({ config, configFile }: Pick<LoadedConfig, 'config' | 'configFile'>, names: readonly string[]): SuiteConfig[] {
  const where = configFile === null ? {} : { file: configFile };
  if (config.suites.length === 0) throw userError('BNL016', { problem: 'No suite is configured', fix: 'Add one to "suites" of benchline.json, or run benchline init.' }, where);
  const known = config.suites.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw userError('BNL016', { problem: `There is no suite ${unknown}`, fix: `The suites are: ${known.join(', ')}.` }, where);
  return names.length === 0 ? config.suites : config.suites.filter(({ name }) => names.includes(name));
}
