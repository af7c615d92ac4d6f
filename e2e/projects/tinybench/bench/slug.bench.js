import { Bench } from 'tinybench';
import { slug } from '../src/slug.js';

const bench = new Bench({ time: 200, warmupTime: 50, retainSamples: true });
bench.add('short', () => slug('Hello, World!'));
bench.add('long', () => slug('What a long title this is, '.repeat(20)));

export default bench;
