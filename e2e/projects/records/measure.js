/** A project's own measuring program: one record a line. */
const { appendFileSync } = require('node:fs');

const input = JSON.stringify(Array.from({ length: 500 }, (_, id) => ({ id, name: `item ${id}` })));
const times = [];
for (let run = 0; run < 200; run += 1) {
  const began = process.hrtime.bigint();
  JSON.parse(input);
  times.push(Number(process.hrtime.bigint() - began) / 1e6);
}
times.sort((a, b) => a - b);
const at = (share) => times[Math.floor(times.length * share)];
const common = { bench_id: 'parse/items', n: times.length, timestamp: new Date().toISOString() };
const records = [
  { ...common, metric: 'duration_ms', unit: 'ms', p50: at(0.5), p95: at(0.95) },
  { ...common, metric: 'throughput_mbs', unit: 'MB/s', p50: input.length / 1e3 / at(0.5), p95: null },
];
appendFileSync(process.argv[2], records.map((record) => `${JSON.stringify(record)}\n`).join(''));
