import { closeSync, openSync, writeSync } from 'node:fs';
import { seeded } from '../seeded.js';

const heading = 'goos: linux\ngoarch: amd64\npkg: example.com/large/module\ncpu: made up\n';
const bytesOfLine = 100;

/** Text of `go test -bench . -benchmem -count N`, of at least so many bytes: repeats of one benchmark stand together. */
export function writeGoText(path: string, { bytes, benchmarks }: { bytes: number; benchmarks: number }): void {
  const random = seeded(1);
  const repeats = Math.ceil(bytes / bytesOfLine / benchmarks);
  const file = openSync(path, 'w');
  writeSync(file, heading);
  for (let index = 0; index < benchmarks; index += 1) {
    const centre = 100 + 1e5 * random();
    writeSync(file, Array.from({ length: repeats }, () => resultLine(index, centre * (1 + 0.05 * random()))).join(''));
  }
  writeSync(file, 'PASS\nok  \texample.com/large/module\t1234.567s\n');
  closeSync(file);
}

function resultLine(index: number, ns: number): string {
  const name = `BenchmarkGroup${index % 50}/case=${index}/size=${index % 9}-8`;
  return `${name.padEnd(40)}\t${String(Math.round(1e9 / ns)).padStart(8)}\t${ns.toFixed(1).padStart(11)} ns/op\t${String((index % 17) * 16).padStart(8)} B/op\t${String(index % 17).padStart(9)} allocs/op\n`;
}
