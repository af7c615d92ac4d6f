import { formatChange, formatShare, type ComparisonRow } from '../model/index.js';
import { columnOf, createAxis, labelLines, type Axis } from './axis.js';

interface Mark {
  value: number;
  text: string;
}

/**
 * The slowdown's interval against noise floor and limits, on one axis; worse is to the right.
 * An interval without bound ends in an arrow at the edge. [] where there is no slowdown.
 */
export function intervalPlot(row: ComparisonRow, width: number): string[] {
  const { slowdown, interval, floor } = row;
  if (slowdown === null) return [];
  const marks = marksOf(row);
  const bounds = [interval?.lower, interval?.upper].filter((bound) => bound !== null && bound !== undefined);
  const axis = createAxis([slowdown, ...bounds, ...marks.map(({ value }) => value), ...(floor === null ? [] : [-floor, floor])], width);
  const labels = marks.map(({ value, text }) => ({ column: columnOf(value, axis), text }));
  return [intervalLine(slowdown, interval, axis), axisLine(marks, floor, axis), ...labelLines(labels, width)];
}

function marksOf({ thresholds }: ComparisonRow): Mark[] {
  const zero = { value: 0, text: '0 %' };
  if (thresholds === null) return [zero];
  const { warn, fail } = thresholds;
  if (warn === fail) return [zero, { value: fail, text: `fail ${formatShare(fail)}` }];
  return [zero, { value: warn, text: `warn ${formatShare(warn)}` }, { value: fail, text: `fail ${formatShare(fail)}` }];
}

function intervalLine(slowdown: number, interval: ComparisonRow['interval'], axis: Axis): string {
  const line = new Array<string>(axis.width).fill(' ');
  if (interval !== null) {
    const from = interval.lower === null ? 0 : columnOf(interval.lower, axis);
    const to = interval.upper === null ? axis.width - 1 : columnOf(interval.upper, axis);
    line.fill('─', from, to + 1);
    line[from] = interval.lower === null ? '◄' : '├';
    line[to] = interval.upper === null ? '►' : '┤';
  }
  line[columnOf(slowdown, axis)] = '●';
  return line.join('').trimEnd();
}

function axisLine(marks: readonly Mark[], floor: number | null, axis: Axis): string {
  const line = new Array<string>(axis.width).fill('─');
  if (floor !== null) line.fill('░', columnOf(-floor, axis), columnOf(floor, axis) + 1);
  for (const { value } of marks) line[columnOf(value, axis)] = value === 0 ? '┼' : '┃';
  return line.join('');
}

/** "+30.9 %, with 99 % confidence between +28.9 % and +33.9 %". */
export function slowdownText({ slowdown, interval }: ComparisonRow): string | null {
  if (slowdown === null) return null;
  const change = formatChange(slowdown);
  if (interval === null || (interval.lower === null && interval.upper === null)) return `${change}, without an interval`;
  const level = formatShare(interval.level);
  if (interval.lower === null) return `${change}, with ${level} confidence at most ${formatChange(interval.upper ?? 0)}`;
  if (interval.upper === null) return `${change}, with ${level} confidence at least ${formatChange(interval.lower)}`;
  return `${change}, with ${level} confidence between ${formatChange(interval.lower)} and ${formatChange(interval.upper)}`;
}
