/** Packaging: the release archive of a generated folder, made again and again. Writes its duration in ms as a bench record to the file of its argument. */
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { recordOf } from './statistics.mjs';

const archives = 9;

/** A tree of text files, the same each time. */
const files = Array.from({ length: 200 }, (_, index) => ({ path: `assets/${index}.txt`, text: `line ${index}\n`.repeat(500 + index) }));

async function makeArchive() {
  if (process.env.FAULT === 'slow') await new Promise((resolve) => setTimeout(resolve, 300));
  return files.reduce((bytes, { path, text }) => bytes + gzipSync(`${path}\0${text}`, { level: 6 }).length, 0);
}

const durations = [];
for (let count = 0; count < archives; count += 1) {
  const start = performance.now();
  const bytes = await makeArchive();
  if (bytes === 0) throw new Error('the archive is empty');
  durations.push(performance.now() - start);
}
writeFileSync(process.argv[2], `${JSON.stringify(recordOf('package/archive', { metric: 'duration_ms', unit: 'ms' }, durations))}\n`);
