/** One measured figure beside its bound. */
export interface Figure {
  what: string;
  /** In the figure's unit. */
  measured: number;
  bound: number;
  unit: string;
  /** How it was measured, in a few words. */
  how: string;
}

function shown(value: number, unit: string): string {
  return `${value.toFixed(value < 10 ? 2 : 0)} ${unit}`;
}

/** `| what | bound | measured | measured / bound | held | how |` */
export function figureRow({ what, measured, bound, unit, how }: Figure): string {
  const verdict = measured < bound ? 'held' : `**missed by ${shown(measured - bound, unit)}**`;
  return `| ${what} | < ${shown(bound, unit)} | ${shown(measured, unit)} | ${(measured / bound).toFixed(2)} | ${verdict} | ${how} |`;
}
