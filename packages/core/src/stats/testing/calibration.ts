/** In what part of `runs` trials the event happened. */
export function rateOf(runs: number, event: (run: number) => boolean): number {
  let count = 0;
  for (let run = 0; run < runs; run += 1) {
    if (event(run)) count += 1;
  }
  return count / runs;
}

/** How far an observed rate may lie from its true value: 4.5 standard errors and one event, missed by chance once in about 100,000 checks. */
export function slack(rate: number, runs: number): number {
  return 4.5 * Math.sqrt((rate * (1 - rate)) / runs) + 1 / runs;
}
