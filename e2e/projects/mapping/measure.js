/* A project's own measuring program, which prints for people: each run on a line, then the heap. */
function measure(name, items) {
  const text = JSON.stringify(Array.from({ length: items }, (_, index) => ({ index, name: `item ${index}` })));
  for (let run = 0; run < 50; run += 1) {
    const began = process.hrtime.bigint();
    for (let turn = 0; turn < 10; turn += 1) JSON.parse(text);
    console.log(`${name}: ${(Number(process.hrtime.bigint() - began) / 1e4).toFixed(2)} µs per run`);
  }
  console.log(`${name}: heap ${process.memoryUsage().heapUsed} at the end`);
}

console.log('measuring...');
measure('parse/small', 10);
measure('parse/large', 1000);
console.log('done');
