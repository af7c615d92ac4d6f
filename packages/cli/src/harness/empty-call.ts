const calls = 100_000;
const repetitions = 15;

/** Kept so that the loop is not removed. */
export let lastEmpty: unknown;

/** ms that calling an empty function takes in a loop like the one that measures: the least of several, since the rest is noise. */
export function emptyCallMs(): number {
  const empty = (): unknown => undefined;
  let least = Infinity;
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    const start = performance.now();
    for (let call = 0; call < calls; call += 1) lastEmpty = empty();
    least = Math.min(least, (performance.now() - start) / calls);
  }
  return least;
}
