/* Measures parsing and writes Bencher Metric Format to the file named. */
const { writeFileSync } = require('node:fs');

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function measure(items) {
  const text = JSON.stringify(Array.from({ length: items }, (_, index) => ({ index, name: `item ${index}` })));
  const times = Array.from({ length: 200 }, () => {
    const began = process.hrtime.bigint();
    JSON.parse(text);
    return Number(process.hrtime.bigint() - began);
  });
  return { latency: { value: median(times), lower_value: Math.min(...times), upper_value: Math.max(...times) }, 'input (B)': { value: text.length } };
}

writeFileSync(process.argv[2], JSON.stringify({ 'parse/small': measure(10), 'parse/large': measure(1000) }));
