/** A project's own measuring program: a small performance report on standard output. */
const { gzipSync } = require('node:zlib');

const input = Buffer.from('all work and no play makes a dull file\n'.repeat(500));
const times = [];
let packed = 0;
for (let run = 0; run < 50; run += 1) {
  const began = process.hrtime.bigint();
  packed = gzipSync(input).length;
  times.push(Number(process.hrtime.bigint() - began));
}
times.sort((a, b) => a - b);
const metrics = [
  { name: 'time', unit: 'ns', direction: 'lower', kind: 'summary', summary: { n: times.length, min: times[0], p50: times[25], max: times[49] } },
  { name: 'packed', unit: 'B', direction: 'lower', kind: 'exact', summary: { n: 1, p50: packed } },
];
console.log(JSON.stringify({ schemaVersion: 1, suites: [{ name: 'gzip', benchmarks: [{ id: 'gzip/text', metrics }] }] }));
