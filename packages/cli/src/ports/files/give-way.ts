const longestTurn = 0.02;
/* In seconds: this clock is there without loading anything. */
let began = process.uptime();

/** Gives signals and timers their turn between reads that wait for nothing; costs nothing until this process has kept them waiting for 20 ms. */
export async function giveWay(): Promise<void> {
  if (process.uptime() - began < longestTurn) return;
  await new Promise((resolve) => { setImmediate(resolve); });
  began = process.uptime();
}
