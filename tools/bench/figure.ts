/** One measured figure beside its bound. */
export interface Figure {
  what: string;
  /** In the figure's unit. */
  measured: number;
  bound: number;
  unit: string;
  /** The bound is the least it may be; else the most. */
  atLeast?: true;
  /** How it was measured, in a few words. */
  how: string;
}

function shown(value: number, unit: string): string {
  return `${value.toFixed(Math.abs(value) < 10 ? 2 : 0)} ${unit}`;
}

/** `| what | bound | measured | measured / bound | held | how |` */
export function figureRow({ what, measured, bound, unit, atLeast, how }: Figure): string {
  const held = atLeast === true ? measured >= bound : measured < bound;
  const verdict = held ? 'held' : `**missed by ${shown(Math.abs(measured - bound), unit)}**`;
  return `| ${what} | ${atLeast === true ? '≥' : '<'} ${shown(bound, unit)} | ${shown(measured, unit)} | ${(measured / bound).toFixed(2)} | ${verdict} | ${how} |`;
}
