import { resolve } from 'node:path';
import { BLOCK_SIZE } from '@benchline/core/judge';
import type { Host, SuiteConfig } from '@benchline/core/model';
import type { ProjectOptions } from '../command-definition.js';
import type { LoadedConfig } from '../config/load-config.js';
import { profilePlaces, type ProfilePlace } from '../config/profile-places.js';
import { applyKnobs, chooseSuites } from '../measure/knobs.js';
import { parsePositiveDuration, parseWhole } from '../measure/knob-values.js';
import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';

/** What the command line says about a calibration. */
export interface CalibrateOptions extends ProjectOptions {
  /** Comparisons of the code with itself. */
  runs?: string | number;
  /** Rounds a side of each. */
  rounds?: string | number;
  timeBudget?: string;
  suite?: readonly string[];
  filter?: string;
  name?: string;
  /** Into the user's config folder. */
  local?: boolean;
  /** Into this folder. */
  output?: string;
  overwrite?: boolean;
  append?: boolean;
  /** Shows the profiles there are; measures and writes nothing. */
  list?: boolean;
}

export interface CalibrationRequest {
  loaded: LoadedConfig;
  /** With this run's filter applied. */
  suites: readonly SuiteConfig[];
  runs: number;
  /** null: what an earlier profile has, else the usual. */
  rounds: number | null;
  /** null: no limit. */
  budgetMs: number | null;
  name: string;
  place: ProfilePlace;
  /** What happens to a profile that exists already. */
  existing: 'refuse' | 'overwrite' | 'append';
}

/** Comparisons from which on a floor is a benchmark's own, and the rounds of paired mode's first look. */
const usualRuns = 10;
export const usualRounds = 10;

/** BNL016 for what makes no sense. */
export async function readCalibrateOptions(options: CalibrateOptions, loaded: LoadedConfig, world: World): Promise<CalibrationRequest> {
  const { runs, rounds, timeBudget, suite, filter, overwrite, append } = options;
  if (overwrite && append) throw userError('BNL016', { problem: '--overwrite and --append exclude each other', fix: '--append adds comparisons to the profile, --overwrite replaces it.' });
  return {
    loaded,
    suites: chooseSuites(loaded, suite ?? []).map((each) => applyKnobs(each, filter === undefined ? {} : { filter })),
    runs: runs === undefined ? usualRuns : parseWhole('--runs', runs, 1000),
    rounds: rounds === undefined ? null : parseRounds(rounds),
    budgetMs: timeBudget === undefined ? null : parsePositiveDuration('--time-budget', timeBudget),
    name: options.name === undefined ? usualName(loaded, await world.host.facts()) : parseName(options.name),
    place: choosePlace(options, loaded, world),
    existing: overwrite ? 'overwrite' : append ? 'append' : 'refuse',
  };
}

function parseRounds(written: string | number): number {
  const rounds = parseWhole('--rounds', written, 1000);
  if (rounds % BLOCK_SIZE !== 0) throw userError('BNL016', { problem: `--rounds ${rounds} is no multiple of ${BLOCK_SIZE}`, fix: `Rounds are measured in blocks of ${BLOCK_SIZE} a side: write for instance --rounds ${BLOCK_SIZE * Math.ceil(rounds / BLOCK_SIZE)}.` });
  return rounds;
}

function parseName(name: string): string {
  if (/^[A-Za-z0-9._-]{1,128}$/.test(name)) return name;
  throw userError('BNL016', { problem: `--name "${name}" is no name of a profile`, fix: 'Use letters, digits, dots, dashes and underscores.' });
}

/** The name that the configuration asks for, else the declared host class, else the machine's fingerprint. */
function usualName({ config: { profile, hostClass } }: LoadedConfig, { fingerprint }: Pick<Host, 'fingerprint'>): string {
  return profile ?? (hostClass?.replace(/[^A-Za-z0-9._-]/g, '-').slice(0, 128) || fingerprint);
}

/** A flag, else BENCHLINE_PROFILE_DIR, else the repository. */
export function choosePlace({ local, output }: Pick<CalibrateOptions, 'local' | 'output'>, { workspaceRoot }: LoadedConfig, world: World): ProfilePlace {
  if (local && output !== undefined) throw userError('BNL016', { problem: '--local and --output exclude each other', fix: 'Leave one of them out.' });
  if (output === '') throw userError('BNL016', { problem: '--output is empty', fix: 'Name a folder, or leave it out.' });
  if (output !== undefined) return { kind: 'folder', folder: resolve(world.cwd, output) };
  const places = profilePlaces(world, workspaceRoot);
  const wanted = local ? ['local'] : ['folder', 'repository'];
  return places.find(({ kind }) => wanted.includes(kind)) as ProfilePlace;
}
