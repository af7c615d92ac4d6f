import { dirname } from 'node:path';
import { ESTIMATES_FOR_FLOOR } from '@benchline/core/judge';
import type { ExitCode } from '@benchline/core/model';
import { renderBlindThresholds, renderCalibration, renderFindings, renderProfileList } from '@benchline/core/render';
import { calibrateProject, listKnownProfiles, readCalibrateOptions, shownPath, type CalibrateOptions, type Calibration } from '../calibrate/index.js';
import { declareProjectOptions, type CommandDefinition, type CommandResult } from '../command-definition.js';
import { loadConfig, type LoadedConfig } from '../config/load-config.js';
import { profilePlaces } from '../config/profile-places.js';
import { textOptions } from '../govern/text-options.js';
import { refuseToMeasure } from '../measure/may-measure.js';
import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';

/** Measures this machine's noise and writes a profile, or lists the profiles there are. Exit 4 where a benchmark failed: its noise is unknown. */
export async function runCalibrate(options: CalibrateOptions, world: World): Promise<CommandResult> {
  const loaded = await loadConfig(world, options);
  if (options.list) return list(options, loaded, world);
  refuseToMeasure(world, loaded.config.project);
  const calibration = await calibrateProject(await readCalibrateOptions(options, loaded, world), world);
  const { profile, path, blind, failed, findings } = calibration;
  return { exitCode: exitCodeOf(calibration), json: { path, profile, cannotBeSeen: blind, failed, findings }, text: textOf(calibration, loaded, world) };
}

async function list(options: CalibrateOptions, loaded: LoadedConfig, world: World): Promise<CommandResult> {
  if (options.overwrite || options.append) throw userError('BNL016', { problem: '--list changes nothing', fix: 'Leave --overwrite and --append out, or leave --list out.' });
  const { profiles, places, findings } = await listKnownProfiles(options, loaded, world);
  const rows = profiles.map(({ profile: { name, project, createdAt, host, rounds, benchmarks }, place, path, fits, used }) => ({ name, project, place, path, createdAt, host, rounds, benchmarks: benchmarks.length, fits, used }));
  const shown = textOptions(world);
  return { exitCode: 0, json: { profiles: rows, places, findings }, text: [renderProfileList(profiles, places, shown), renderFindings(findings, shown)].join('') };
}

function exitCodeOf({ failed, findings }: Calibration): ExitCode {
  if (failed.length > 0) return 4;
  return findings.some(({ level }) => level === 'error') ? 2 : 0;
}

function textOf({ profile, path, blind, failed, findings }: Calibration, { workspaceRoot }: LoadedConfig, world: World): string {
  const shown = textOptions(world);
  const found = profilePlaces(world, workspaceRoot).some(({ folder }) => folder === dirname(dirname(path)));
  return [
    renderCalibration(profile, { ...shown, comparisonsForFloor: ESTIMATES_FOR_FLOOR }),
    '\n',
    renderBlindThresholds(blind, shown),
    ...(blind.length > 0 ? ['\n'] : []),
    ...(failed.length > 0 ? [`Failed, and not in the profile: ${failed.join(', ')}.\n`] : []),
    renderFindings(findings, shown),
    `Written: ${shownPath(world, path)}${found ? '' : ' (comparisons look there if BENCHLINE_PROFILE_DIR names the folder)'}\n`,
  ].join('');
}

export const calibrateCommand: CommandDefinition<CalibrateOptions> = {
  name: 'calibrate',
  summary: 'measure this machine\'s noise: floors and thresholds that it can hold',
  examples: [
    { line: 'benchline calibrate', does: 'ten comparisons of the code with itself, into profiles/' },
    { line: 'benchline calibrate --append --runs 10', does: 'ten more, into the same profile' },
    { line: 'benchline calibrate --list', does: 'the profiles there are, and which is in use here' },
  ],
  declare(command) {
    command
      .option('--runs <n>', 'comparisons of the code with itself, default 10: fewer leave the noise floor at 1 %')
      .option('--rounds <n>', 'rounds a side of each, in blocks of 5, default 10')
      .option('--time-budget <time>', 'begin no comparison that would exceed this measuring time, for instance "30 min"')
      .option('--suite <name...>', 'these suites only')
      .option('--filter <regex>', 'only benchmarks whose id matches')
      .option('--name <name>', 'of the profile, default: the configured one, the host class, or the machine\'s fingerprint')
      .option('--local', 'write into your own config folder instead of the repository\'s profiles/')
      .option('--output <folder>', 'write into this folder; BENCHLINE_PROFILE_DIR does the same')
      .option('--overwrite', 'replace a profile of this name')
      .option('--append', 'add to a profile of this name')
      .option('--list', 'show the profiles there are; measure nothing');
    declareProjectOptions(command);
  },
  run: ({ options }, world) => runCalibrate(options, world),
};
