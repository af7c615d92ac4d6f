const longestTurnMs = 20;
let began = performance.now();

/** Gives signals and timers their turn between reads that wait for nothing; costs nothing until this process has kept them waiting for 20 ms. */
export async function giveWay(): Promise<void> {
  if (performance.now() - began < longestTurnMs) return;
  await new Promise((resolve) => { setImmediate(resolve); });
  began = performance.now();
}
