import { bench, group, run } from 'mitata';
import { slug } from '../src/slug.js';

group('slug', () => {
  bench('$count titles', function* (state) {
    const titles = Array.from({ length: state.get('count') }, (_, index) => `Title ${index}: What a Day!`);
    yield () => titles.map(slug);
  }).args('count', [10, 100]);
});

const { layout, benchmarks } = await run({ format: 'quiet' });
console.log(JSON.stringify({ layout, benchmarks }, (key, value) => (key === 'debug' ? undefined : value)));
