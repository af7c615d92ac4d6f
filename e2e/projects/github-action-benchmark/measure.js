/* Measures parsing and writes what github-action-benchmark takes to the file named. */
const { writeFileSync } = require('node:fs');

function measure(items) {
  const text = JSON.stringify(Array.from({ length: items }, (_, index) => ({ index, name: `item ${index}` })));
  const times = Array.from({ length: 200 }, () => {
    const began = process.hrtime.bigint();
    JSON.parse(text);
    return Number(process.hrtime.bigint() - began) / 1e6;
  }).sort((a, b) => a - b);
  return { unit: 'ms', value: times[100], range: `± ${(times[150] - times[50]).toFixed(3)}` };
}

const results = [{ name: 'parse/small', ...measure(10) }, { name: 'parse/large', ...measure(1000) }];
writeFileSync(process.argv[2], JSON.stringify(results, null, 2));
