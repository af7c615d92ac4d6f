import { asArray, field } from '../fields.js';

/** The runs of one command as hyperfine told them, unchecked; seconds and bytes. */
export interface HyperfineRuns {
  times: readonly unknown[];
  exitCodes: readonly unknown[];
  user: readonly unknown[];
  system: readonly unknown[];
  memory: readonly unknown[];
  /** 1.x tells CPU times only as means over all runs: one value each. */
  cpuTimesAreMeans: boolean;
}

/** Brings a result of output version 1 or 2 into one shape. What is absent is an empty list. */
export function hyperfineRunsOf(result: unknown, version: 1 | 2): HyperfineRuns {
  return version === 1 ? runsOfVersion1(result) : runsOfVersion2(result);
}

function runsOfVersion1(result: unknown): HyperfineRuns {
  const list = (key: string): readonly unknown[] => asArray(field(result, key)) ?? [];
  return {
    times: list('times'),
    exitCodes: list('exit_codes'),
    user: [field(result, 'user')],
    system: [field(result, 'system')],
    memory: list('memory_usage_byte'),
    cpuTimesAreMeans: true,
  };
}

function runsOfVersion2(result: unknown): HyperfineRuns {
  const measurements = asArray(field(result, 'measurements')) ?? [];
  // A unit that is not the one known makes the value unusable rather than wrong by a factor.
  const list = (key: string, unit: string): unknown[] =>
    measurements.map((measurement) => field(field(measurement, key), 'unit') === unit ? field(field(measurement, key), 'value') : undefined);
  return {
    times: list('time_wall_clock', 'second'),
    exitCodes: measurements.map((measurement) => field(measurement, 'exit_code')),
    user: list('time_user', 'second'),
    system: list('time_system', 'second'),
    memory: list('memory_peak_resident', 'byte'),
    cpuTimesAreMeans: false,
  };
}
