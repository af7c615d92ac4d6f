import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seeded } from '../seeded.js';

const samples = 100;

/** The folders of so many benchmarks as Criterion.rs 0.5 leaves them, 100 samples each; the bytes written. */
export function writeCriterionTree(folder: string, benchmarks: number): number {
  const random = seeded(2);
  let bytes = 0;
  for (let index = 0; index < benchmarks; index += 1) {
    const id = `group ${index % 50}/function ${index}`;
    const place = join(folder, `group_${index % 50}`, `function_${index}`, 'new');
    mkdirSync(place, { recursive: true });
    for (const [name, value] of Object.entries(filesOf(id, random))) {
      const text = JSON.stringify(value);
      writeFileSync(join(place, `${name}.json`), text);
      bytes += text.length;
    }
  }
  return bytes;
}

function filesOf(id: string, random: () => number): Record<'benchmark' | 'sample' | 'estimates' | 'tukey', unknown> {
  const [group, name] = id.split('/');
  const centre = 1e3 + 9e4 * random();
  const step = 1 + Math.floor(2e4 * random());
  const iters = Array.from({ length: samples }, (_, index) => (index + 1) * step);
  const estimate = (point: number): object => ({ confidence_interval: { confidence_level: 0.95, lower_bound: point * (1 - 0.01 * random()), upper_bound: point * (1 + 0.01 * random()) }, point_estimate: point, standard_error: random() });
  return {
    benchmark: { group_id: group, function_id: name, value_str: null, throughput: { Bytes: 4096 }, full_id: id, directory_name: id.replaceAll(' ', '_'), title: id },
    sample: { sampling_mode: 'Linear', iters, times: iters.map((count) => Math.round(count * centre * (1 + 0.05 * random()))) },
    estimates: { mean: estimate(centre), median: estimate(centre), median_abs_dev: estimate(10), slope: estimate(centre), std_dev: estimate(20) },
    tukey: [centre * 0.9, centre * 0.95, centre * 1.05, centre * 1.1],
  };
}
