import { formatShare, type Profile } from '../model/index.js';
import { escapeTerminal } from './escape.js';
import { createPalette, type TextOptions } from './palette.js';
import { createRowName } from './row-text.js';
import { layoutTable, type Cell, type Column } from './table.js';

const columnsOfTable: readonly Column[] = [
  { head: 'benchmark', align: 'left', shrinks: true },
  { head: 'metric', align: 'left' },
  { head: 'spread', align: 'right' },
  { head: 'noise floor', align: 'right' },
  { head: 'detectable', align: 'right' },
  { head: 'warn', align: 'right' },
  { head: 'fail', align: 'right' },
];

export interface CalibrationTextOptions extends TextOptions {
  /** Comparisons from which on a floor is a benchmark's own; before, it is the default. */
  comparisonsForFloor: number;
}

/** What calibration found: per benchmark the spread between rounds, the noise floor, what can be detected, and limits that fit. */
export function renderCalibration(profile: Profile, { color, columns, comparisonsForFloor }: CalibrationTextOptions): string {
  const paint = createPalette(color);
  const nameOf = createRowName(profile.benchmarks);
  const cells = profile.benchmarks.map((row): Cell[] => {
    const shares = [row.cv, row.floor, row.detectable, row.suggested.warn, row.suggested.fail].map((share) => ({ text: formatShare(Number(share.toPrecision(2))) }));
    return [{ text: escapeTerminal(nameOf(row)) }, { text: escapeTerminal(row.metric) }, ...shares];
  });
  const [head = '', ...lines] = layoutTable(columnsOfTable, cells, columns);
  const { host, rounds, name, project } = profile;
  const runs = profile.benchmarks.reduce((most, { nullEstimates }) => Math.max(most, nullEstimates.length), 0);
  return [
    `${paint('bold', escapeTerminal(project))}: profile ${escapeTerminal(name)} on ${escapeTerminal(host.class ?? host.cpuModel)}`,
    paint('dim', `the same code against itself, ${runs} times with ${rounds} rounds a side`),
    '',
    ...(lines.length === 0 ? ['Nothing was calibrated.'] : [paint('dim', head), ...lines]),
    ...fewComparisons(profile, comparisonsForFloor),
    '',
  ].join('\n');
}

/** A floor that only looks measured is told. */
function fewComparisons({ benchmarks }: Profile, enough: number): string[] {
  const few = benchmarks.filter(({ nullEstimates }) => nullEstimates.length < enough).length;
  if (few === 0) return [];
  const which = few === benchmarks.length ? 'every noise floor here' : `the noise floor of ${few} of ${benchmarks.length} rows`;
  return ['', `Fewer than ${enough} comparisons: ${which} is the default of 1 %. More of them: benchline calibrate --append.`];
}
