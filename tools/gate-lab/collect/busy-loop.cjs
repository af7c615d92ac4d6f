/** A neighbour that keeps one core and the memory bus busy until it is stopped, or its parent is gone. */
const block = new Float64Array(2 ** 21);
const parent = process.ppid;
while (process.ppid === parent) {
  for (let i = 0; i < block.length; i += 1) block[i] += i;
}
