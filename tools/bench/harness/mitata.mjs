import { measure } from 'mitata';
import { sorted } from './work.mjs';

const { p50 } = await measure(sorted, { min_cpu_time: 500e6 });
console.log(JSON.stringify(p50));
