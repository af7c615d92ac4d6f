import { itPerf } from 'benchline/harness';
import { sorted } from './work.mjs';

itPerf('sort', sorted, { warmup: '100 ms', measure: '500 ms' });
