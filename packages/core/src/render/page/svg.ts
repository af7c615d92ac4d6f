import { formatShare, formatValue, type ComparisonRow } from '../../model/index.js';
import type { RoundValues } from '../../judge/index.js';
import { slowdownText } from '../interval-plot.js';

/** Widths of the drawings' own coordinates; the page scales them. */
const plotWidth = 220;
const stripWidth = 320;
const edge = 7;

/** One scale for every row of a table, so that rows can be compared by eye; slowdowns, worse to the right. */
export interface SlowdownScale {
  low: number;
  high: number;
}

/** Holds the limits and nearly every interval; what changed more than twofold is drawn at the edge. */
export function createSlowdownScale(rows: readonly ComparisonRow[]): SlowdownScale {
  const bounds = rows.flatMap(({ slowdown, interval, thresholds }) => [slowdown, interval?.lower, interval?.upper, thresholds?.fail, thresholds === null ? null : -thresholds.warn]);
  const within = bounds.filter((bound) => bound !== null && bound !== undefined && bound > -1 && bound < 1) as number[];
  const low = within.reduce((least, bound) => Math.min(least, bound), -0.05);
  const high = within.reduce((most, bound) => Math.max(most, bound), 0.1);
  const room = (high - low) * 0.05;
  return { low: low - room, high: high + room };
}

function place(value: number, { low, high }: SlowdownScale, width: number): number {
  const share = Math.min(1, Math.max(0, (value - low) / (high - low)));
  return rounded(edge + share * (width - 2 * edge));
}

/** A tenth of a pixel is more than anybody sees, and keeps the bytes the same everywhere. */
function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The head of the column of intervals: 0 and the limits most rows have. */
export function axisView(rows: readonly ComparisonRow[], scale: SlowdownScale): object | null {
  const thresholds = rows.find((row) => row.thresholds !== null)?.thresholds ?? null;
  if (rows.every(({ slowdown }) => slowdown === null)) return null;
  const values = thresholds === null ? [0] : [...new Set([0, thresholds.warn, thresholds.fail])];
  const ticks = values.map((value) => ({ x: place(value, scale, plotWidth), text: formatShare(value) }));
  return { width: plotWidth, ticks: ticks.filter(({ x }, index) => index === 0 || x - (ticks[index - 1]?.x ?? 0) > 24) };
}

/** A row's interval, noise floor and limits. null where the row has no slowdown. */
export function intervalView(row: ComparisonRow, scale: SlowdownScale): object | null {
  const { slowdown, interval, floor, thresholds } = row;
  if (slowdown === null) return null;
  const at = (value: number): number => place(value, scale, plotWidth);
  return {
    width: plotWidth,
    text: slowdownText(row) ?? '',
    noise: floor === null || floor === 0 ? null : { x: at(-floor), width: rounded(at(floor) - at(-floor)) },
    limits: thresholds === null ? [] : [...new Set([thresholds.warn, thresholds.fail])].map(at),
    zero: at(0),
    interval: interval === null ? null : { from: interval.lower === null ? 0 : at(interval.lower), to: interval.upper === null ? plotWidth : at(interval.upper) },
    point: at(slowdown),
    beyond: beyondPath(slowdown, scale),
  };
}

/** A triangle at the edge for a slowdown that lies outside the scale. */
function beyondPath(slowdown: number, { low, high }: SlowdownScale): string | null {
  if (slowdown > high) return `M${plotWidth - 9} 4L${plotWidth} 9L${plotWidth - 9} 14Z`;
  return slowdown < low ? 'M9 4L0 9L9 14Z' : null;
}

/** Every round of both sides on one line each. null where there is none. */
export function roundsView(name: string, unit: string, { base, head }: RoundValues): object | null {
  const values = [...base, ...head];
  if (values.length === 0) return null;
  const low = values.reduce((least, value) => Math.min(least, value));
  const high = values.reduce((most, value) => Math.max(most, value));
  const at = (value: number): number => (high === low ? stripWidth / 2 : rounded(edge + ((value - low) / (high - low)) * (stripWidth - 2 * edge)));
  const text = `${base.length} rounds of the base, ${head.length} of the head`;
  return { name, width: stripWidth, text, base: base.map(at), head: head.map(at), low: formatValue(low, unit), high: high === low ? '' : formatValue(high, unit) };
}
