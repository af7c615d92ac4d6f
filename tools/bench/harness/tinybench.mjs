import { Bench } from 'tinybench';
import { sorted } from './work.mjs';

const bench = new Bench({ time: 500, warmupTime: 100 });
bench.add('sort', sorted);
await bench.run();
console.log(JSON.stringify(bench.tasks[0].result.latency.p50 * 1e6));
